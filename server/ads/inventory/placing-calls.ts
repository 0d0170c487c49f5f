import type { AdRecord } from "../../../domain/ads/ad-record.ts";
import type { AdRuleSet } from "../../../domain/ads/ad-rules.ts";
import { networkOf } from "../../../domain/ads/audit/audit.ts";
import { adPlacer, type PlacedAd } from "../../../domain/ads/inventory/placed-ad.ts";
import {
  type DatumCount,
  datumAdvice,
  type SnappedRow,
  snappingOf,
} from "../../../domain/ads/inventory/snapping.ts";
import { type PackAds, packInstance } from "../../../domain/ads/pack-instance.ts";
import { planarInstance, planeOfRoads } from "../../../domain/ads/planar-instance.ts";
import type { CityPack } from "../../../domain/city-pack.ts";
import type { AdImportReport } from "../../../domain/contract/ads-import.ts";
import type { Datum } from "../../../domain/spatial/datum.ts";
import { readAds } from "../../packs/read-ads.ts";
import { readPack } from "../../packs/read-pack.ts";

/** Longitude, latitude and facing each, NaN for none: read without being copied one by one. */
export type Spots = Float64Array;

export type LoadedPlacing = {
  readonly packAds: readonly AdRecord[];
  readonly packRules: AdRuleSet | null;
};

/** Rows of a file; a position that a datum does not give is NaN. */
export type SnapAsked = {
  readonly rows: readonly { readonly row: number; readonly id: string }[];
  readonly datum: Datum;
  readonly spots: Readonly<Partial<Record<Datum, Spots>>>;
};

type Report = NonNullable<AdImportReport["snapping"]>;

/** Roads and rows that a report lists. */
const LISTED = 200;

/** What the thread that knows the roads can be asked: what stands here serves which of them. */
export function placingCalls() {
  let loaded: { readonly pack: CityPack; readonly ads: PackAds } | null = null;
  let place: ((x: number, y: number, facing: number) => PlacedAd) | null = null;

  function placeAt(spots: Spots, i: number): PlacedAd {
    if (!place) throw new Error("Ads are placed before there are rules");
    return place(spots[3 * i]!, spots[3 * i + 1]!, spots[3 * i + 2]!);
  }
  return {
    async load({ folder }: { readonly folder: string }): Promise<LoadedPlacing> {
      const { value: pack } = await readPack(folder);
      const { value: ads } = await readAds(pack);
      loaded = { pack, ads };
      place = null;
      return { packAds: ads.ads, packRules: ads.rules };
    },
    rules({ rules }: { readonly rules: AdRuleSet }): void {
      if (!loaded) throw new Error("Rules come before the roads");
      // Roads do not depend on what stands along them.
      const given = packInstance(loaded.pack, { ...loaded.ads, ads: [], candidates: [] }, rules);
      const plane = planeOfRoads(given);
      const planar = planarInstance(given);
      const placeAd = adPlacer(planar, networkOf(planar));
      place = (lng, lat, facing) =>
        placeAd({
          x: plane.x(lng),
          y: plane.y(lat),
          facing: Number.isNaN(facing) ? null : facing,
        });
    },
    place: ({ spots }: { readonly spots: Spots }): PlacedAd[] =>
      Array.from({ length: spots.length / 3 }, (_, i) => placeAt(spots, i)),
    /** Positions of those that a road hosts. */
    hostedBy({ key, spots }: { readonly key: string; readonly spots: Spots }): number[] {
      const found: number[] = [];
      for (let i = 0; i < spots.length / 3; i++) {
        if (placeAt(spots, i).road?.key === key) found.push(i);
      }
      return found;
    },
    snap({ rows, datum, spots }: SnapAsked): Report {
      const snapped = (own: Spots): SnappedRow[] =>
        rows.flatMap(({ row, id }, i) =>
          Number.isNaN(own[3 * i]!) ? [] : [{ row, id, placed: placeAt(own, i) }],
        );
      const served = ({ placed }: SnappedRow) => placed.road !== null || placed.areas.length > 0;
      const counts = Object.entries(spots).map(
        ([name, own]): DatumCount & { readonly found: SnappedRow[] } => {
          const found = snapped(own);
          return { datum: name as Datum, served: found.filter(served).length, found };
        },
      );
      const own = counts.find((each) => each.datum === datum);
      const { roads, unserved, ...sums } = snappingOf(own?.found ?? []);
      const advice = datumAdvice(sums.all, { datum, served: own?.served ?? 0 }, counts);
      return {
        ...sums,
        roads: roads.slice(0, LISTED),
        roadCount: roads.length,
        unserved: unserved
          .slice(0, LISTED)
          .map(({ row, id, placed }) => ({ row, id, missed: placed.missed })),
        unservedCount: unserved.length,
        datumWarning: advice && {
          ...advice,
          better: advice.better && { datum: advice.better.datum, served: advice.better.served },
        },
      };
    },
  };
}
export type PlacingCalls = ReturnType<typeof placingCalls>;
