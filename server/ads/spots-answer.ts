import type { AdSurvey } from "../../domain/ads/audit/audit.ts";
import { roundedAt } from "../../domain/ads/audit/road-whereabouts.ts";
import type { AdSite, AdSpot, AdSpots } from "../../domain/contract/ads.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import type { AdView } from "./ad-view.ts";

/** Everything that stands and could; a plan's edits move and lock sites. */
export function spotsAnswer(model: AdCityModel, { rules, plan }: AdView): AdSpots {
  const survey = model.surveyOf(rules, plan ?? undefined);
  const { plane } = model.cityOf(rules);
  const { instance } = survey;
  const at = ({ x, y }: { readonly x: number; readonly y: number }): [number, number] => {
    const [lng, lat] = roundedAt(plane, x, y);
    return [lng, lat];
  };
  return {
    ads: instance.ads.map(
      (ad, a): AdSpot => ({
        id: ad.id,
        position: at(ad),
        carrier: ad.carrier ?? null,
        facing: ad.facing ?? null,
        ...hostedAt(survey, survey.ads[a]!),
        theme: ad.theme ?? null,
        state: ad.state,
        counts: rules.countStates.includes(ad.state),
        repairCost: ad.repairCost ?? null,
        unit: ad.unitId ?? null,
      }),
    ),
    sites: instance.candidates.map(
      (site, s): AdSite => ({
        id: site.id,
        position: at(site),
        carrier: site.carrier ?? null,
        facing: site.facing ?? null,
        ...hostedAt(survey, survey.sites[s]!),
        cost: site.cost,
        blocked: survey.blocked[s] ?? null,
      }),
    ),
  };
}

/** The host of a spot, how far along it and on which side. */
export function hostedAt(
  { network }: AdSurvey,
  { served: [host] }: AdSurvey["ads"][number],
): Pick<AdSpot, "road" | "chainage" | "side"> {
  if (!host) return { road: null, chainage: null, side: 0 };
  const { key } = network.roads[host.road]!;
  return { road: key, chainage: Number(host.t.toFixed(2)), side: host.side };
}
