/** Something that borders others and can be joined with them. */
export type Region = {
  areaM2: number;
  perimeterM: number;
  /**
   * By neighbour: length of the shared border and its length weighted by how strongly the lines
   * divide.
   */
  readonly neighbours: Map<number, { lengthM: number; weightM: number }>;
};

/**
 * Joins regions, the smallest with its best neighbour, until `count` are left or none can be
 * joined. Compact unions and weak borders are preferred, so what is left is bounded by the great
 * streets. Answers for each region the index of the one that stands for its group. Cost: regions²
 * in the worst case.
 */
export function mergeRegions(
  regions: readonly Region[],
  count: number,
  options: { readonly borderWeight: number; readonly maxAreaM2: number },
): number[] {
  const groupOf = regions.map((_, i) => i);
  const live = new Map(
    regions.map(({ areaM2, perimeterM, neighbours }, i) => [
      i,
      { areaM2, perimeterM, neighbours: new Map(neighbours) },
    ]),
  );
  const stuck = new Set<number>();
  while (live.size > count) {
    const smallest = smallestOf(live, stuck);
    if (smallest === null) break;
    const partner = bestPartner(live, smallest, options);
    if (partner === null) {
      stuck.add(smallest);
      continue;
    }
    join(live, partner, smallest);
    for (let i = 0; i < groupOf.length; i++) if (groupOf[i] === smallest) groupOf[i] = partner;
  }
  return groupOf;
}

type Live = Map<number, Region>;

function smallestOf(live: Live, stuck: ReadonlySet<number>): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { areaM2 }] of live) {
    if (areaM2 < least && !stuck.has(i)) {
      least = areaM2;
      best = i;
    }
  }
  return best;
}

function bestPartner(
  live: Live,
  at: number,
  options: { readonly borderWeight: number; readonly maxAreaM2: number },
): number | null {
  const own = live.get(at)!;
  let best: number | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [other, { lengthM, weightM }] of own.neighbours) {
    const that = live.get(other);
    if (!that) continue;
    const area = own.areaM2 + that.areaM2;
    const around = own.perimeterM + that.perimeterM - 2 * lengthM;
    const shape = (4 * Math.PI * area) / (around * around);
    const size = Math.max(0, area / options.maxAreaM2 - 0.75);
    const score = shape - (options.borderWeight * weightM) / lengthM - 1.2 * size;
    if (score > bestScore) {
      bestScore = score;
      best = other;
    }
  }
  return best;
}

function join(live: Live, into: number, from: number): void {
  const a = live.get(into)!;
  const b = live.get(from)!;
  const shared = a.neighbours.get(from)!;
  a.areaM2 += b.areaM2;
  a.perimeterM += b.perimeterM - 2 * shared.lengthM;
  a.neighbours.delete(from);
  for (const [other, border] of b.neighbours) {
    if (other === into) continue;
    const known = a.neighbours.get(other);
    const sum = {
      lengthM: (known?.lengthM ?? 0) + border.lengthM,
      weightM: (known?.weightM ?? 0) + border.weightM,
    };
    a.neighbours.set(other, sum);
    const back = live.get(other);
    back?.neighbours.delete(from);
    back?.neighbours.set(into, sum);
  }
  live.delete(from);
}
