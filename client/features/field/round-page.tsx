import { useQuery } from "@tanstack/react-query";
import { plannedVisitsQuery } from "../../api/field-queries.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { FieldPage } from "./field-page.tsx";
import { RoundView } from "./round-view.tsx";

/** 今日回头看: today's visits as a route, what waits for a check on the way, and what is worth a visit. */
export function RoundPage() {
  return (
    <FieldPage page="round">
      <Round />
    </FieldPage>
  );
}

function Round() {
  const planned = useQuery(plannedVisitsQuery);
  return (
    <main className="field">
      <AsyncState
        isLoading={planned.isPending}
        error={planned.data ? null : planned.error}
        lines={8}
        onRetry={() => void planned.refetch()}
      >
        {planned.data && <RoundView planned={planned.data} />}
      </AsyncState>
    </main>
  );
}
