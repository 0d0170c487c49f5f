import { roadDetail } from "../../domain/ads/audit/road-detail.ts";
import type { AdRoadDetail } from "../../domain/contract/ads.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import type { AdView } from "./ad-view.ts";
import { surveyOfView } from "./audit-answers.ts";

/** The arithmetic of one road; null for a road that there is not. */
export function roadAnswer(model: AdCityModel, view: AdView, key: string): AdRoadDetail | null {
  const detail = roadDetail(surveyOfView(model, view), key);
  if (!detail) return null;
  const { length, required, sides, stretches, conflicts } = detail;
  const { roads } = model.cityOf(view.rules).network;
  const name = model.namesOf(view.rules)[roads.findIndex((road) => road.key === key)];
  return {
    key,
    name: name ?? null,
    group: detail.group,
    status: detail.status,
    lengthM: length.lengthM,
    rawLengthM: length.rawLengthM,
    isClosed: length.pieces.length === 1 && length.pieces[0]!.isClosed,
    pieces: length.pieces.map(({ lengthM }) => lengthM),
    perKm: required.perKm,
    rounding: required.rounding,
    exact: required.exact,
    minLengthM: required.minLengthM,
    minCount: required.minCount,
    required: required.required,
    count: detail.count,
    shortage: detail.shortage,
    ads: detail.ads.map(({ id, piece, t, side, distanceM, state, counts, whyNot, plan }) => {
      const figures = { id, piece, chainage: t, side, distance: distanceM, state, counts, whyNot };
      return { ...figures, isPlanned: plan !== null };
    }),
    stretches: stretches.map(({ piece, fromM, toM, lengthM, isTooLong }) => {
      return { piece, from: fromM, to: toM, length: lengthM, isTooLong };
    }),
    maxGapM: detail.maxGapM,
    sides: sides.share === null ? null : { need: sides.need, left: sides.left, right: sides.right },
    conflicts: conflicts.map(({ ids: [a, b], distanceM, requiredM }) => {
      return { a, b, distance: distanceM, required: requiredM };
    }),
  };
}
