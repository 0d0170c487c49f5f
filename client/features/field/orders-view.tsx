import { useEffect, useState } from "react";
import type { CaseInHand, CasesInHand } from "../../../domain/contract/visits.ts";
import { count } from "../../../domain/text/count.ts";
import { keepOffline } from "../../shell/keep-offline.ts";
import { useActQueue } from "../../state/use-act-queue.ts";
import { useFieldText } from "../../text/field-text.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useFieldCity } from "./field-city.ts";
import { FreshLine } from "./fresh-line.tsx";
import { OrderList } from "./order-list.tsx";
import { QueueLines } from "./queue-lines.tsx";

const tabs = ["toDo", "dueSoon", "overdue", "toCheck"] as const;
type Tab = (typeof tabs)[number];

/** The unit's numbers are the tabs of its list. */
export function OrdersView({ inHand }: { readonly inHand: CasesInHand }) {
  const { orders: text } = useFieldText();
  const { viewer } = useFieldCity();
  const queue = useActQueue(viewer);
  const [tab, setTab] = useState<Tab>("toDo");
  useEffect(() => void keepOffline("/orders"), []);
  const { counts, unit, asOf, dueSoonHours } = inHand;
  const shown = inHand.cases.filter((each) => isIn(tab, each, inHand));
  const hint = tab === "dueSoon" ? text.hints.dueSoon(dueSoonHours) : text.hints[tab];
  return (
    <>
      <h2 className="field-unit">{unit.name}</h2>
      <FreshLine asOf={asOf} />
      <QueueLines queue={queue} />
      <div className="phone-tiles" role="tablist" aria-label={unit.name}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`orders-tab-${name}`}
            aria-selected={name === tab}
            aria-controls="orders-list"
            className={name === "overdue" && counts.overdue > 0 ? "is-over" : ""}
            onClick={() => setTab(name)}
          >
            <span>{text.tabs[name]}</span>
            <strong>{count(counts[name])}</strong>
          </button>
        ))}
      </div>
      <section
        className="phone-section"
        id="orders-list"
        role="tabpanel"
        aria-labelledby={`orders-tab-${tab}`}
      >
        <p className="field-hint">
          {hint}
          {shown.length < counts[tab] && ` · ${text.listed(shown.length, count(counts[tab]))}`}
          {counts.suspended > 0 && ` · ${text.suspended(counts.suspended)}`}
        </p>
        {shown.length === 0 ? (
          <p className="phone-card phone-none">
            <StatusMark status="closed" /> {text.none[tab]}
          </p>
        ) : (
          <OrderList key={tab} cases={shown} asOf={asOf} queue={queue} />
        )}
      </section>
    </>
  );
}

/** As the server counts them: due soon and overdue are part of what is to do. */
function isIn(tab: Tab, { feature }: CaseInHand, { asOf, dueSoonHours }: CasesInHand): boolean {
  const { state, isOverdue, dueAt } = feature.properties;
  if (tab === "toCheck") return state === "rectified";
  if (state !== "dispatched") return tab === "toDo" && state === "suspended";
  if (tab === "toDo") return true;
  if (tab === "overdue") return isOverdue;
  const leftMs = dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt) - Date.parse(asOf);
  return !isOverdue && !feature.properties.isHardDeduction && leftMs < dueSoonHours * 3_600_000;
}
