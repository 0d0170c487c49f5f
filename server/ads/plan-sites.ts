import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdSurvey } from "../../domain/ads/audit/audit.ts";
import { roundedAt } from "../../domain/ads/audit/road-whereabouts.ts";
import { inBookOrder } from "../../domain/ads/book-order.ts";
import type { ThemePlan } from "../../domain/ads/plan/assign-themes.ts";
import type { AdAction } from "../../domain/ads/plan/planned-survey.ts";
import type { AdPlanSite } from "../../domain/contract/ads-plans.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import { hostedAt } from "./spots-answer.ts";

/** Every action of a plan with all that a work order says, as one would walk them, numbered from 1. */
export function planSites(
  model: AdCityModel,
  rules: AdRuleSet,
  survey: AdSurvey,
  actions: readonly AdAction[],
  { themes }: Pick<ThemePlan, "themes">,
): AdPlanSite[] {
  const { instance } = survey;
  const themeOf = new Map(themes.map(({ id, theme }) => [id, theme]));
  const { plane } = model.cityOf(rules);
  const siteAt = new Map(instance.candidates.map(({ id }, s) => [id, s]));
  const adAt = new Map(instance.ads.map(({ id }, a) => [id, a]));
  const sites = actions.flatMap(({ kind, id }): AdPlanSite[] => {
    const at = (kind === "new" ? siteAt : adAt).get(id);
    if (at === undefined) return [];
    const object = kind === "new" ? instance.candidates[at]! : instance.ads[at]!;
    const [lng, lat] = roundedAt(plane, object.x, object.y);
    const cost = "cost" in object ? object.cost : (object.repairCost ?? 0);
    const { road, chainage, side } = hostedAt(
      survey,
      (kind === "new" ? survey.sites : survey.ads)[at]!,
    );
    return [
      {
        kind,
        id,
        position: [lng, lat],
        carrier: object.carrier ?? null,
        cost,
        road,
        chainage,
        side,
        facing: object.facing ?? null,
        theme: ("theme" in object ? object.theme : themeOf.get(id)) ?? null,
        unit: model.unitAt(lngLat(lng, lat)),
        zone: model.zoneAt(lngLat(lng, lat)),
      },
    ];
  });
  return inBookOrder(sites.map(bookEntry), model.zones()).map(({ site }, n) => {
    return { ...site, number: n + 1 };
  });
}

function bookEntry(site: AdPlanSite) {
  const { id, zone, road, chainage } = site;
  return {
    site,
    id,
    zoneId: zone?.id ?? null,
    roadKey: road ?? null,
    chainageM: chainage ?? null,
  };
}
