import { emptyStretch } from "../audit/empty-stretch.ts";
import { type EmptyStretch, emptyStretches } from "../audit/empty-stretches.ts";
import { requiredCount, requiredPerSide } from "../audit/required-count.ts";
import { lengthOf } from "../roads/chain.ts";
import { EPS_M } from "../tolerance.ts";
import type { PlanView, Spot } from "./plan-view.ts";

/** What the rules ask of a road or area. */
export type OwnerNeed = {
  readonly count: number;
  readonly perSide: number;
  /** Metres; null where stretches may be of any length. */
  readonly maxGapM: number | null;
};

/** What is missing on a road or area, in ads; of an area only `count`. */
export type Missing = {
  readonly count: number;
  readonly left: number;
  readonly right: number;
  /** Ads that its empty stretches need at least, to be short enough. */
  readonly stretch: number;
};

/** A plan within a budget looks at numbers alone, so sides and stretches are not asked of it. */
export function needOf({ survey, objective }: PlanView, owner: number): OwnerNeed {
  const { network, instance } = survey;
  const road = network.roads[owner];
  if (!road) {
    const { min } = instance.areas[owner - network.roads.length]!;
    return { count: min, perSide: 0, maxGapM: null };
  }
  const rule = instance.rules.groups[road.group]!;
  const count = requiredCount(rule, road.lengthM);
  if (objective === "budget") return { count, perSide: 0, maxGapM: null };
  return { count, perSide: requiredPerSide(rule, count), maxGapM: rule.maxGap ?? null };
}

/** What counts on an owner when the plan is done, one option left out. */
export function spotsWith(view: PlanView, owner: number, without = -1): Spot[] {
  const planned = view.members[owner]!.filter(
    ({ option }) => view.isChosen[option] === 1 && option !== without,
  );
  return [...view.standing[owner]!, ...planned];
}

export function missingWith(view: PlanView, owner: number, spots: readonly Spot[]): Missing {
  const { count, perSide, maxGapM } = needOf(view, owner);
  const onSide = (side: number) => spots.filter((spot) => spot.side !== -side).length;
  return {
    count: Math.max(0, count - spots.length),
    left: Math.max(0, perSide - (perSide > 0 ? onSide(1) : 0)),
    right: Math.max(0, perSide - (perSide > 0 ? onSide(-1) : 0)),
    stretch: maxGapM === null ? 0 : stretchesMissing(view, owner, spots, maxGapM),
  };
}

/** Whether nothing is missing that was not missing before. */
export function isNoWorse(now: Missing, before: Missing): boolean {
  return (
    now.count <= before.count &&
    now.left <= before.left &&
    now.right <= before.right &&
    now.stretch <= before.stretch
  );
}

export function isSame(a: Missing, b: Missing): boolean {
  return isNoWorse(a, b) && isNoWorse(b, a);
}

export function totalOf({ count, left, right, stretch }: Missing): number {
  return count + left + right + stretch;
}

function stretchesMissing(
  { survey }: PlanView,
  owner: number,
  spots: readonly Spot[],
  maxGapM: number,
): number {
  const axis = survey.network.roads[owner]?.axis ?? [];
  return axis.reduce((sum, piece, p) => {
    const length = lengthOf(piece);
    const ts = spots.filter((spot) => spot.piece === p).map(({ t }) => t);
    // A ring that is bare must first be broken up by an ad before a stretch has two ends.
    const isBareRing = piece.isClosed && ts.length === 0 && length > maxGapM + EPS_M;
    const stretches = emptyStretches(ts, length, piece.isClosed);
    return stretches.reduce(
      (total, { lengthM }) => total + adsToBreak(lengthM, maxGapM),
      sum + (isBareRing ? 1 : 0),
    );
  }, 0);
}

/** Whether a spot lies in an empty stretch of an owner that is too long. */
export function isInLongStretch(
  view: PlanView,
  owner: number,
  spots: readonly Spot[],
  { piece, t }: Spot,
): boolean {
  return longStretches(view, owner, spots).some((stretch) => {
    return stretch.piece === piece && isWithin(stretch, t);
  });
}

/** Whether a chainage is on a stretch, the seam of a ring minded. */
function isWithin({ fromM, toM, chainM }: LongStretch, t: number): boolean {
  return [t, t + chainM].some((at) => at > fromM + EPS_M && at < toM - EPS_M);
}

/** `chainM`: the length of the whole piece. */
export type LongStretch = EmptyStretch & { readonly piece: number; readonly chainM: number };

/** The empty stretches of an owner that are too long. */
export function longStretches(
  view: PlanView,
  owner: number,
  spots: readonly Spot[],
): LongStretch[] {
  const { maxGapM } = needOf(view, owner);
  if (maxGapM === null) return [];
  const axis = view.survey.network.roads[owner]?.axis ?? [];
  return axis.flatMap((chain, piece) => {
    const chainM = lengthOf(chain);
    const ts = spots.filter((spot) => spot.piece === piece).map(({ t }) => t);
    return emptyStretches(ts, chainM, chain.isClosed)
      .filter(({ lengthM }) => lengthM > maxGapM + EPS_M)
      .map((stretch) => ({ ...stretch, piece, chainM }));
  });
}

/** The longest empty stretch of a road, over all pieces of its axis. */
export function longestStretchM(
  { survey }: PlanView,
  owner: number,
  spots: readonly Spot[],
): number {
  const axis = survey.network.roads[owner]?.axis ?? [];
  const longest = axis.map((chain, piece) => {
    const ts = spots.filter((spot) => spot.piece === piece).map(({ t }) => t);
    return emptyStretch(ts, lengthOf(chain), chain.isClosed);
  });
  return Math.max(0, ...longest);
}

/** How many ads it takes at least to leave no part of a stretch longer than `maxGapM`. */
export function adsToBreak(lengthM: number, maxGapM: number): number {
  return Math.max(0, Math.ceil((lengthM - EPS_M) / maxGapM) - 1);
}
