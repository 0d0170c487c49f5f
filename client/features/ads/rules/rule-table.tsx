import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NumberInput } from "./number-input.tsx";
import { furtherDemands, withGroup } from "./rule-draft.ts";
import { named } from "./rule-words.ts";
import type { RuleDesk } from "./use-rule-desk.ts";

/** One row a class of road; how many per kilometre can be changed here. */
export function RuleTable({ desk }: { readonly desk: RuleDesk }) {
  const text = useAdsRulesText();
  const { rules, inForce, change } = desk;
  const groups = Object.entries(rules.groups);
  const further = furtherDemands(rules);
  const metres = (n: number | null | undefined) => (n ? text.metres(n) : text.nothing);
  return (
    <>
      {groups.length === 0 ? (
        <p className="muted">{text.noRoads}</p>
      ) : (
        <table className="rule-table">
          <thead>
            <tr>
              <th scope="col">{text.columns.class}</th>
              <th scope="col">{text.columns.perKm}</th>
              <th scope="col">{text.columns.maxGap}</th>
              <th scope="col">{text.columns.minSpacing}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(([group, rule]) => (
              <tr key={group}>
                <th scope="row">{named(text.groups, group)}</th>
                <td className={rule.perKm === inForce.groups[group]?.perKm ? "" : "is-changed"}>
                  <NumberInput
                    label={text.perKmOf(named(text.groups, group))}
                    value={rule.perKm}
                    max={1000}
                    onChange={(perKm) =>
                      perKm !== null && change(withGroup(rules, group, { perKm }))
                    }
                  />
                </td>
                <td>{metres(rule.maxGap)}</td>
                <td>{metres(rule.minSpacing)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="muted rule-note">
        {text.footnote}
        {further > 0 && ` ${text.furtherRules(further)}`}
      </p>
    </>
  );
}
