import type { LineProximity } from "./line-proximity.ts";
import { NO_ZONE, type ZoneLocator } from "./zone-locator.ts";

/** Where a spot stands towards everything a duty can be about. Ordinals into the pack's lists. */
export type Territory = {
  /** Finest zone that holds it, or NO_ZONE. */
  readonly zone: number;
  /** Sections within reach, ascending ordinals. */
  readonly sections: readonly number[];
  readonly rivers: readonly number[];
};

/** One thing that a territory may have to do with: a zone of any level, a section, a river. */
export type Ground = { readonly kind: "zone" | "section" | "river"; readonly ordinal: number };

export type TerritoryFinder = {
  readonly zones: ZoneLocator;
  readonly sections: LineProximity;
  readonly rivers: LineProximity;
};

/** More lines than this at one spot are passed over; a junction has some ten. */
const MOST_LINES = 64;

/**
 * The distinct territories met so far, numbered. Millions of problems share some ten thousand of
 * them, so a filter by zone, person or unit is decided once per territory and is one table look-up
 * per row.
 */
export class TerritoryTable {
  readonly list: Territory[] = [];
  readonly #finder: TerritoryFinder;
  /** Territories by a hash of their parts; a bucket holds the few that share one. */
  readonly #numbers = new Map<number, number[]>();
  /** Territories by the ordinals of what they have to do with. */
  readonly #onGround: Record<Ground["kind"], number[][]> = { zone: [], section: [], river: [] };
  readonly #sections = new Int32Array(MOST_LINES);
  readonly #rivers = new Int32Array(MOST_LINES);

  constructor(finder: TerritoryFinder) {
    this.#finder = finder;
  }

  /** Number of the territory at a position; a new one is added at the end. */
  at(lng: number, lat: number): number {
    const { zones, sections, rivers } = this.#finder;
    const sectionCount = sections.linesNear(lng, lat, this.#sections);
    const riverCount = rivers.linesNear(lng, lat, this.#rivers);
    return this.#number(zones.locate(lng, lat), sectionCount, riverCount);
  }

  /** Numbers of the territories on that ground, a zone's communities and cells included. */
  on({ kind, ordinal }: Ground): readonly number[] {
    return this.#onGround[kind][ordinal] ?? NONE;
  }

  /** Whether a territory is on that ground. */
  isOn(number: number, { kind, ordinal }: Ground): boolean {
    const territory = this.list[number];
    if (!territory) return false;
    if (kind === "section") return territory.sections.includes(ordinal);
    if (kind === "river") return territory.rivers.includes(ordinal);
    return this.#finder.zones.chainOf(territory.zone).includes(ordinal);
  }

  /** The territory of a report without a position: nobody's. */
  nowhere(): number {
    return this.#number(NO_ZONE, 0, 0);
  }

  #number(zone: number, sectionCount: number, riverCount: number): number {
    sortFirst(this.#sections, sectionCount);
    sortFirst(this.#rivers, riverCount);
    let hash = zone + 1;
    for (let i = 0; i < sectionCount; i++) hash = Math.imul(hash, 31) + this.#sections[i]!;
    for (let i = 0; i < riverCount; i++) hash = Math.imul(hash, 37) - this.#rivers[i]!;
    hash |= 0;
    const bucket = this.#numbers.get(hash);
    for (const number of bucket ?? []) {
      const known = this.list[number]!;
      if (
        known.zone === zone &&
        startsWith(this.#sections, sectionCount, known.sections) &&
        startsWith(this.#rivers, riverCount, known.rivers)
      ) {
        return number;
      }
    }
    const number = this.#add({
      zone,
      sections: Array.from(this.#sections.subarray(0, sectionCount)),
      rivers: Array.from(this.#rivers.subarray(0, riverCount)),
    });
    if (bucket) bucket.push(number);
    else this.#numbers.set(hash, [number]);
    return number;
  }

  #add(territory: Territory): number {
    const number = this.list.push(territory) - 1;
    const note = (lists: number[][], ordinal: number) => {
      const list = lists[ordinal];
      if (list) list.push(number);
      else lists[ordinal] = [number];
    };
    const { zone, section, river } = this.#onGround;
    for (const ordinal of this.#finder.zones.chainOf(territory.zone)) note(zone, ordinal);
    for (const ordinal of territory.sections) note(section, ordinal);
    for (const ordinal of territory.rivers) note(river, ordinal);
    return number;
  }
}

/** Insertion sort: there are a handful. */
function sortFirst(values: Int32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}

function startsWith(values: Int32Array, count: number, wanted: readonly number[]): boolean {
  if (wanted.length !== count) return false;
  for (let i = 0; i < count; i++) if (values[i] !== wanted[i]) return false;
  return true;
}

const NONE: readonly number[] = [];
