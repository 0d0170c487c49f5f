import { useMemo } from "react";
import { count } from "../../../../domain/text/count.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { compareSites, type PlanSide } from "./compare-sites.ts";
import { CompareTable } from "./compare-table.tsx";
import { useComparedPair } from "./compared-pair.ts";
import { wan } from "./plan-amounts.ts";
import { type ComparedPlan, usePlanDesk } from "./plan-desk-state.ts";
import { PlanList } from "./plan-list.tsx";

const SIDES = ["first", "second", "both"] as const satisfies readonly PlanSide[];

/** Two scenarios on one map: what is in one alone, and what in both. */
export function ComparePanel() {
  const text = useAdPlansText();
  const { compared } = usePlanDesk();
  const { first, second, choose } = useComparedPair();
  if (compared.length === 0) return <PlanList />;
  return (
    <>
      <CompareTable />
      <section className="plan-pair">
        <h3>
          {text.comparePair}
          <small>{text.compareHint}</small>
        </h3>
        {compared.length < 2 ? (
          <p className="muted">{text.compareNeedsTwo}</p>
        ) : (
          <>
            <div className="plan-pair-fields">
              <PlanField
                label={text.compareFirst}
                value={first}
                plans={compared}
                onChoose={(id) => choose(id, second?.head.id)}
              />
              <PlanField
                label={text.compareSecond}
                value={second}
                plans={compared}
                onChoose={(id) => choose(first?.head.id, id)}
              />
            </div>
            {first && second && <Difference first={first} second={second} />}
          </>
        )}
      </section>
    </>
  );
}

type PlanFieldProps = {
  readonly label: string;
  readonly value: ComparedPlan | undefined;
  readonly plans: readonly ComparedPlan[];
  readonly onChoose: (id: string) => void;
};

function PlanField({ label, value, plans, onChoose }: PlanFieldProps) {
  return (
    <label className="plan-field">
      {label}
      <select value={value?.head.id ?? ""} onChange={({ target }) => onChoose(target.value)}>
        {plans.map(({ letter, head }) => (
          <option key={head.id} value={head.id}>
            {letter} {head.name}
          </option>
        ))}
      </select>
    </label>
  );
}

type Pair = { readonly first: ComparedPlan; readonly second: ComparedPlan };

function Difference({ first, second }: Pair) {
  const text = useAdPlansText();
  const [one, other] = [first.result?.sites, second.result?.sites];
  const found = useMemo(() => (one && other ? compareSites(one, other) : null), [one, other]);
  if (!found) return <p className="muted">{text.notDone}</p>;
  const names = {
    first: text.difference.first(first.letter),
    second: text.difference.second(second.letter),
    both: text.difference.both,
  };
  return (
    <>
      <table className="plan-difference">
        <thead>
          <tr>
            <th scope="col">{text.differenceColumns.where}</th>
            <th scope="col">{text.differenceColumns.count}</th>
            <th scope="col">{text.differenceColumns.cost}</th>
          </tr>
        </thead>
        <tbody>
          {SIDES.map((side) => (
            <tr key={side}>
              <th scope="row">
                <span className={`plan-mark is-${side}`} aria-hidden="true" /> {names[side]}
              </th>
              <td>{count(found.count[side])}</td>
              <td>{text.wan(wan(found.cost[side]))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        {text.differenceSum(first.letter, count(found.count.first + found.count.both))}，
        {text.differenceSum(second.letter, count(found.count.second + found.count.both))}
      </p>
    </>
  );
}
