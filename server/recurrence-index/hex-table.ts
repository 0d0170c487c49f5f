import { cellArea, cellToBoundary, cellToParent, latLngToCell, UNITS } from "h3-js";

/** Resolutions that recurrence is drawn at: zoom ≤ 12, 13–14, 15. */
export const hexResolutions = [8, 9, 10] as const;
export type HexResolution = (typeof hexResolutions)[number];

const FINEST = 10;

/** H3 cells that were met, as small integers of their own per resolution. H3 is for display only. */
export class HexTable {
  readonly #ids: Record<HexResolution, string[]> = { 8: [], 9: [], 10: [] };
  readonly #ordinals: Record<HexResolution, Map<string, number>> = {
    8: new Map(),
    9: new Map(),
    10: new Map(),
  };
  /** Ordinals of the parents of the finest cells. */
  readonly #parents: Record<8 | 9, number[]> = { 8: [], 9: [] };
  readonly #areaKm2 = new Map<string, number>();

  /** Ordinal of the resolution 10 cell at a position. About 2 µs. */
  at(lng: number, lat: number): number {
    const id = latLngToCell(lat, lng, FINEST);
    const known = this.#ordinals[10].get(id);
    if (known !== undefined) return known;
    const ordinal = this.#number(10, id);
    this.#parents[9][ordinal] = this.#number(9, cellToParent(id, 9));
    this.#parents[8][ordinal] = this.#number(8, cellToParent(id, 8));
    return ordinal;
  }

  /** Ordinal at `resolution` of the cell that holds a finest cell. */
  parentOf(ordinal: number, resolution: HexResolution): number {
    return resolution === FINEST ? ordinal : this.#parents[resolution][ordinal]!;
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
