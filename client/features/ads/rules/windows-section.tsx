import type { AdWindowRule } from "../../../../domain/ads/audited-only-rules.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NamedCounts } from "./named-counts.tsx";
import { NumberInput } from "./number-input.tsx";
import { type DraftRules, sound, windowId } from "./rule-draft.ts";
import { named } from "./rule-words.ts";
import { RemoveButton, SectionFrame, type SectionProps } from "./section.tsx";

const FIRST_LENGTH_M = 500;

/** 滑动区间: so many on every stretch of a length, by theme and carrier if wanted. */
export function WindowsSection({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText().windows;
  const windows = rules.windows ?? [];
  const put = (next: readonly AdWindowRule[]) =>
    onChange(sound({ ...rules, windows: next.length > 0 ? [...next] : null }));
  return (
    <SectionFrame explain={text.explain} isAuditedOnly>
      {windows.map((window, w) => (
        <fieldset key={window.id} className="rule-card">
          <legend>{text.title(w + 1)}</legend>
          <WindowFields
            window={window}
            rules={rules}
            onChange={(change) =>
              put(windows.map((each) => (each === window ? { ...window, ...change } : each)))
            }
          />
          <RemoveButton
            isFull
            what={text.title(w + 1)}
            onClick={() => put(windows.filter((each) => each !== window))}
          />
        </fieldset>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => {
          const id = windowId(rules, FIRST_LENGTH_M);
          put([...windows, { id, lengthM: FIRST_LENGTH_M, min: 1 }]);
        }}
      >
        {text.addWindow}
      </button>
    </SectionFrame>
  );
}

type WindowFieldsProps = {
  readonly window: AdWindowRule;
  readonly rules: DraftRules;
  readonly onChange: (change: Partial<AdWindowRule>) => void;
};

function WindowFields({ window, rules, onChange }: WindowFieldsProps) {
  const text = useAdsRulesText();
  const words = text.windows;
  return (
    <>
      <p className="rule-fields">
        <span>{words.lengthM}</span>
        <NumberInput
          label={words.lengthM}
          value={window.lengthM}
          min={1}
          onChange={(lengthM) => lengthM !== null && onChange({ lengthM })}
        />
        <span>{words.min}</span>
        <NumberInput
          label={words.min}
          value={window.min > 0 ? window.min : null}
          max={1000}
          isWhole
          empty={text.editor.optional}
          onChange={(min) => onChange({ min: min ?? 0 })}
        />
      </p>
      <GroupChoice
        chosen={window.groups ?? null}
        groups={Object.keys(rules.groups)}
        onChange={(groups) => onChange({ groups })}
      />
      <div className="rule-pair">
        <NamedCounts
          legend={words.byTheme}
          add={text.themes.addTheme}
          names={text.themeNames}
          counts={window.minByTheme}
          onChange={(minByTheme) => onChange({ minByTheme })}
        />
        <NamedCounts
          legend={words.byCarrier}
          add={words.addCarrier}
          names={text.carriers}
          counts={window.minByCarrier}
          onChange={(minByCarrier) => onChange({ minByCarrier })}
        />
      </div>
    </>
  );
}

type GroupChoiceProps = {
  /** Null: all. */
  readonly chosen: readonly string[] | null;
  readonly groups: readonly string[];
  readonly onChange: (chosen: string[] | null) => void;
};

function GroupChoice({ chosen, groups, onChange }: GroupChoiceProps) {
  const text = useAdsRulesText();
  const toggled = (group: string) => {
    const on = (each: string) => (chosen === null || chosen.includes(each)) !== (each === group);
    const next = groups.filter(on);
    if (next.length > 0) onChange(next.length === groups.length ? null : next);
  };
  return (
    <p className="rule-fields">
      <span>{text.windows.groups}</span>
      {groups.map((group) => (
        <label key={group}>
          <input
            type="checkbox"
            checked={chosen === null || chosen.includes(group)}
            onChange={() => toggled(group)}
          />
          {named(text.groups, group)}
        </label>
      ))}
      {chosen === null && <span className="muted">{text.windows.allGroups}</span>}
    </p>
  );
}
