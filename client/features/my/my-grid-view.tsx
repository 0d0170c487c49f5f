import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { MyGrid } from "../../../domain/contract/my.ts";
import { ApiError } from "../../api/http.ts";
import { myQuery } from "../../api/my-queries.ts";
import { keepOffline } from "../../shell/keep-offline.ts";
import { useUrgeQueue } from "../../state/use-urge-queue.ts";
import { useMyText } from "../../text/my-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { AreasSection } from "./areas-section.tsx";
import { FreshLine } from "./fresh-line.tsx";
import { useMyCity } from "./my-city.ts";
import { NeedsSection } from "./needs-section.tsx";
import { openFormula, STANDING_ID, StandingCard } from "./standing-card.tsx";

type MyGridViewProps = {
  readonly person: string;
  readonly asOf: string | undefined;
  readonly onChange: () => void;
};

export function MyGridView({ person, asOf, onChange }: MyGridViewProps) {
  const text = useMyText();
  const { city } = useMyCity();
  const grid = useQuery(myQuery(person, asOf));
  const queue = useUrgeQueue(person);
  const isLoaded = grid.data !== undefined;
  useEffect(() => {
    if (isLoaded) void keepOffline("/my");
  }, [isLoaded]);
  const isUnknown = grid.error instanceof ApiError && grid.error.status === 404 && !grid.data;
  return (
    <main className="my" data-testid="my">
      <header className="my-header">
        <div className="my-header-line">
          <h1>{grid.data ? headingOf(grid.data) : text.my.title}</h1>
          {city.isDemo && <span className="my-demo">{text.demoData}</span>}
          <span className="grow" />
          <button type="button" className="my-change" onClick={onChange}>
            {text.my.change}
          </button>
        </div>
        <p className="my-header-line">
          <span>
            {grid.data && text.roles[grid.data.role]} {person}
          </span>
          <span className="grow" />
          {grid.data && <Score grid={grid.data} />}
        </p>
      </header>
      {grid.data && <FreshLine asOf={grid.data.asOf} isPinned={asOf !== undefined} />}
      {queue.waiting.size > 0 && (
        <p className="my-queue" role="status">
          {text.my.queue(queue.waiting.size)}
        </p>
      )}
      <AsyncState
        isLoading={grid.isPending}
        error={isUnknown || grid.data ? null : grid.error}
        isEmpty={isUnknown}
        empty={<p className="phone-section">{text.my.notInOffice(person)}</p>}
        lines={8}
        onRetry={() => void grid.refetch()}
      >
        {grid.data && (
          <>
            <NeedsSection grid={grid.data} queue={queue} asOf={asOf} />
            <StandingCard grid={grid.data} />
            <AreasSection areas={grid.data.areas} person={person} />
          </>
        )}
      </AsyncState>
    </main>
  );
}

/** The first area's name stands for the ground; a person without one for themselves. */
function headingOf({ areas, person }: MyGrid): string {
  return areas.find(({ name }) => name !== null)?.name ?? person;
}

function Score({ grid: { standing } }: { readonly grid: MyGrid }) {
  const text = useMyText();
  const { score, rank, peers } = standing;
  return (
    <a className="my-score" href={`#${STANDING_ID}`} onClick={openFormula}>
      {score.value === null ? text.my.noScore : text.my.score(score.value.toFixed(1))}
      {rank !== null && ` · ${rank} ${text.my.of(peers)}`}
    </a>
  );
}
