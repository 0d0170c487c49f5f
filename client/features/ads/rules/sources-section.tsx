import { type RuleProvenance, sourceMarks } from "../../../../domain/ads/rule-provenance.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { rulePaths, stalePaths } from "./rule-changes.ts";
import { type DraftRules, withEntry } from "./rule-draft.ts";
import { pathWords } from "./rule-words.ts";
import { RemoveButton, SectionFrame, type SectionProps } from "./section.tsx";

type SourcesSectionProps = SectionProps & {
  /** The rules that the sources were written for. */
  readonly start: DraftRules;
};

/** 出处: where each number comes from. */
export function SourcesSection({ rules, onChange, start }: SourcesSectionProps) {
  const text = useAdsRulesText();
  const words = text.sources;
  const entries = Object.entries(rules.provenance ?? {});
  const stale = stalePaths(start, rules);
  const put = (path: string, told: RuleProvenance | null) =>
    onChange({ ...rules, provenance: withEntry(rules.provenance, path, told) });
  return (
    <SectionFrame explain={words.explain}>
      {entries.length === 0 && <p>{words.none}</p>}
      {entries.map(([path, told]) => (
        <fieldset key={path} className="rule-card">
          <legend>{pathWords(path, text)}</legend>
          {stale.includes(path) && <p className="defect">{words.stale}</p>}
          <SourceFields told={told} onChange={(change) => put(path, { ...told, ...change })} />
          <RemoveButton isFull what={pathWords(path, text)} onClick={() => put(path, null)} />
        </fieldset>
      ))}
      <PathChoice rules={rules} onChoose={(path) => put(path, { source: "" })} />
    </SectionFrame>
  );
}

type PathChoiceProps = {
  readonly rules: DraftRules;
  readonly onChoose: (path: string) => void;
};

function PathChoice({ rules, onChoose }: PathChoiceProps) {
  const text = useAdsRulesText();
  const free = rulePaths(rules).filter((path) => !Object.hasOwn(rules.provenance ?? {}, path));
  return (
    <select
      aria-label={text.sources.addSource}
      value=""
      onChange={({ target }) => target.value && onChoose(target.value)}
    >
      <option value="">{text.sources.choose}</option>
      {free.map((path) => (
        <option key={path} value={path}>
          {pathWords(path, text)}
        </option>
      ))}
    </select>
  );
}

type SourceFieldsProps = {
  readonly told: RuleProvenance;
  readonly onChange: (change: Partial<RuleProvenance>) => void;
};

const TEXTS = ["source", "address", "issuedOn", "note"] as const;
const MAX_LENGTH = { source: 600, address: 300, issuedOn: 10, note: 600 } as const;

function SourceFields({ told, onChange }: SourceFieldsProps) {
  const words = useAdsRulesText().sources;
  const marks = useAdsRulesText().example.marks;
  return (
    <div className="source-fields">
      {TEXTS.map((field) => (
        <label key={field}>
          {words[field]}
          <input
            value={told[field] ?? ""}
            maxLength={MAX_LENGTH[field]}
            placeholder={field === "issuedOn" ? "2026-09-01" : undefined}
            aria-invalid={field === "issuedOn" && !isDay(told.issuedOn ?? "")}
            onChange={({ target }) => onChange({ [field]: target.value || null })}
          />
        </label>
      ))}
      <label>
        {words.mark}
        <select
          value={told.mark ?? ""}
          onChange={({ target }) =>
            onChange({ mark: sourceMarks.find((each) => each === target.value) ?? null })
          }
        >
          <option value="">{words.unmarked}</option>
          {sourceMarks.map((mark) => (
            <option key={mark} value={mark}>
              {marks[mark]}
            </option>
          ))}
        </select>
      </label>
      <label className="source-assumed">
        <input
          type="checkbox"
          checked={told.assumed ?? false}
          onChange={({ target }) => onChange({ assumed: target.checked || null })}
        />
        {words.assumed}
      </label>
    </div>
  );
}

/** A year, a month or a day, or nothing. */
function isDay(text: string): boolean {
  return text === "" || /^\d{4}(-\d{2}){0,2}$/.test(text);
}
