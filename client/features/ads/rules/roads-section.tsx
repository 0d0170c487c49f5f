import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { GroupRows } from "./group-rows.tsx";
import { NamedAdder } from "./named-adder.tsx";
import { withGroup, withoutGroup } from "./rule-draft.ts";
import { named } from "./rule-words.ts";
import { RemoveButton, SectionFrame, type SectionProps } from "./section.tsx";

/** 道路: a column for each class, a row for each number. */
export function RoadsSection({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText();
  const groups = Object.entries(rules.groups);
  return (
    <SectionFrame explain={text.roads.explain}>
      {groups.length === 0 && <p>{text.noRoads}</p>}
      {groups.length > 0 && (
        <div className="rule-scroll">
          <table className="rule-grid">
            <thead>
              <tr>
                <th scope="col">{text.columns.class}</th>
                {groups.map(([group]) => (
                  <th scope="col" key={group}>
                    {named(text.groups, group)}{" "}
                    <RemoveButton
                      what={named(text.groups, group)}
                      onClick={() => onChange(withoutGroup(rules, group))}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            <GroupRows rules={rules} onChange={onChange} />
          </table>
        </div>
      )}
      <NamedAdder
        label={text.roads.newGroup}
        names={text.groups}
        taken={Object.keys(rules.groups)}
        onAdd={(group) => onChange(withGroup(rules, group, {}))}
      />
    </SectionFrame>
  );
}
