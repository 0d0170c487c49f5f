import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NamedAdder } from "./named-adder.tsx";
import { sound, withEntry } from "./rule-draft.ts";
import { named } from "./rule-words.ts";
import { SectionFrame, type SectionProps } from "./section.tsx";

/** 道路归类: which level of the road data is judged as which class. */
export function ClassesSection({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText();
  const groups = Object.keys(rules.groups);
  const put = (roadClass: string, group: string | null) =>
    onChange(sound({ ...rules, classes: withEntry(rules.classes, roadClass, group) ?? {} }));
  return (
    <SectionFrame explain={text.classes.explain}>
      <table className="rule-grid">
        <thead>
          <tr>
            <th scope="col">{text.classes.class}</th>
            <th scope="col">{text.classes.group}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(rules.classes).map(([roadClass, group]) => (
            <tr key={roadClass}>
              <th scope="row">
                {named(text.classNames, roadClass)} <code>{roadClass}</code>
              </th>
              <td>
                <select
                  aria-label={`${named(text.classNames, roadClass)} ${text.classes.group}`}
                  value={group}
                  onChange={({ target }) => put(roadClass, target.value || null)}
                >
                  <option value="">{text.classes.none}</option>
                  {groups.map((each) => (
                    <option key={each} value={each}>
                      {named(text.groups, each)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups[0] !== undefined && (
        <NamedAdder
          label={text.classes.newClass}
          names={text.classNames}
          taken={Object.keys(rules.classes)}
          onAdd={(roadClass) => put(roadClass, groups[0] ?? null)}
        />
      )}
    </SectionFrame>
  );
}
