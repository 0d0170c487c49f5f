import { cellArea, cellToBoundary, latLngToCell, UNITS } from "h3-js";

/** Resolutions that recurrence is drawn at: zoom ≤ 12, 13–14, 15. */
export const hexResolutions = [8, 9, 10] as const;
export type HexResolution = (typeof hexResolutions)[number];

/**
 * H3 cells that were met, as small integers of their own per resolution. A cell of a coarser resolution does not hold the
 * finer ones that are called its children, so each position is looked up in every resolution. H3 is for display only.
 */
export class HexTable {
  readonly #ids: Record<HexResolution, string[]> = { 8: [], 9: [], 10: [] };
  readonly #ordinals: Record<HexResolution, Map<string, number>> = {
    8: new Map(),
    9: new Map(),
    10: new Map(),
  };
  /** Spots: the combinations of cells that were met. */
  readonly #spots = new Map<string, number>();
  readonly #cellOfSpot: Record<HexResolution, number[]> = { 8: [], 9: [], 10: [] };
  readonly #areaKm2 = new Map<string, number>();

  /** Number of the spot at a position: the cells of all resolutions that it lies in. About 6 µs. */
  at(lng: number, lat: number): number {
    const ids = hexResolutions.map((resolution) => latLngToCell(lat, lng, resolution));
    const key = ids.join();
    const known = this.#spots.get(key);
    if (known !== undefined) return known;
    const spot = this.#spots.size;
    this.#spots.set(key, spot);
    for (const [i, resolution] of hexResolutions.entries()) {
      this.#cellOfSpot[resolution][spot] = this.#number(resolution, ids[i]!);
    }
    return spot;
  }

  /** Ordinal at `resolution` of the cell that a spot lies in. */
  cellOf(spot: number, resolution: HexResolution): number {
    return this.#cellOfSpot[resolution][spot]!;
  }

  count(resolution: HexResolution): number {
    return this.#ids[resolution].length;
  }

  idOf(ordinal: number, resolution: HexResolution): string {
    return this.#ids[resolution][ordinal]!;
  }

  /** True area of a cell, km²; resolution 10 is about 0.015. */
  areaKm2(id: string): number {
    let area = this.#areaKm2.get(id);
    if (area === undefined) {
      area = cellArea(id, UNITS.km2);
      this.#areaKm2.set(id, area);
    }
    return area;
  }

  #number(resolution: HexResolution, id: string): number {
    const ordinals = this.#ordinals[resolution];
    const known = ordinals.get(id);
    if (known !== undefined) return known;
    const ordinal = this.#ids[resolution].push(id) - 1;
    ordinals.set(id, ordinal);
    return ordinal;
  }
}

/** The cell's corners as a closed ring of [lng, lat], 6 decimals. */
export function hexRing(id: string): [number, number][] {
  return cellToBoundary(id, true).map(([lng, lat]) => [round6(lng), round6(lat)]);
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
