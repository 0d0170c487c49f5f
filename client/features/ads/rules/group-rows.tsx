import type { ReactNode } from "react";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NumberInput } from "./number-input.tsx";
import { type DraftRules, withGroup } from "./rule-draft.ts";
import { named, percent, shareOf } from "./rule-words.ts";
import type { SectionProps } from "./section.tsx";

type GroupRule = DraftRules["groups"][string];
type CellProps = {
  readonly label: string;
  readonly rule: GroupRule;
  readonly onChange: (change: Partial<GroupRule>) => void;
};

const ROUNDINGS = ["ceil", "round", "floor"] as const;
/** Numbers of which every class has one. */
const NUMBERS = ["perKm", "minCount", "minLength", "minSpacing", "serveDist", "dualWidth"] as const;
/** In the order in which they are shown; `maxGap` and those below it may be left open. */
const FIELDS = [
  "perKm",
  "rounding",
  "minCount",
  "minLength",
  "maxGap",
  "minSpacing",
  "serveDist",
  "dualWidth",
  "perSideShare",
  "oppositeExempt",
] as const;
type Field = (typeof FIELDS)[number];

/** A row for each number, a cell for each class. */
export function GroupRows({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText();
  return (
    <tbody>
      {FIELDS.map((field) => (
        <tr key={field}>
          <th scope="row">{text.roads[field]}</th>
          {Object.entries(rules.groups).map(([group, rule]) => (
            <td key={group}>
              <GroupCell
                field={field}
                label={`${named(text.groups, group)} ${text.roads[field]}`}
                rule={rule}
                onChange={(change) => onChange(withGroup(rules, group, change))}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function GroupCell({ field, ...given }: CellProps & { readonly field: Field }): ReactNode {
  switch (field) {
    case "rounding":
      return <RoundingCell {...given} />;
    case "maxGap":
      return <GapCell {...given} />;
    case "perSideShare":
      return <SideCell {...given} />;
    case "oppositeExempt":
      return <ExemptCell {...given} />;
    default:
      return <NumberCell field={field} {...given} />;
  }
}

function NumberCell({
  field,
  label,
  rule,
  onChange,
}: CellProps & { readonly field: (typeof NUMBERS)[number] }) {
  return (
    <NumberInput
      label={label}
      value={rule[field]}
      {...(field === "perKm" && { max: 1000 })}
      isWhole={field === "minCount"}
      onChange={(next) => next !== null && onChange({ [field]: next })}
    />
  );
}

function GapCell({ label, rule, onChange }: CellProps) {
  const text = useAdsRulesText().editor;
  return (
    <NumberInput
      label={label}
      value={rule.maxGap ?? null}
      min={1}
      empty={text.optional}
      onChange={(maxGap) => onChange({ maxGap })}
    />
  );
}

function SideCell({ label, rule, onChange }: CellProps) {
  const text = useAdsRulesText().editor;
  return (
    <NumberInput
      label={label}
      value={rule.perSideShare ? percent(rule.perSideShare) : null}
      max={100}
      empty={text.optional}
      onChange={(next) => onChange({ perSideShare: next ? shareOf(next) : null })}
    />
  );
}

function RoundingCell({ label, rule, onChange }: CellProps) {
  const text = useAdsRulesText().roads;
  return (
    <select
      aria-label={label}
      value={rule.rounding}
      onChange={({ target }) => {
        const rounding = ROUNDINGS.find((each) => each === target.value);
        if (rounding) onChange({ rounding });
      }}
    >
      {ROUNDINGS.map((each) => (
        <option key={each} value={each}>
          {text.roundings[each]}
        </option>
      ))}
    </select>
  );
}

function ExemptCell({ label, rule: { oppositeExempt }, onChange }: CellProps) {
  const text = useAdsRulesText().roads;
  return (
    <select
      aria-label={label}
      value={typeof oppositeExempt === "boolean" ? String(oppositeExempt) : ""}
      onChange={({ target: { value } }) =>
        onChange({ oppositeExempt: value === "" ? null : value === "true" })
      }
    >
      <option value="">{text.byCity}</option>
      <option value="true">{text.yes}</option>
      <option value="false">{text.no}</option>
    </select>
  );
}
