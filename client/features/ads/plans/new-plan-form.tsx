import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type AdObjective, adObjectives } from "../../../../domain/ads/plan/plan-ads.ts";
import { type AdWeighting, adWeightings } from "../../../../domain/contract/ads-plans.ts";
import { zonesQuery } from "../../../api/queries.ts";
import { TaskFrame } from "../../../shell/task-frame.tsx";
import { type AdPlanScope, emptyAdDraft, newPlanOf } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { yuanOf } from "./plan-amounts.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

const scopeKinds = ["city", "zone", "view"] as const;
type ScopeKind = (typeof scopeKinds)[number];

/** What is planned anew: the aim, the money, the part of the city. */
export function NewPlanForm() {
  const text = useAdPlansText();
  const { url } = useAdsDesk();
  const { ask, isAsking, askError, show } = usePlanDesk();
  const [name, setName] = useState("");
  const [objective, setObjective] = useState<AdObjective>("cost");
  const [budget, setBudget] = useState("");
  const [weighting, setWeighting] = useState<AdWeighting>("none");
  const [kind, setKind] = useState<ScopeKind>(url.zone === undefined ? "city" : "zone");
  const [zone, setZone] = useState(url.zone ?? "");
  const scopeOf = useScope();
  const yuan = yuanOf(budget);
  const isBudget = objective === "budget";
  const isReady = (!isBudget || yuan !== null) && (kind !== "zone" || zone !== "");

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isReady) return;
    const scope = scopeOf(kind, zone);
    const draft = { ...emptyAdDraft, objective, weighting, scope, budget: isBudget ? yuan : null };
    ask(newPlanOf(draft, name.trim() === "" ? {} : { name: name.trim() }));
  }

  return (
    <form className="plan-form" onSubmit={submit}>
      <TaskFrame title={text.new} hint={text.newHint} onClose={() => show("plan")}>
        <Choice
          name="objective"
          label={text.objective}
          values={adObjectives}
          value={objective}
          words={text.objectives}
          hints={text.objectiveHints}
          onChange={setObjective}
        />
        {isBudget && (
          <label className="plan-field">
            {text.budget}
            <input
              inputMode="decimal"
              value={budget}
              aria-invalid={budget !== "" && yuan === null}
              onChange={({ target }) => setBudget(target.value)}
            />
            {budget !== "" && yuan === null && <small role="alert">{text.budgetWrong}</small>}
          </label>
        )}
        <Choice
          name="scope"
          label={text.scope}
          values={scopeKinds}
          value={kind}
          words={text.scopes}
          onChange={setKind}
        />
        {kind === "zone" && <ZoneField zone={zone} onChange={setZone} />}
        {isBudget && (
          <Choice
            name="weighting"
            label={text.weighting}
            values={adWeightings}
            value={weighting}
            words={text.weightings}
            onChange={setWeighting}
          />
        )}
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
        <button type="submit" className="button primary" disabled={!isReady || isAsking}>
          {isAsking ? text.running : text.run}
        </button>
      </TaskFrame>
    </form>
  );
}

/** Answers the scope as it is sent; the map's window as it is at that moment. */
function useScope(): (kind: ScopeKind, zone: string) => AdPlanScope {
  const { engine } = useAdsDesk();
  return (kind, zone) => {
    if (kind === "zone") return zone;
    if (kind === "city" || !engine) return null;
    const [west, south, east, north] = engine.bounds;
    return [west, south, east, north];
  };
}

type ZoneFieldProps = { readonly zone: string; readonly onChange: (zone: string) => void };

function ZoneField({ zone, onChange }: ZoneFieldProps) {
  const text = useAdPlansText();
  const zones = useQuery(zonesQuery({}, "zone"));
  return (
    <label className="plan-field">
      {text.zone}
      <select value={zone} onChange={({ target }) => onChange(target.value)}>
        <option value="">{text.chooseZone}</option>
        {zones.data?.features.map(({ properties: { id, name } }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

type ChoiceProps<V extends string> = {
  readonly name: string;
  readonly label: string;
  readonly values: readonly V[];
  readonly value: V;
  readonly words: Readonly<Record<V, string>>;
  readonly hints?: Readonly<Record<V, string>>;
  readonly onChange: (value: V) => void;
};

function Choice<V extends string>(props: ChoiceProps<V>) {
  const { name, label, values, value, words, hints, onChange } = props;
  return (
    <fieldset className="plan-choice">
      <legend>{label}</legend>
      {values.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          <span>
            {words[each]}
            {hints && <small>{hints[each]}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
