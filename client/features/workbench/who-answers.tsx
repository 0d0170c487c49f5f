import { useQuery } from "@tanstack/react-query";
import type { DutyAt } from "../../../domain/contract/zones.ts";
import { dutyAtQuery } from "../../api/queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useFilter, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { usePanelsText } from "../../text/panels-text.ts";
import { useText } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";

type WhoAnswersProps = {
  readonly position: readonly [lng: number, lat: number];
  readonly category?: string;
};

/** 谁负责: role, person or unit with scope, by which rule; nearest first, with the day it holds for. */
export function WhoAnswers({ position: [lng, lat], category }: WhoAnswersProps) {
  const text = useText();
  const { vias } = usePanelsText();
  const format = useCityFormat();
  const { asOf } = useFilter();
  const { data, error, isPending, refetch } = useQuery(dutyAtQuery(lng, lat, category, asOf));
  return (
    <section className="who-answers">
      <header className="section-title">
        <h3>{text.problem.who}</h3>
        <span>{data && text.spot.onDay(format.day(data.on))}</span>
      </header>
      <AsyncState isLoading={isPending} error={error} lines={5} onRetry={() => void refetch()}>
        <dl className="duties">
          {data?.duties.length === 0 && <p className="defect">{text.spot.nobody}</p>}
          {nearestOfEach(data?.duties ?? []).map((duty) => (
            <div key={nameOf(duty)}>
              <dt>{text.roles[duty.role]}</dt>
              <dd>
                <strong>
                  <Answering duty={duty} />
                </strong>
                <span>
                  {[duty.person ? duty.unitName : null, duty.scope.name]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </dd>
              <dd className="via">
                {vias[duty.via]}
                {duty.distanceM !== null && ` · ${Math.round(duty.distanceM)} m`}
              </dd>
            </div>
          ))}
        </dl>
      </AsyncState>
    </section>
  );
}

type Answerer = DutyAt["duties"][number];

/** A click filters by them, which marks all their ground on the map. */
function Answering({ duty: { person, unit, unitName } }: { readonly duty: Answerer }) {
  const [, set] = useWorkbenchUrl();
  const by = person !== null ? { person } : unit !== null ? { unit } : null;
  if (by === null) return null;
  return (
    <button type="button" className="link" onClick={() => set(by)}>
      {person ?? unitName ?? unit}
    </button>
  );
}

/** Somebody with two sections of one road at the spot answers once, for the nearer. */
function nearestOfEach(duties: readonly Answerer[]): readonly Answerer[] {
  return [...new Map(duties.toReversed().map((duty) => [nameOf(duty), duty])).values()].reverse();
}

function nameOf({ role, person, unit, scope }: Answerer): string {
  return `${role} ${person} ${unit} ${scope.type} ${scope.name ?? scope.id}`;
}
