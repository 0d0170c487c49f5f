import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NamedAdder } from "./named-adder.tsx";
import { NamedCounts } from "./named-counts.tsx";
import { NumberInput } from "./number-input.tsx";
import { placeKindsOf, sound, withEntry } from "./rule-draft.ts";
import { named } from "./rule-words.ts";
import { RemoveButton, SectionFrame, type SectionProps } from "./section.tsx";

/** 场所: what every place of a kind needs. */
export function PlacesSection({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText();
  const words = text.places;
  const kinds = placeKindsOf(rules);
  const put = (change: Partial<SectionProps["rules"]>) => onChange(sound({ ...rules, ...change }));
  return (
    <SectionFrame explain={words.explain}>
      <p className="rule-fields">
        <span>{words.reach}</span>
        <NumberInput
          label={words.reach}
          value={rules.placeReachM ?? null}
          min={1}
          empty={text.editor.optional}
          onChange={(placeReachM) => put({ placeReachM })}
        />
      </p>
      {kinds.map((kind) => (
        <fieldset key={kind} className="rule-card">
          <legend>{named(text.placeKinds, kind)}</legend>
          <PlaceFields kind={kind} rules={rules} onChange={put} />
          <RemoveButton
            isFull
            what={named(text.placeKinds, kind)}
            onClick={() =>
              put({
                places: withEntry(rules.places, kind, null),
                placeThemes: withEntry(rules.placeThemes, kind, null),
                placeSpacingM: withEntry(rules.placeSpacingM, kind, null),
              })
            }
          />
        </fieldset>
      ))}
      <NamedAdder
        label={words.addPlace}
        names={text.placeKinds}
        taken={kinds}
        onAdd={(kind) => put({ places: withEntry(rules.places, kind, 1) })}
      />
    </SectionFrame>
  );
}

type PlaceFieldsProps = {
  readonly kind: string;
  readonly rules: SectionProps["rules"];
  readonly onChange: (change: Partial<SectionProps["rules"]>) => void;
};

function PlaceFields({ kind, rules, onChange }: PlaceFieldsProps) {
  const text = useAdsRulesText();
  const words = text.places;
  const name = named(text.placeKinds, kind);
  const spacingM = rules.placeSpacingM?.[kind];
  return (
    <>
      <p className="rule-fields">
        <span>{words.min}</span>
        <NumberInput
          label={`${name} ${words.min}`}
          value={rules.places?.[kind] ?? 0}
          max={1000}
          isWhole
          onChange={(min) => onChange({ places: withEntry(rules.places, kind, min ?? 0) })}
        />
        <span>{words.spacing}</span>
        <NumberInput
          label={`${name} ${words.spacing}`}
          value={spacingM ?? null}
          min={1}
          empty={text.editor.optional}
          onChange={(next) =>
            onChange({ placeSpacingM: withEntry(rules.placeSpacingM, kind, next) })
          }
        />
        <span className="audited-only">{text.editor.auditedOnly}</span>
      </p>
      <NamedCounts
        add={text.themes.addTheme}
        legend={`${words.themes}（${text.editor.auditedOnly}）`}
        names={text.themeNames}
        counts={rules.placeThemes?.[kind]}
        onChange={(counts) => onChange({ placeThemes: withEntry(rules.placeThemes, kind, counts) })}
      />
    </>
  );
}
