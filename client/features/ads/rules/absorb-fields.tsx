import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NumberInput } from "./number-input.tsx";
import type { DraftRules } from "./rule-draft.ts";
import { named } from "./rule-words.ts";
import { RemoveButton, type SectionProps } from "./section.tsx";

type Absorbed = NonNullable<DraftRules["absorbAuxiliary"]>[number];
const FIRST_WITHIN_M = 30;

/** 辅路: lines of one class beside a road of another that are part of it. */
export function AbsorbFields({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText().general;
  const rows = rules.absorbAuxiliary ?? [];
  const [into, from] = Object.keys(rules.groups);
  const put = (next: readonly Absorbed[]) =>
    onChange({ ...rules, absorbAuxiliary: next.length > 0 ? [...next] : null });
  return (
    <fieldset className="rule-card">
      <legend>{text.absorb}</legend>
      {rows.map((row, r) => (
        <AbsorbRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its position alone.
          key={r}
          row={row}
          groups={Object.keys(rules.groups)}
          onChange={(change) =>
            put(rows.map((each, i) => (i === r ? { ...each, ...change } : each)))
          }
          onRemove={() => put(rows.filter((_, i) => i !== r))}
        />
      ))}
      {into !== undefined && from !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => put([...rows, { from, into, withinM: FIRST_WITHIN_M }])}
        >
          {text.addAbsorb}
        </button>
      )}
    </fieldset>
  );
}

type AbsorbRowProps = {
  readonly row: Absorbed;
  readonly groups: readonly string[];
  readonly onChange: (change: Partial<Absorbed>) => void;
  readonly onRemove: () => void;
};

function AbsorbRow({ row, groups, onChange, onRemove }: AbsorbRowProps) {
  const text = useAdsRulesText();
  const choose = (label: string, value: string, put: (group: string) => void) => (
    <select aria-label={label} value={value} onChange={({ target }) => put(target.value)}>
      {groups.map((group) => (
        <option key={group} value={group}>
          {named(text.groups, group)}
        </option>
      ))}
    </select>
  );
  return (
    <p className="rule-fields">
      {choose(text.general.absorbFrom, row.from, (from) => onChange({ from }))}
      <span>{text.general.absorbInto}</span>
      {choose(text.general.absorbInto, row.into, (into) => onChange({ into }))}
      <span>{text.general.absorbWithin}</span>
      <NumberInput
        label={text.general.absorbWithin}
        value={row.withinM}
        min={1}
        onChange={(withinM) => withinM !== null && onChange({ withinM })}
      />
      <RemoveButton what={text.general.absorb} onClick={onRemove} />
    </p>
  );
}
