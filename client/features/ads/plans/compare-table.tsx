import type { ReactNode } from "react";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../state/city-format.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { isOneBasis } from "./compared-plans.ts";
import { wan } from "./plan-amounts.ts";
import { type ComparedPlan, usePlanDesk } from "./plan-desk-state.ts";
import { ProofBadge } from "./proof-badge.tsx";

type Figures = NonNullable<AdPlanHead["figures"]>;
type Row = {
  readonly id: "actions" | "shortage" | "met" | "cost";
  readonly show: (figures: Figures) => ReactNode;
};

/** Up to three scenarios side by side; the one on the page stands out. */
export function CompareTable() {
  const text = useAdPlansText();
  const { compared, head: current, open, show } = usePlanDesk();
  const rows: readonly Row[] = [
    { id: "actions", show: ({ fresh, repairs }) => `${count(fresh)} / ${count(repairs)}` },
    { id: "shortage", show: ({ shortageAfter }) => count(shortageAfter) },
    { id: "met", show: ({ metShare }) => (metShare === null ? "—" : percent(metShare)) },
    { id: "cost", show: ({ cost }) => text.wan(wan(cost)) },
  ];
  const isSame = isOneBasis(compared.map(({ head }) => head));
  const isCurrent = ({ head }: ComparedPlan) => head.id === current?.id;
  return (
    <section className="plan-compare">
      <h3>
        {text.compare}
        <small className={isSame ? undefined : "is-warning"}>
          {isSame ? text.compareSame : text.compareOther}
        </small>
      </h3>
      <table>
        <thead>
          <tr>
            <td />
            {compared.map((each) => (
              <th key={each.head.id} scope="col" className={isCurrent(each) ? "is-current" : ""}>
                <button
                  type="button"
                  className="plain"
                  aria-current={isCurrent(each) ? "true" : undefined}
                  title={each.head.name}
                  onClick={() => open(each.head.id)}
                >
                  {each.letter} {each.head.name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, show: cell }) => (
            <tr key={id}>
              <th scope="row">{text.compareRows[id]}</th>
              {compared.map((each) => (
                <td key={each.head.id} className={isCurrent(each) ? "is-current" : ""}>
                  {each.head.figures ? cell(each.head.figures) : "—"}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{text.compareRows.proof}</th>
            {compared.map((each) => (
              <td key={each.head.id} className={isCurrent(each) ? "is-current" : ""}>
                <ProofBadge head={each.head} isNarrow />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="plan-acts">
        <button type="button" className="link" onClick={() => show("list")}>
          {text.list}
        </button>
        <button type="button" className="link" onClick={() => show("new")}>
          {text.new}
        </button>
      </p>
    </section>
  );
}

/** One decimal, cut and not rounded up: 100 % means all. */
function percent(share: number): string {
  return `${(Math.floor(Number((share * 1000).toFixed(6))) / 10).toFixed(1)}%`;
}
