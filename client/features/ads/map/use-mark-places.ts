import { useMemo } from "react";
import type { AdSite, AdSpot } from "../../../../domain/contract/ads.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import type { Proposal } from "./mark-drawings.ts";
import { type AxesByKey, axesOf, type PlacedMark, placeMarks, standing } from "./mark-features.ts";
import { isShown } from "./road-features.ts";

export type MarkPlaces = {
  readonly axes: AxesByKey;
  readonly ads: readonly PlacedMark<AdSpot>[];
  readonly sites: readonly PlacedMark<AdSite>[];
  /** Of the chosen plan, where it is shown. */
  readonly fresh: readonly PlacedMark<Proposal>[];
  readonly repairs: readonly PlacedMark<Proposal>[];
};

/** Every mark on its road; made anew when the data changes, not with the map. */
export function useMarkPlaces(): MarkPlaces {
  const { roads, ads, sites, plan, mode } = useAdsDesk();
  const isWithin = useIsWithin();
  const axes = useMemo(() => axesOf(roads), [roads]);
  const placedAds = useMemo(
    () => placeMarks(standing(ads.values()).filter(isWithin), axes),
    [ads, axes, isWithin],
  );
  const placedSites = useMemo(
    () => placeMarks([...sites.values()].filter(isWithin), axes),
    [sites, axes, isWithin],
  );
  const result = mode === "plan" ? plan?.result : undefined;
  const [fresh, repairs] = useMemo(() => {
    const proposals = (kind: "new" | "repair") =>
      (result?.sites ?? []).flatMap((site): Proposal[] => {
        if (site.kind !== kind) return [];
        const known = kind === "new" ? sites.get(site.id) : ads.get(site.id);
        const road = site.road ?? known?.road ?? null;
        return [{ ...site, road, side: site.side ?? known?.side ?? 0 }];
      });
    return [placeMarks(proposals("new"), axes), placeMarks(proposals("repair"), axes)];
  }, [result, sites, ads, axes]);
  return useMemo(
    () => ({ axes, ads: placedAds, sites: placedSites, fresh, repairs }),
    [axes, placedAds, placedSites, fresh, repairs],
  );
}

type IsWithin = (mark: Pick<AdSpot, "road">) => boolean;

/** Whether a mark belongs to the zone, unit and group that are chosen: by the road that is its host. */
function useIsWithin(): IsWithin {
  const { audit, url } = useAdsDesk();
  const { zone, unit, group } = url;
  return useMemo((): IsWithin => {
    const isAll = zone === undefined && unit === undefined && group === undefined;
    if (isAll || !audit) return () => true;
    const keys = new Set(
      audit.roads.filter((road) => isShown(road, { group })).map(({ key }) => key),
    );
    return ({ road }) => road !== null && keys.has(road);
  }, [audit, zone, unit, group]);
}
