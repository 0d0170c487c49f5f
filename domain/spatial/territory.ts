import type { LineProximity, NearLine } from "./line-proximity.ts";
import { NO_ZONE, type ZoneLocator } from "./zone-locator.ts";

/** Where a spot stands towards everything a duty can be about. Ordinals into the pack's lists. */
export type Territory = {
  /** Finest zone that holds it, or NO_ZONE. */
  readonly zone: number;
  /** Sections within reach, ascending ordinals. */
  readonly sections: readonly number[];
  readonly rivers: readonly number[];
};

export type TerritoryFinder = {
  readonly zones: ZoneLocator;
  readonly sections: LineProximity;
  readonly rivers: LineProximity;
};

/**
 * The distinct territories met so far, numbered. Millions of problems share some ten thousand of them, so a filter by
 * zone, person or unit is decided once per territory and is one table look-up per row.
 */
export class TerritoryTable {
  readonly list: Territory[] = [];
  readonly #finder: TerritoryFinder;
  readonly #numbers = new Map<string, number>();

  constructor(finder: TerritoryFinder) {
    this.#finder = finder;
  }

  /** Number of the territory at a position; a new one is added at the end. */
  at(lng: number, lat: number): number {
    const zone = this.#finder.zones.locate(lng, lat);
    const sections = this.#finder.sections.near(lng, lat);
    const rivers = this.#finder.rivers.near(lng, lat);
    return this.#number(zone, sections, rivers);
  }

  /** The territory of a report without a position: nobody's. */
  nowhere(): number {
    return this.#number(NO_ZONE, [], []);
  }

  #number(zone: number, sections: readonly NearLine[], rivers: readonly NearLine[]): number {
    const sectionOrdinals = ordinalsOf(sections);
    const riverOrdinals = ordinalsOf(rivers);
    const key = `${zone}|${sectionOrdinals.join()}|${riverOrdinals.join()}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.list.length;
    this.list.push({ zone, sections: sectionOrdinals, rivers: riverOrdinals });
    this.#numbers.set(key, number);
    return number;
  }
}

function ordinalsOf(lines: readonly NearLine[]): readonly number[] {
  if (lines.length === 0) return NONE;
  return lines.map(({ line }) => line).sort((a, b) => a - b);
}

const NONE: readonly number[] = [];
