import type { AdPlanResult } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useNames } from "../use-names.ts";

/** Which themes the new ads get, so that each has its share. */
export function ThemeTable({ result }: { readonly result: AdPlanResult }) {
  const text = useAdPlansText();
  const names = useNames();
  const { ads } = useAdsDesk();
  const { themes, actions } = result;
  if (!themes || themes.length === 0) return null;
  // Those that count and those that the plan adds, as the shares are asked of.
  const standing = [...ads.values()].filter(({ counts }) => counts).length;
  const all = Math.max(standing + actions.length, 1);
  return (
    <section className="plan-themes">
      <h3>
        {text.themes}
        <small>{text.themesHint}</small>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.themeColumns.theme}</th>
            <th scope="col">{text.themeColumns.have}</th>
            <th scope="col">{text.themeColumns.added}</th>
            <th scope="col">{text.themeColumns.share}</th>
            <th scope="col">{text.themeColumns.min}</th>
          </tr>
        </thead>
        <tbody>
          {themes.map(({ theme, have, added, minShare }) => {
            const share = (have + added) / all;
            return (
              <tr key={theme}>
                <th scope="row">{names.theme(theme)}</th>
                <td>{count(have)}</td>
                <td>{added > 0 ? `+${count(added)}` : "0"}</td>
                <td className={share < minShare ? "is-loss" : undefined}>
                  {percent(share)}
                  {share < minShare && ` ▼${text.themeShort}`}
                </td>
                <td>{percent(minShare)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
