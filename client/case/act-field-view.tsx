import type { CaseAct } from "../../domain/case/case-acts.ts";
import type { CaseBody } from "../../domain/contract/cases.ts";
import { useCaseText } from "../text/case-text.ts";
import type { ActDraft, ActField } from "./act-fields.ts";
import { OutcomeField } from "./outcome-field.tsx";
import { TargetField } from "./target-field.tsx";
import { UnitField } from "./unit-field.tsx";
import { UntilField } from "./until-field.tsx";

export type FieldProps = {
  readonly field: ActField;
  readonly act: CaseAct;
  readonly file: CaseBody;
  readonly draft: ActDraft;
  readonly onChange: (part: Partial<ActDraft>) => void;
};

/** One field of an act's form. */
export function ActFieldView(props: FieldProps) {
  const { field, draft, onChange } = props;
  const text = useCaseText().caseBlock.form;
  const isAlone = field.isRequired;
  switch (field.name) {
    case "unit":
      return <UnitField {...props} />;
    case "deadline":
      return (
        <MomentField
          label={isAlone ? text.newDeadline : text.deadline}
          value={draft.deadline}
          onChange={(deadline) => onChange({ deadline })}
        />
      );
    case "until":
      return <UntilField {...props} />;
    case "target":
      return <TargetField {...props} />;
    case "visit-time":
      return (
        <MomentField
          label={text.visitAt}
          value={draft.visitAt}
          onChange={(visitAt) => onChange({ visitAt })}
        />
      );
    case "outcome":
      return <OutcomeField {...props} />;
    case "evidence":
    case "note":
      return (
        <WordsField
          label={isAlone ? text.evidenceNote : text.note}
          {...(isAlone && { hint: text.evidenceHint })}
          value={draft.note}
          lengthMax={2000}
          onChange={(note) => onChange({ note })}
        />
      );
    case "reason":
      return (
        <WordsField
          label={reasonLabel(props, text)}
          value={draft.reason}
          lengthMax={500}
          onChange={(reason) => onChange({ reason })}
        />
      );
  }
}

function reasonLabel(
  { act }: FieldProps,
  text: ReturnType<typeof useCaseText>["caseBlock"]["form"],
): string {
  if (act === "dispatch") return text.reasonOffDuty;
  return act === "rectify" ? text.reasonInPlace : text.reason;
}

type WordsFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly lengthMax: number;
  readonly onChange: (value: string) => void;
};

function WordsField({ label, hint, value, lengthMax, onChange }: WordsFieldProps) {
  return (
    <label className="case-field">
      <span>
        {label} {hint && <span className="muted">{hint}</span>}
      </span>
      <textarea
        rows={2}
        maxLength={lengthMax}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

type MomentFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A moment on the city's wall clock. */
export function MomentField({ label, value, onChange }: MomentFieldProps) {
  return (
    <label className="case-field">
      <span>{label}</span>
      <input
        type="datetime-local"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
