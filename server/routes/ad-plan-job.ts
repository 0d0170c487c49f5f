import { AdBudget, type AdInstance } from "../../domain/ads/ad-instance.ts";
import type { AdScope } from "../../domain/ads/plan/scoped-city.ts";
import type { NewAdPlan } from "../../domain/contract/ads-plans.ts";
import { DomainError } from "../../domain/errors.ts";
import { nearestNames } from "../../domain/nearest-names.ts";
import type { AuditedAds } from "../ads/ad-city.ts";
import type { AskedJob } from "../ads/ad-plans.ts";
import type { City } from "../city/city.ts";

/** What is to be planned for a request. Throws for sites and zones that there are not, and sites that the rules bar. */
export function adPlanJob(city: City, ads: AuditedAds, asked: NewAdPlan): AskedJob {
  const { objective, budget, scope } = asked;
  const sent = typeof budget === "number" ? { amount: budget } : budget;
  return {
    objective,
    instance: {
      ...ads.instance,
      candidates: locked(ads, asked.locks ?? {}),
      ...(sent && { budget: AdBudget.parse(sent) }),
    },
    scope: scope === undefined ? null : scopeOf(city, scope),
  };
}

function locked(
  { instance, blocked }: AuditedAds,
  { in: kept = [], out = [] }: NonNullable<NewAdPlan["locks"]>,
): AdInstance["candidates"] {
  if (kept.length === 0 && out.length === 0) return instance.candidates;
  const [mustBe, mustNot] = [new Set(kept), new Set(out)];
  const known = new Set(instance.candidates.map(({ id }) => id));
  for (const site of [...mustBe, ...mustNot]) {
    if (!known.has(site)) throw badLock(site, "unknown");
    if (mustBe.has(site) && mustNot.has(site)) throw badLock(site, "both-ways");
    const why = mustBe.has(site) && Object.hasOwn(blocked, site) ? blocked[site] : undefined;
    if (why !== undefined) throw badLock(site, "blocked", why);
  }
  return instance.candidates.map((site) => {
    if (mustBe.has(site.id)) return { ...site, lock: "in" };
    return mustNot.has(site.id) ? { ...site, lock: "out" } : site;
  });
}

function badLock(site: string, problem: "unknown" | "both-ways" | "blocked", detail = "") {
  return new DomainError("bad-ad-lock", { site, problem, detail });
}

/** Bounds, or a zone as it is today. */
function scopeOf(city: City, scope: NonNullable<NewAdPlan["scope"]>): AdScope {
  if (typeof scope !== "string") {
    const [west, south, east, north] = scope;
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return { type: "Polygon", coordinates: [ring] };
  }
  const { zones } = city.tables.registry;
  const zone = zones.at(city.now()).zones.find(({ id }) => id === scope);
  if (zone) return zone.geometry;
  const nearest = nearestNames(scope, zones.ids);
  throw new DomainError("unknown-value", { name: "scope", value: scope, nearest });
}
