import type { AdRuleExample } from "../../../../domain/ads/ad-rule-example.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { blankRules, type DraftRules } from "./rule-draft.ts";
import type { RuleDesk } from "./use-rule-desk.ts";

/** Where the draft began; examples by their id. */
export type Start = "active" | "blank" | `example:${string}`;

type StartFromProps = {
  readonly desk: RuleDesk;
  readonly start: Start;
  readonly onStart: (start: Start, rules: DraftRules) => void;
};

/** The rules in force, nothing, or the rules of another city; another choice throws the draft away. */
export function StartFrom({ desk, start, onStart }: StartFromProps) {
  const text = useAdsRulesText();
  const { body, inForce } = desk;
  const begin = (value: string) => {
    if (value === "active") onStart("active", inForce);
    if (value === "blank") onStart("blank", blankRules);
    const example = body.examples.find(({ id }) => value === `example:${id}`);
    if (example) onStart(`example:${example.id}`, example.rules);
  };
  return (
    <label className="start-from">
      {text.editor.from}
      <select value={start} onChange={({ target }) => begin(target.value)}>
        {body.active && <option value="active">{text.editor.active(body.active.version)}</option>}
        {body.examples.map(({ id, name, nameEn }) => (
          <option key={id} value={`example:${id}`}>
            {text.isChinese ? name : nameEn}
          </option>
        ))}
        <option value="blank">{text.editor.blank}</option>
      </select>
    </label>
  );
}

/** What the example stands on, and what of it is left out. */
export function ExampleNote({ example }: { readonly example: AdRuleExample }) {
  const text = useAdsRulesText().example;
  const { source, address, mark, issuedOn, leftOut, rules } = example;
  const assumed = Object.values(rules.provenance ?? {}).filter((told) => told.assumed).length;
  return (
    <aside className="example-note" aria-label={text.title}>
      <p>
        <strong>{source}</strong> · {issuedOn ?? text.noDate} · {text.marks[mark]} · {address}
      </p>
      {assumed > 0 && <p>{text.assumed(assumed)}</p>}
      {leftOut.length > 0 && (
        <details>
          <summary>
            {text.leftOut}（{leftOut.length}）
          </summary>
          <ul>
            {leftOut.map((clause) => (
              <li key={clause}>{clause}</li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}
