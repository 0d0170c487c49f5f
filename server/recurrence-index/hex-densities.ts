import type { RecurrenceCounts } from "./count-recurrences.ts";
import type { HexResolution } from "./hex-table.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** One hexagon with something in it. `rate` is recurrences per 30 days and km² of its true area. */
export type HexDensity = { readonly id: string; readonly rate: number; readonly count: number };

/** Sums the counted places by the cell of their anchor. O(places + cells met); order of first meeting. */
export function hexDensities(
  { hexes, recurring }: RecurrenceIndex,
  counts: RecurrenceCounts,
  resolution: HexResolution,
): HexDensity[] {
  const rate30 = new Float64Array(hexes.count(resolution));
  const k = new Uint32Array(hexes.count(resolution));
  for (let i = 0; i < counts.count; i++) {
    const hex = hexes.cellOf(recurring.hex[counts.rank[i]!]!, resolution);
    rate30[hex]! += counts.rate30[i]!;
    k[hex]! += counts.k[i]!;
  }
  const densities: HexDensity[] = [];
  for (let hex = 0; hex < k.length; hex++) {
    if (k[hex] === 0) continue;
    const id = hexes.idOf(hex, resolution);
    densities.push({ id, rate: rate30[hex]! / hexes.areaKm2(id), count: k[hex]! });
  }
  return densities;
}
