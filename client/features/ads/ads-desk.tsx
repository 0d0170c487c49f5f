import { useQuery } from "@tanstack/react-query";
import { adsAuditQuery } from "../../api/ads-queries.ts";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { useLook } from "../../shell/look.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { AdsDeskContext } from "./ads-desk-state.ts";
import { AdsTools } from "./ads-tools.tsx";
import { LeftColumn } from "./left-column.tsx";
import { AdsMap } from "./map/ads-map.tsx";
import { densityVariables } from "./map/density-colours.ts";
import { PlanDeskProvider } from "./plans/plan-desk.tsx";
import { RightColumn } from "./right-column.tsx";
import { useDesk } from "./use-desk.ts";

/** Rules and audit, the map, plans: three columns about one city. */
export function AdsDeskPage() {
  const { theme } = useLook();
  return (
    <div className="ads" style={densityVariables(theme)}>
      <DeskBar current="ads" />
      <Workspace />
    </div>
  );
}

/** The columns once the city's audit is there; else why it is not. */
function Workspace() {
  const { data, error, isPending, refetch } = useQuery(adsAuditQuery({}));
  const desk = useDesk();
  if (!data) {
    return (
      <main className="ads-waiting">
        <AsyncState isLoading={isPending} error={error} lines={8} onRetry={() => void refetch()}>
          {null}
        </AsyncState>
      </main>
    );
  }
  return (
    <AdsDeskContext value={desk}>
      <PlanDeskProvider>
        <main className={`ads-desk is-${desk.mode}`}>
          <AdsTools />
          <LeftColumn />
          <AdsMap />
          <RightColumn />
        </main>
      </PlanDeskProvider>
    </AdsDeskContext>
  );
}
