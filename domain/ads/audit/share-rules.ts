import type { AdRules } from "../ad-rules.ts";
import { shareOfKind } from "../audited-only-rules.ts";
import type { AdSurvey } from "./audit.ts";
import { countedAds } from "./counted-ads.ts";
import type { ExtraObjects, Judged } from "./extra-finding.ts";
import { hoardingShare, screenShare } from "./shares.ts";

/** Least numbers of themes in the whole city. */
export function themeFindings(survey: AdSurvey): Judged[] {
  const { ads, rules } = survey.instance;
  const leasts = Object.entries(rules.themes?.minCount ?? {});
  if (leasts.length === 0) return [];
  const themes = countedAds(survey).map((a) => ads[a]!.theme);
  return leasts.map(([theme, need]) => {
    const have = themes.filter((each) => each === theme).length;
    const rule = `themes.minCount.${theme}`;
    return { rule, kind: "theme-count", owner: null, have, need, ok: have >= need };
  });
}

/** S11 by rule: hoardings and screens that something is asked of. */
export function boardFindings(
  rules: AdRules,
  { hoardings, screens }: Pick<ExtraObjects, "hoardings" | "screens">,
): Judged[] {
  const pathOf = (list: "hoardingMinShare" | "screenMinShare", kind: string | null | undefined) => {
    const found = shareOfKind(rules[list], kind);
    return found ? `${list}.${found.key}` : "own";
  };
  const onHoardings = (hoardings ?? []).map((hoarding): Judged => {
    const { share, shortageArea } = hoardingShare(hoarding);
    const rule = pathOf("hoardingMinShare", hoarding.kind);
    const demand = { rule, kind: "hoarding-share", owner: hoarding.id } as const;
    return { ...demand, have: share, need: hoarding.minShare, ok: shortageArea === 0 };
  });
  const onScreens = (screens ?? []).map((screen): Judged => {
    const { share, shortageSeconds } = screenShare(screen);
    const rule = pathOf("screenMinShare", screen.kind);
    const demand = { rule, kind: "screen-share", owner: screen.id } as const;
    return { ...demand, have: share, need: screen.minShare, ok: shortageSeconds === 0 };
  });
  return [...onHoardings, ...onScreens].filter((each) => !("need" in each) || each.need > 0);
}
