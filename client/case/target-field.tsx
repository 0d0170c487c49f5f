import { useQuery } from "@tanstack/react-query";
import { similarQuery } from "../api/duplicate-queries.ts";
import { problemQuery } from "../api/queries.ts";
import { useCaseText } from "../text/case-text.ts";
import type { FieldProps } from "./act-field-view.tsx";
import { useCaseCity } from "./case-city.ts";

/** The case that this one is the same as: one of those near by, or by its number. */
export function TargetField({ file, draft, onChange }: FieldProps) {
  const text = useCaseText();
  const { form } = text.caseBlock;
  const { format } = useCaseCity();
  const { data: problem } = useQuery(problemQuery(file.id, undefined));
  const near = useQuery(similarQuery(problem));
  const found = near.data ?? [];
  return (
    <fieldset className="case-field">
      <legend>{form.target}</legend>
      {near.data && found.length === 0 && <p className="muted">{form.noNear}</p>}
      {found.map(({ feature: { properties }, distanceM }) => (
        <label key={properties.id} className="case-target">
          <input
            type="radio"
            name="target"
            checked={draft.target === properties.id}
            onChange={() => onChange({ target: properties.id })}
          />
          <span>
            <strong>{properties.id}</strong> {text.states[properties.state]}
            <span className="muted">
              {" "}
              · {format.minute(properties.reportedAt)} · {form.metresAway(String(distanceM))}
            </span>
            {properties.description && <span className="case-what">{properties.description}</span>}
          </span>
        </label>
      ))}
      <label className="case-field">
        <span>{form.targetOther}</span>
        <input
          type="text"
          maxLength={100}
          placeholder={form.targetHint}
          value={draft.target}
          onChange={({ target }) => onChange({ target: target.value })}
        />
      </label>
    </fieldset>
  );
}
