import { isValidForm } from "../audited-only-rules.ts";
import type { AdSurvey } from "./audit.ts";

/** Positions of the ads that stand in a counted state, on a carrier of a valid form. */
export function countedAds({ instance }: Pick<AdSurvey, "instance">): number[] {
  const { ads, rules } = instance;
  return [...ads.keys()].filter((a) => {
    const ad = ads[a]!;
    return rules.countStates.includes(ad.state) && isValidForm(rules.forms, ad.carrier);
  });
}
