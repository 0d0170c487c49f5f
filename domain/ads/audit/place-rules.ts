import Flatbush from "flatbush";
import type { AdInstance } from "../ad-instance.ts";
import type { AdRules } from "../ad-rules.ts";
import { EPS_M } from "../tolerance.ts";
import type { AdSurvey } from "./audit.ts";
import { countedAds } from "./counted-ads.ts";
import type { ExtraRuleKind, Judged } from "./extra-finding.ts";
import { isInRing } from "./segment-geometry.ts";

type Ad = AdInstance["ads"][number];
export type AdPlace = NonNullable<AdInstance["places"]>[number];

/**
 * What rules ask of the ads of each place. How many a place with an outline needs is S8's; here it
 * is asked of those drawn as points, and themes and spacing of both.
 */
export function placeFindings(survey: AdSurvey, places: readonly AdPlace[]): Judged[] {
  const { rules } = survey.instance;
  const adsOf = adsByPlace(survey, rules.placeReachM ?? null);
  return places.flatMap((place) => {
    const demands = demandsOn(place, rules);
    if (demands.length === 0) return [];
    const ads = adsOf(place);
    return demands.flatMap((demand): Judged[] => {
      const { rule, kind } = demand;
      return ads ? judge(place, ads, demand) : [{ rule, kind }];
    });
  });
}

type PlaceDemand = {
  readonly rule: string;
  readonly kind: ExtraRuleKind;
  readonly need: number;
  readonly theme?: string;
};

function demandsOn({ kind, polygon }: AdPlace, rules: AdRules): PlaceDemand[] {
  const demands: PlaceDemand[] = [];
  const count = polygon ? undefined : own(rules.places, kind);
  if (count) demands.push({ rule: `places.${kind}`, kind: "place-count", need: count });
  for (const [theme, need] of Object.entries(own(rules.placeThemes, kind) ?? {})) {
    const rule = `placeThemes.${kind}.${theme}`;
    if (need > 0) demands.push({ rule, kind: "place-theme", need, theme });
  }
  const spacingM = own(rules.placeSpacingM, kind);
  if (spacingM) {
    demands.push({ rule: `placeSpacingM.${kind}`, kind: "place-spacing", need: spacingM });
  }
  return demands;
}

function judge(place: AdPlace, ads: readonly Ad[], demand: PlaceDemand): Judged[] {
  const { rule, kind, need, theme } = demand;
  if (kind !== "place-spacing") {
    const have = theme === undefined ? ads.length : ads.filter((ad) => ad.theme === theme).length;
    return [{ rule, kind, owner: place.id, have, need, ok: have >= need }];
  }
  const nearest = nearestPair(ads);
  if (!nearest) return [];
  const ok = nearest.distanceM >= need - EPS_M;
  const have = nearest.distanceM;
  return [{ rule, kind, owner: place.id, have, need, ok, ...(!ok && { ads: nearest.pair }) }];
}

/** By plain comparison: a place has few ads. */
function nearestPair(ads: readonly Ad[]) {
  let nearest: { pair: [string, string]; distanceM: number } | null = null;
  ads.forEach((a, i) => {
    for (const b of ads.slice(i + 1)) {
      const distanceM = Math.hypot(a.x - b.x, a.y - b.y);
      if (nearest && distanceM >= nearest.distanceM) continue;
      nearest = { pair: [a.id, b.id], distanceM };
    }
  });
  return nearest as { pair: [string, string]; distanceM: number } | null;
}

/** The counted ads of a place; null for a point without a reach. */
function adsByPlace(survey: AdSurvey, reachM: number | null) {
  const ads = countedAds(survey).map((a) => survey.instance.ads[a]!);
  const index = ads.length > 0 ? new Flatbush(ads.length) : null;
  for (const { x, y } of ads) index?.add(x, y);
  index?.finish();
  const within = (west: number, south: number, east: number, north: number) =>
    (index?.search(west, south, east, north) ?? []).sort((a, b) => a - b).map((i) => ads[i]!);
  return ({ x, y, polygon }: AdPlace): Ad[] | null => {
    if (polygon) {
      const [xs, ys] = [polygon.map(([px]) => px), polygon.map(([, py]) => py)];
      const [west, south] = [Math.min(...xs) - 1, Math.min(...ys) - 1];
      return within(west, south, Math.max(...xs) + 1, Math.max(...ys) + 1).filter((ad) =>
        isInRing(ad.x, ad.y, polygon),
      );
    }
    if (reachM === null || x === undefined || y === undefined) return null;
    const r = reachM + EPS_M;
    return within(x - r, y - r, x + r, y + r).filter((ad) => Math.hypot(ad.x - x, ad.y - y) <= r);
  };
}

function own<T>(byKind: Readonly<Record<string, T>> | null | undefined, kind: string): T | null {
  return byKind && Object.hasOwn(byKind, kind) ? (byKind[kind] ?? null) : null;
}
