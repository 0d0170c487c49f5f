import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { NamedAdder } from "./named-adder.tsx";
import { NumberInput } from "./number-input.tsx";
import { sound, withEntry } from "./rule-draft.ts";
import { named, percent, shareOf } from "./rule-words.ts";
import { RemoveButton, SectionFrame, type SectionProps } from "./section.tsx";

/** 主题: least shares, and least numbers in the whole city. */
export function ThemesSection({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText();
  const { minShare = {}, minCount } = rules.themes ?? {};
  const themes = [...new Set([...Object.keys(minShare), ...Object.keys(minCount ?? {})])];
  const put = (theme: string, share: number | null, least: number | null) => {
    const shares = withEntry(minShare, theme, share);
    const counts = withEntry(minCount, theme, least);
    const isAsked = shares !== null || counts !== null;
    const asked = { minShare: shares ?? {}, ...(counts && { minCount: counts }) };
    onChange(sound({ ...rules, themes: isAsked ? asked : null }));
  };
  return (
    <SectionFrame explain={text.themes.explain}>
      {themes.length > 0 && (
        <table className="rule-grid">
          <thead>
            <tr>
              <th scope="col">{text.themes.theme}</th>
              <th scope="col">{text.themes.minShare}</th>
              <th scope="col">
                {text.themes.minCount}{" "}
                <span className="audited-only">{text.editor.auditedOnly}</span>
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {themes.map((theme) => (
              <ThemeRow
                key={theme}
                theme={theme}
                share={minShare[theme] ?? null}
                least={minCount?.[theme] ?? null}
                onChange={(share, least) => put(theme, share, least)}
              />
            ))}
          </tbody>
        </table>
      )}
      <NamedAdder
        label={text.themes.addTheme}
        names={text.themeNames}
        taken={themes}
        onAdd={(theme) => put(theme, 0.1, null)}
      />
    </SectionFrame>
  );
}

type ThemeRowProps = {
  readonly theme: string;
  readonly share: number | null;
  readonly least: number | null;
  readonly onChange: (share: number | null, least: number | null) => void;
};

function ThemeRow({ theme, share, least, onChange }: ThemeRowProps) {
  const text = useAdsRulesText();
  const name = named(text.themeNames, theme);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <NumberInput
          label={`${name} ${text.themes.minShare}`}
          value={share === null ? null : percent(share)}
          max={100}
          empty={text.editor.optional}
          onChange={(next) => onChange(next === null ? null : shareOf(next), least)}
        />
      </td>
      <td>
        <NumberInput
          label={`${name} ${text.themes.minCount}`}
          value={least}
          isWhole
          empty={text.editor.optional}
          onChange={(next) => onChange(share, next)}
        />
      </td>
      <td>
        <RemoveButton what={name} onClick={() => onChange(null, null)} />
      </td>
    </tr>
  );
}
