import { type FormEvent, useReducer, useState } from "react";
import { TaskFrame } from "../../../shell/task-frame.tsx";
import { applyAdEdit, emptyAdDraft, isAskable, newPlanOf } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { usePlanDesk } from "./plan-desk-state.ts";
import { PlanFields } from "./plan-fields.tsx";

/** What is planned anew; edits that nothing needs to undo. */
export function NewPlanForm() {
  const text = useAdPlansText();
  const { url } = useAdsDesk();
  const { ask, isAsking, askError, show } = usePlanDesk();
  const [draft, edit] = useReducer(applyAdEdit, { ...emptyAdDraft, scope: url.zone ?? null });
  const [name, setName] = useState("");

  function submit(event: FormEvent): void {
    event.preventDefault();
    const trimmed = name.trim();
    if (isAskable(draft)) ask(newPlanOf(draft, trimmed === "" ? {} : { name: trimmed }));
  }

  return (
    <form className="plan-form" onSubmit={submit}>
      <TaskFrame title={text.new} hint={text.newHint} onClose={() => show("plan")}>
        <PlanFields draft={draft} edit={edit} />
        <label className="plan-field">
          {text.name}
          <input
            value={name}
            maxLength={60}
            placeholder={text.namePlaceholder}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        {askError && (
          <p className="plan-refused" role="alert">
            {askError.message}
          </p>
        )}
        <button type="submit" className="button primary" disabled={!isAskable(draft) || isAsking}>
          {isAsking ? text.running : text.run}
        </button>
      </TaskFrame>
    </form>
  );
}
