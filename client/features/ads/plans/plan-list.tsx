import { useState } from "react";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useZoneNames } from "../../../state/use-zone-names.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { MOST_COMPARED } from "./compared-plans.ts";
import { wan } from "./plan-amounts.ts";
import { usePlanDesk } from "./plan-desk-state.ts";
import { objectiveWord, scopeWord } from "./plan-words.ts";
import { ProofBadge } from "./proof-badge.tsx";
import { RemovePlan } from "./remove-plan.tsx";
import { RenameForm } from "./rename-form.tsx";

/** The scenarios that the server keeps, newest first. */
export function PlanList() {
  const text = useAdPlansText();
  const desk = usePlanDesk();
  const { heads, listError, isListLoading, reloadList, show, head } = desk;
  return (
    <section className="plan-list">
      <h3>
        {text.list}
        <span className="plan-acts">
          {head && (
            <button type="button" className="link" onClick={() => show("plan")}>
              {text.back}
            </button>
          )}
          <button type="button" className="link" onClick={() => show("new")}>
            {text.new}
          </button>
        </span>
      </h3>
      <AsyncState
        isLoading={isListLoading}
        error={listError}
        isEmpty={heads.length === 0}
        empty={<NoPlans />}
        lines={6}
        onRetry={reloadList}
      >
        <ul>
          {heads.map((each) => (
            <PlanRow key={each.id} head={each} />
          ))}
        </ul>
      </AsyncState>
    </section>
  );
}

function NoPlans() {
  const text = useAdPlansText();
  const { show } = usePlanDesk();
  return (
    <div className="plan-empty">
      <strong>{text.none}</strong>
      <p>{text.noneHint}</p>
      <button type="button" className="button primary" onClick={() => show("new")}>
        {text.new}
      </button>
    </div>
  );
}

function PlanRow({ head }: { readonly head: AdPlanHead }) {
  const text = useAdPlansText();
  const zoneNames = useZoneNames();
  const { fullMinute } = useCityFormat();
  const { open, head: current } = usePlanDesk();
  const [isNaming, setIsNaming] = useState(false);
  const { asked, figures, stamp, madeBy } = head;
  const isOpen = current?.id === head.id;
  return (
    <li aria-current={isOpen ? "true" : undefined}>
      {isNaming ? (
        <RenameForm head={head} onEnd={() => setIsNaming(false)} />
      ) : (
        <button type="button" className="plain plan-name" onClick={() => open(head.id)}>
          <strong>{head.name}</strong>
        </button>
      )}
      <ProofBadge head={head} />
      <p className="muted">
        {objectiveWord(text, asked)} · {scopeWord(text, asked.scope, zoneNames)}
        {figures &&
          ` · ${text.kinds.new} ${figures.fresh} ${text.kinds.repair} ${figures.repairs} · ${text.wan(wan(figures.cost))}`}
      </p>
      <p className="muted plan-made">
        {text.madeBy(madeBy, fullMinute(stamp.at))}
        <span className="plan-acts">
          <button
            type="button"
            className="link"
            aria-label={text.renameOf(head.name)}
            onClick={() => setIsNaming(true)}
          >
            {text.rename}
          </button>
          <CompareToggle head={head} />
          <RemovePlan head={head} />
        </span>
      </p>
    </li>
  );
}

function CompareToggle({ head }: { readonly head: AdPlanHead }) {
  const text = useAdPlansText();
  const { compared, compare } = usePlanDesk();
  const ids = compared.map((each) => each.head.id);
  const isIn = ids.includes(head.id);
  if (head.state !== "done") return null;
  return (
    <button
      type="button"
      className="link"
      disabled={!isIn && ids.length >= MOST_COMPARED}
      title={isIn ? undefined : text.compareHint}
      onClick={() => compare(isIn ? ids.filter((id) => id !== head.id) : [...ids, head.id])}
    >
      {isIn ? text.compareRemove : text.compareAdd}
    </button>
  );
}
