import { NamedAdder } from "./named-adder.tsx";
import { NumberInput } from "./number-input.tsx";
import { withEntry } from "./rule-draft.ts";
import { named } from "./rule-words.ts";
import { RemoveButton } from "./section.tsx";

type NamedCountsProps = {
  readonly legend: string;
  readonly add: string;
  readonly names: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>> | null | undefined;
  readonly onChange: (counts: Record<string, number> | null) => void;
};

/** Least numbers by theme or carrier. */
export function NamedCounts({ legend, add, names, counts, onChange }: NamedCountsProps) {
  const entries = Object.entries(counts ?? {});
  return (
    <fieldset className="named-counts">
      <legend>{legend}</legend>
      {entries.length > 0 && (
        <ul>
          {entries.map(([code, count]) => (
            <li key={code}>
              <span>{named(names, code)}</span>
              <NumberInput
                label={`${legend} ${named(names, code)}`}
                value={count}
                max={1000}
                isWhole
                onChange={(next) => next !== null && onChange(withEntry(counts, code, next))}
              />
              <RemoveButton
                what={named(names, code)}
                onClick={() => onChange(withEntry(counts, code, null))}
              />
            </li>
          ))}
        </ul>
      )}
      <NamedAdder
        label={add}
        names={names}
        taken={entries.map(([code]) => code)}
        onAdd={(code) => onChange(withEntry(counts, code, 1))}
      />
    </fieldset>
  );
}
