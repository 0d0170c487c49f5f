import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { count } from "../../../domain/text/count.ts";
import { toCheckQuery } from "../../api/field-queries.ts";
import { nearRound } from "../../state/round-stops.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import type { PhonePosition } from "../../state/use-position.ts";
import { useFieldText } from "../../text/field-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { CheckCard } from "./check-card.tsx";
import { useFieldCity } from "./field-city.ts";

/** A short way round. */
const NEAR_M = 500;
const SHOWN = 20;

type ChecksSectionProps = {
  /** Degrees of the stops, and of the inspector where that is known. */
  readonly around: readonly (readonly [number, number])[];
  /** The filter's box about the whole round; undefined: there is none. */
  readonly box: string | undefined;
  readonly asOf: string;
  readonly queue: ActQueue;
  readonly position: PhonePosition | null;
};

/** What units report as done and nobody checked: near the route, or all where there is no route. */
export function ChecksSection({ around, box, asOf, queue, position }: ChecksSectionProps) {
  const { round: text, field, orders } = useFieldText();
  const { viewer } = useFieldCity();
  const [isAll, setIsAll] = useState(false);
  const found = useQuery(toCheckQuery(isAll ? undefined : box));
  const hasRoute = around.length > 0;
  const withinM = isAll || !hasRoute ? Number.POSITIVE_INFINITY : NEAR_M;
  const waits = new Set(queue.waiting.map(({ problemId }) => problemId));
  const near = nearRound(found.data?.features ?? [], around, withinM).filter(
    ({ feature }) => !waits.has(feature.properties.id),
  );
  return (
    <section className="phone-section">
      <header className="field-section-head">
        <h2>{withinM === NEAR_M ? text.checks : text.checksAll}</h2>
        <span>
          {near.length > SHOWN ? orders.listed(SHOWN, count(near.length)) : count(near.length)}
        </span>
        <span className="grow" />
        {hasRoute && (
          <button
            type="button"
            className="phone-button"
            aria-pressed={isAll}
            onClick={() => setIsAll(!isAll)}
          >
            {isAll ? text.checks : text.checksAll}
          </button>
        )}
      </header>
      {withinM === NEAR_M && <p className="field-hint">{text.checksHint(field.metres(NEAR_M))}</p>}
      <AsyncState
        isLoading={found.isPending}
        error={found.data ? null : found.error}
        isEmpty={near.length === 0}
        empty={<p className="phone-card phone-none">{text.noChecks}</p>}
        onRetry={() => void found.refetch()}
      >
        <ul className="phone-list">
          {near.slice(0, SHOWN).map(({ feature, distanceM }) => (
            <CheckCard
              key={feature.properties.id}
              feature={feature}
              distanceM={hasRoute ? distanceM : null}
              mayCheck={viewer.role !== "unit" && viewer.can.includes("act")}
              asOf={asOf}
              queue={queue}
              position={position}
            />
          ))}
        </ul>
      </AsyncState>
    </section>
  );
}
