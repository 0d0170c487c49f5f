import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NamedAdder } from "./named-adder.tsx";
import { sound } from "./rule-draft.ts";
import { named } from "./rule-words.ts";
import { SectionFrame, type SectionProps } from "./section.tsx";

/** 有效形式: carriers that are no public-interest ads. */
export function FormsSection({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText();
  const notCounted = rules.forms?.notCounted ?? [];
  const counted = rules.forms?.counted ?? null;
  const carriers = [...new Set([...Object.keys(text.carriers), ...notCounted])];
  const put = (next: readonly string[]) => {
    const forms = {
      ...(counted && { counted }),
      ...(next.length > 0 && { notCounted: [...next] }),
    };
    onChange(sound({ ...rules, forms: Object.keys(forms).length > 0 ? forms : null }));
  };
  return (
    <SectionFrame explain={text.forms.explain} isAuditedOnly>
      {counted && (
        <p>
          {text.forms.onlyCounted(counted.map((each) => named(text.carriers, each)).join("、"))}
        </p>
      )}
      <fieldset className="rule-card">
        <legend>{text.forms.notCounted}</legend>
        <ul className="rule-checks">
          {carriers.map((carrier) => (
            <li key={carrier}>
              <label>
                <input
                  type="checkbox"
                  checked={notCounted.includes(carrier)}
                  onChange={({ target }) => {
                    const others = notCounted.filter((each) => each !== carrier);
                    put(target.checked ? [...others, carrier] : others);
                  }}
                />
                {named(text.carriers, carrier)}
              </label>
            </li>
          ))}
        </ul>
        <NamedAdder
          label={text.windows.addCarrier}
          names={text.carriers}
          taken={notCounted}
          onAdd={(carrier) => put([...notCounted, carrier])}
        />
      </fieldset>
    </SectionFrame>
  );
}
