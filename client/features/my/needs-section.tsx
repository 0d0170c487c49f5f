import { useState } from "react";
import type { MyGrid } from "../../../domain/contract/my.ts";
import { count } from "../../../domain/text/count.ts";
import type { UrgeQueue } from "../../state/use-urge-queue.ts";
import { useMyText } from "../../text/my-text.ts";
import { ClassMark } from "../../ui/class-mark.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { PlaceCard } from "./place-card.tsx";
import { ProblemCard } from "./problem-card.tsx";

/** Cards shown before one asks for all. */
const FIRST = 10;

const needs = ["overdue", "dueToday", "recurring"] as const;
type Need = (typeof needs)[number];

type NeedsSectionProps = {
  readonly grid: MyGrid;
  readonly queue: UrgeQueue;
  readonly asOf: string | undefined;
};

/** What needs a person, most urgent kind first: the tiles are its tabs. */
export function NeedsSection({ grid, queue, asOf }: NeedsSectionProps) {
  const text = useMyText();
  const [chosen, choose] = useState<Need>("overdue");
  const [whole, setWhole] = useState<Need | null>(null);
  const shown = whole === chosen ? Number.POSITIVE_INFINITY : FIRST;
  const total = grid.counts[chosen];
  const listed = grid[chosen].length;
  return (
    <>
      <div className="phone-tiles" role="tablist" aria-label={text.my.title}>
        {needs.map((need) => (
          <button
            key={need}
            type="button"
            role="tab"
            id={`my-tab-${need}`}
            aria-selected={need === chosen}
            aria-controls="my-needs"
            className={need === "overdue" && grid.counts.overdue > 0 ? "is-overdue" : ""}
            onClick={() => choose(need)}
          >
            <span>
              <NeedMark need={need} /> {text.my.tabs[need]}
            </span>
            <strong>{count(grid.counts[need])}</strong>
          </button>
        ))}
      </div>
      <section
        className="phone-section"
        id="my-needs"
        role="tabpanel"
        aria-labelledby={`my-tab-${chosen}`}
      >
        <header className="my-section-head">
          <h2>{text.my.first[chosen]}</h2>
          <span>{text.my.order[chosen]}</span>
          <span className="grow" />
          <span>{listed < total && text.my.listed(listed, count(total))}</span>
        </header>
        {total === 0 ? (
          <p className="phone-card phone-none">
            <StatusMark status="closed" /> {text.my.none[chosen]}
          </p>
        ) : (
          <ul className="phone-list" key={chosen}>
            {chosen === "recurring"
              ? grid.recurring
                  .slice(0, shown)
                  .map((place, i) => (
                    <PlaceCard key={place.id} place={place} isFirst={i === 0} asOf={asOf} />
                  ))
              : grid[chosen]
                  .slice(0, shown)
                  .map((problem, i) => (
                    <ProblemCard
                      key={problem.id}
                      problem={problem}
                      place={grid.recurring.find(({ id }) => id === problem.placeId)}
                      asOf={grid.asOf}
                      isFirst={i === 0}
                      queue={queue}
                    />
                  ))}
          </ul>
        )}
        {listed > shown && (
          <button type="button" className="phone-button my-all" onClick={() => setWhole(chosen)}>
            {text.my.all(listed)}
          </button>
        )}
        <p className="my-hint">{text.my.openTotal(count(grid.counts.open))}</p>
      </section>
    </>
  );
}

function NeedMark({ need }: { readonly need: Need }) {
  if (need === "recurring") return <ClassMark name="persistent" />;
  return <StatusMark status={need === "overdue" ? "overdue" : "open"} />;
}
