import { DomainError } from "../../domain/errors.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import type { AdEdits, AdView } from "./ad-view.ts";

/**
 * Throws for sites that there are not, that must be and must not be, and that must be though the rules bar them. An ad that
 * could be repaired may be among those that must not.
 */
export function checkEdits(
  model: AdCityModel,
  { view: { rules }, edits }: { readonly view: AdView; readonly edits: AdEdits },
): void {
  const { locks, moves } = edits;
  const [mustBe, mustNot] = [new Set(locks.in), new Set(locks.out)];
  const { instance, blocked } = model.surveyOf(rules, { locks: { in: [], out: [] }, moves });
  const siteAt = new Map(instance.candidates.map(({ id }, s) => [id, s]));
  const repairable = new Set(
    instance.ads.flatMap(({ id, repairCost }) => (repairCost == null ? [] : [id])),
  );
  for (const site of [...mustBe, ...mustNot, ...Object.keys(moves)]) {
    const at = siteAt.get(site);
    if (at === undefined) {
      if (repairable.has(site) && mustNot.has(site) && !mustBe.has(site)) continue;
      throw badLock(site, "unknown");
    }
    if (mustBe.has(site) && mustNot.has(site)) throw badLock(site, "both-ways");
    const why = mustBe.has(site) ? blocked[at] : null;
    if (why) throw badLock(site, "blocked", why);
  }
}

function badLock(site: string, problem: "unknown" | "both-ways" | "blocked", detail = "") {
  return new DomainError("bad-ad-lock", { site, problem, detail });
}
