import { type Chain, lengthOf } from "../roads/chain.ts";
import { EPS_M } from "../tolerance.ts";

type Spot = { readonly piece: number; readonly t: number };
type Option = Spot & { readonly column: number };

/**
 * The longest empty stretch as covering rows: from every place where a stretch could begin, one of
 * the columns within `maxGapM` must be chosen. Rows that hold anyway or follow from another are left
 * out; an empty row says that no choice will do.
 */
export function gapRows(
  axis: readonly Chain[],
  maxGapM: number,
  standing: readonly Spot[],
  options: readonly Option[],
): number[][] {
  return axis.flatMap((piece, p) => {
    const length = lengthOf(piece);
    if (length <= maxGapM + EPS_M) return [];
    const fixed = standing.filter((spot) => spot.piece === p).map(({ t }) => t);
    const own = options.filter((spot) => spot.piece === p).sort((a, b) => a.t - b.t);
    return windowsOf(length, piece.isClosed, maxGapM, fixed, own);
  });
}

function windowsOf(
  length: number,
  isClosed: boolean,
  maxGap: number,
  fixed: readonly number[],
  own: readonly Option[],
): number[][] {
  const places = [...fixed, ...own.map(({ t }) => t)];
  const starts = (isClosed && places.length > 0 ? places : [0, ...places]).sort((a, b) => a - b);
  const sortedFixed = repeated(
    [...fixed].sort((a, b) => a - b),
    length,
    isClosed,
  );
  const ts = repeated(
    own.map(({ t }) => t),
    length,
    isClosed,
  );
  const windows: { from: number; to: number }[] = [];
  for (const start of starts) {
    if (!isClosed && start + maxGap >= length - EPS_M) continue;
    const [low, high] = [start + EPS_M, start + maxGap + EPS_M];
    if (firstAbove(sortedFixed, low) < firstAbove(sortedFixed, high)) continue;
    windows.push({ from: firstAbove(ts, low), to: firstAbove(ts, high) });
  }
  const needed = windows.filter(
    (window, i) =>
      !windows.some(
        (other, j) =>
          Math.abs(i - j) <= NEIGHBOURS &&
          other.from >= window.from &&
          other.to <= window.to &&
          (other.from > window.from || other.to < window.to || j < i),
      ),
  );
  return needed.map(({ from, to }) => {
    const columns = Array.from(
      { length: to - from },
      (_, i) => own[(from + i) % own.length]!.column,
    );
    return [...new Set(columns)];
  });
}

/** Windows are in order, so what implies one stands close by; missing a few costs only time. */
const NEIGHBOURS = 12;

/** On a ring a window may run over the seam: the places a second time, a round later. */
function repeated(ts: readonly number[], length: number, isClosed: boolean): number[] {
  return isClosed ? [...ts, ...ts.map((t) => t + length)] : [...ts];
}

/** Position of the first that is greater. */
function firstAbove(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
