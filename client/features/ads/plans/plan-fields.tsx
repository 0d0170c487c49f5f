import { useState } from "react";
import { adObjectives } from "../../../../domain/ads/plan/plan-ads.ts";
import { adWeightings } from "../../../../domain/contract/ads-plans.ts";
import type { AdDraft, AdEdit } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { Choice } from "./choice.tsx";
import { yuanOf } from "./plan-amounts.ts";
import { ScopeField } from "./scope-field.tsx";

type Props = { readonly draft: AdDraft; readonly edit: (edit: AdEdit) => void };

/** The aim, the money, the part of the city. */
export function PlanFields({ draft, edit }: Props) {
  const text = useAdPlansText();
  const isBudget = draft.objective === "budget";
  return (
    <>
      <Choice
        name="objective"
        label={text.objective}
        values={adObjectives}
        value={draft.objective}
        words={text.objectives}
        hints={text.objectiveHints}
        onChange={(objective) => edit({ kind: "objective", objective, budget: draft.budget })}
      />
      {isBudget && <BudgetField draft={draft} edit={edit} />}
      <ScopeField scope={draft.scope} onChange={(scope) => edit({ kind: "scope", scope })} />
      {isBudget && (
        <Choice
          name="weighting"
          label={text.weighting}
          values={adWeightings}
          value={draft.weighting}
          words={text.weightings}
          onChange={(weighting) => edit({ kind: "weighting", weighting })}
        />
      )}
    </>
  );
}

const YUAN_PER_WAN = 10_000;

/** In 万元; what is no amount leaves the draft without one. */
function BudgetField({ draft: { budget }, edit }: Props) {
  const text = useAdPlansText();
  const [typed, setTyped] = useState(budget === null ? "" : String(budget / YUAN_PER_WAN));
  // An undo changes the draft beneath what was typed.
  const isOwn = yuanOf(typed) === budget;
  const shown = isOwn ? typed : budget === null ? "" : String(budget / YUAN_PER_WAN);
  const isWrong = shown !== "" && yuanOf(shown) === null;
  return (
    <label className="plan-field">
      {text.budget}
      <input
        inputMode="decimal"
        value={shown}
        aria-invalid={isWrong}
        onChange={({ target }) => {
          setTyped(target.value);
          edit({ kind: "objective", objective: "budget", budget: yuanOf(target.value) });
        }}
      />
      {isWrong && <small role="alert">{text.budgetWrong}</small>}
    </label>
  );
}
