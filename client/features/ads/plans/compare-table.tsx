import type { ReactNode } from "react";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { isOneBasis } from "./compared-plans.ts";
import { wan } from "./plan-amounts.ts";
import { usePlanDesk } from "./plan-desk-state.ts";
import { ProofBadge } from "./proof-badge.tsx";

type Figures = NonNullable<AdPlanHead["figures"]>;
type Row = {
  readonly id: "actions" | "shortage" | "met" | "cost";
  readonly show: (figures: Figures) => ReactNode;
};

/** Up to three scenarios side by side; the one on the page stands out. */
export function CompareTable() {
  const text = useAdPlansText();
  const { compared } = usePlanDesk();
  const rows: readonly Row[] = [
    { id: "actions", show: ({ fresh, repairs }) => `${count(fresh)} / ${count(repairs)}` },
    { id: "shortage", show: ({ shortageAfter }) => count(shortageAfter) },
    { id: "met", show: ({ metShare }) => (metShare === null ? "—" : percent(metShare)) },
    { id: "cost", show: ({ cost }) => text.wan(wan(cost)) },
  ];
  const isSame = isOneBasis(compared.map(({ head }) => head));
  return (
    <section className="plan-compare">
      <h3>
        {text.compare}
        <small className={isSame ? undefined : "is-warning"}>
          {isSame ? text.compareSame : text.compareOther}
        </small>
      </h3>
      <table>
        <PlanHeaders />
        <tbody>
          {rows.map(({ id, show: cell }) => (
            <PlanRow key={id} title={text.compareRows[id]}>
              {({ figures }) => (figures ? cell(figures) : "—")}
            </PlanRow>
          ))}
          <PlanRow title={text.compareRows.proof}>
            {(head) => <ProofBadge head={head} isNarrow />}
          </PlanRow>
        </tbody>
      </table>
      <PlanLinks />
    </section>
  );
}

function PlanHeaders() {
  const { compared, head: current, open } = usePlanDesk();
  return (
    <thead>
      <tr>
        <td />
        {compared.map(({ letter, head: { id, name } }) => (
          <th key={id} scope="col" className={id === current?.id ? "is-current" : undefined}>
            <button
              type="button"
              className="plain"
              aria-current={id === current?.id ? "true" : undefined}
              title={name}
              onClick={() => open(id)}
            >
              {letter} {name}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

type PlanRowProps = {
  readonly title: string;
  readonly children: (head: AdPlanHead) => ReactNode;
};

function PlanRow({ title, children }: PlanRowProps) {
  const { compared, head: current } = usePlanDesk();
  return (
    <tr>
      <th scope="row">{title}</th>
      {compared.map(({ head }) => (
        <td key={head.id} className={head.id === current?.id ? "is-current" : undefined}>
          {children(head)}
        </td>
      ))}
    </tr>
  );
}

function PlanLinks() {
  const text = useAdPlansText();
  const { show, result, head } = usePlanDesk();
  const { mode } = useAdsDesk();
  return (
    <p className="plan-acts">
      <button type="button" className="link" onClick={() => show("list")}>
        {text.list}
      </button>
      <button type="button" className="link" onClick={() => show("new")}>
        {text.new}
      </button>
      {mode === "plan" && head && result && (
        <button type="button" className="link" onClick={() => show("conditions")}>
          {text.conditions}
        </button>
      )}
    </p>
  );
}

/** One decimal, cut and not rounded up: 100 % means all. */
function percent(share: number): string {
  return `${(Math.floor(Number((share * 1000).toFixed(6))) / 10).toFixed(1)}%`;
}
