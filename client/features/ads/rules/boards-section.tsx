import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NamedAdder } from "./named-adder.tsx";
import { NumberInput } from "./number-input.tsx";
import { sound, withEntry } from "./rule-draft.ts";
import { named, percent, shareOf } from "./rule-words.ts";
import { RemoveButton, SectionFrame, type SectionProps } from "./section.tsx";

/** What a kind is asked first. */
const FIRST_SHARE = 0.3;

/** 围挡与屏: shares of area and of time, by kind. */
export function BoardsSection({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText().boards;
  return (
    <SectionFrame explain={text.explain} isAuditedOnly>
      <Shares
        title={text.hoardings}
        shares={rules.hoardingMinShare}
        onChange={(hoardingMinShare) => onChange(sound({ ...rules, hoardingMinShare }))}
      />
      <Shares
        title={text.screens}
        shares={rules.screenMinShare}
        onChange={(screenMinShare) => onChange(sound({ ...rules, screenMinShare }))}
      />
    </SectionFrame>
  );
}

type SharesProps = {
  readonly title: string;
  readonly shares: Readonly<Record<string, number>> | null | undefined;
  readonly onChange: (shares: Record<string, number> | null) => void;
};

function Shares({ title, shares, onChange }: SharesProps) {
  const text = useAdsRulesText();
  const names = { ...text.boardKinds, "*": text.boards.anyKind };
  const kinds = Object.entries(shares ?? {});
  return (
    <fieldset className="rule-card">
      <legend>{title}</legend>
      {kinds.length > 0 && (
        <table className="rule-grid">
          <thead>
            <tr>
              <th scope="col">{text.boards.kind}</th>
              <th scope="col">{text.boards.minShare}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {kinds.map(([kind, share]) => (
              <tr key={kind}>
                <th scope="row">{named(names, kind)}</th>
                <td>
                  <NumberInput
                    label={`${title} ${named(names, kind)}`}
                    value={percent(share)}
                    max={100}
                    onChange={(next) =>
                      next !== null && onChange(withEntry(shares, kind, shareOf(next)))
                    }
                  />
                </td>
                <td>
                  <RemoveButton
                    what={`${title} ${named(names, kind)}`}
                    onClick={() => onChange(withEntry(shares, kind, null))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NamedAdder
        label={text.boards.addKind}
        names={names}
        taken={kinds.map(([kind]) => kind)}
        onAdd={(kind) => onChange(withEntry(shares, kind, FIRST_SHARE))}
      />
    </fieldset>
  );
}
