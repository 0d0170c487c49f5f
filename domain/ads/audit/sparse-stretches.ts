import { EPS_M } from "../tolerance.ts";

/** From one chainage to another, metres; on a ring `toM` may lie a round further. */
export type Stretch = { readonly fromM: number; readonly toM: number };

/** One piece of road, and where along it the ads stand, in any order. */
export type SpottedPiece = {
  readonly chainages: readonly number[];
  readonly lengthM: number;
  readonly isClosed: boolean;
};

/**
 * The longest stretches that hold fewer than `count` ads: from each ad, or the start, to the
 * `count`-th after it, or the end. For one ad the longest of them is the longest empty stretch.
 */
export function sparseStretches(
  { chainages, lengthM, isClosed }: SpottedPiece,
  count: number,
): Stretch[] {
  const sorted = [...chainages].sort((a, b) => a - b);
  if (sorted.length < count) return [{ fromM: 0, toM: lengthM }];
  if (isClosed) {
    return sorted.map((fromM, i) => {
      const next = i + count;
      const rounds = Math.floor(next / sorted.length);
      return { fromM, toM: (sorted[next % sorted.length] ?? 0) + rounds * lengthM };
    });
  }
  const stops = [0, ...sorted, lengthM];
  return stops
    .slice(0, stops.length - count)
    .map((fromM, i) => ({ fromM, toM: stops[i + count] ?? lengthM }));
}

/** A demand on every window longer than `windowM`: it holds `count` ads at least. */
export type WindowDemand = { readonly windowM: number; readonly count: number };

/** Least ads in any such window, not above what is asked; where it falls short, in order along the road. */
export function heldInWindows(
  piece: SpottedPiece,
  { windowM, count }: WindowDemand,
): { least: number; short: Stretch[] } {
  const isLong = ({ fromM, toM }: Stretch) => toM - fromM > windowM + EPS_M;
  let least = 0;
  while (least < count && !sparseStretches(piece, least + 1).some(isLong)) least++;
  const short = least < count ? joined(sparseStretches(piece, count).filter(isLong)) : [];
  return { least, short: joinedRound(short, piece) };
}

/** Stretches that overlap or touch become one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (!last || stretch.fromM > last.toM + EPS_M) result.push(stretch);
    else if (stretch.toM > last.toM) {
      result[result.length - 1] = { fromM: last.fromM, toM: stretch.toM };
    }
  }
  return result;
}

/** On a ring the last stretch may run on into the first ones; all round it is one round. */
function joinedRound(
  stretches: readonly Stretch[],
  { lengthM, isClosed }: SpottedPiece,
): Stretch[] {
  const rest = [...stretches];
  const last = rest.pop();
  if (!isClosed || !last) return [...stretches];
  let toM = last.toM;
  for (let first = rest[0]; first && first.fromM + lengthM <= toM + EPS_M; first = rest[0]) {
    toM = Math.max(toM, first.toM + lengthM);
    rest.shift();
  }
  return [...rest, { fromM: last.fromM, toM: Math.min(toM, last.fromM + lengthM) }];
}
