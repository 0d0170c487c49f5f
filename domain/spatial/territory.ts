import type { LineProximity } from "./line-proximity.ts";
import type { ZoneAtlas } from "./zone-atlas.ts";
import { NO_ZONE } from "./zone-locator.ts";

/** Where a spot stands towards everything a duty can be about. Ordinals into the pack's lists. */
export type Territory = {
  /** Finest zone that holds it in each sheet of the atlas, or NO_ZONE. */
  readonly zones: readonly number[];
  /** Sections within reach, ascending ordinals. */
  readonly sections: readonly number[];
  readonly rivers: readonly number[];
};

type LineKind = "section" | "river";

/** One thing that a territory may have to do with: a zone of any level as one sheet draws it, a section, a river. */
export type Ground =
  | { readonly kind: "zone"; readonly sheet: number; readonly ordinal: number }
  | { readonly kind: LineKind; readonly ordinal: number };

export type TerritoryFinder = {
  readonly zones: ZoneAtlas;
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
  /** Territories by the ordinals of the lines they have to do with. */
  readonly #onLine: Record<LineKind, number[][]> = { section: [], river: [] };
  /** The same for zones, by sheet; a sheet that nobody asked about yet is undefined. */
  readonly #onZone: (number[][] | undefined)[] = [];
  readonly #zones: Int32Array;
  readonly #sections = new Int32Array(MOST_LINES);
  readonly #rivers = new Int32Array(MOST_LINES);

  constructor(finder: TerritoryFinder) {
    this.#finder = finder;
    this.#zones = new Int32Array(finder.zones.sheets.length);
  }

  /** Number of the territory at a position; a new one is added at the end. */
  at(lng: number, lat: number): number {
    const { zones, sections, rivers } = this.#finder;
    const sectionCount = sections.linesNear(lng, lat, this.#sections);
    const riverCount = rivers.linesNear(lng, lat, this.#rivers);
    zones.locateInAll(lng, lat, this.#zones);
    return this.#number(sectionCount, riverCount);
  }

  /** Numbers of the territories on that ground, a zone's communities and cells included. */
  on(ground: Ground): readonly number[] {
    if (ground.kind !== "zone") return this.#onLine[ground.kind][ground.ordinal] ?? NONE;
    return this.#zonesOf(ground.sheet)[ground.ordinal] ?? NONE;
  }

  /** Numbers of the territories on all of those grounds; null: on none in particular, so everywhere. */
  onAll([first, ...others]: readonly Ground[]): readonly number[] | null {
    if (first === undefined) return null;
    if (others.length === 0) return this.on(first);
    return this.on(first).filter((number) => others.every((ground) => this.isOn(number, ground)));
  }

  /** Whether a territory is on that ground. */
  isOn(number: number, ground: Ground): boolean {
    const territory = this.list[number];
    if (!territory) return false;
    if (ground.kind === "zone") {
      return this.chainOf(territory, ground.sheet).includes(ground.ordinal);
    }
    const lines = ground.kind === "section" ? territory.sections : territory.rivers;
    return lines.includes(ground.ordinal);
  }

  /** The zones of a territory in one sheet, finest first, as ordinals. */
  chainOf({ zones }: Territory, sheet: number): readonly number[] {
    return this.#finder.zones.sheets[sheet]?.chainOf(zones[sheet] ?? NO_ZONE) ?? NONE;
  }

  /** The territory of a report without a position: nobody's. */
  nowhere(): number {
    this.#zones.fill(NO_ZONE);
    return this.#number(0, 0);
  }

  /** Number of the territory that the scratch arrays describe. */
  #number(sectionCount: number, riverCount: number): number {
    sortFirst(this.#sections, sectionCount);
    sortFirst(this.#rivers, riverCount);
    let hash = 0;
    for (const zone of this.#zones) hash = Math.imul(hash, 41) + zone + 1;
    for (let i = 0; i < sectionCount; i++) hash = Math.imul(hash, 31) + this.#sections[i]!;
    for (let i = 0; i < riverCount; i++) hash = Math.imul(hash, 37) - this.#rivers[i]!;
    hash |= 0;
    const bucket = this.#numbers.get(hash);
    for (const number of bucket ?? []) {
      const known = this.list[number]!;
      if (
        startsWith(this.#zones, this.#zones.length, known.zones) &&
        startsWith(this.#sections, sectionCount, known.sections) &&
        startsWith(this.#rivers, riverCount, known.rivers)
      ) {
        return number;
      }
    }
    const number = this.#add({
      zones: Array.from(this.#zones),
      sections: Array.from(this.#sections.subarray(0, sectionCount)),
      rivers: Array.from(this.#rivers.subarray(0, riverCount)),
    });
    if (bucket) bucket.push(number);
    else this.#numbers.set(hash, [number]);
    return number;
  }

  #add(territory: Territory): number {
    const number = this.list.push(territory) - 1;
    this.#onZone.forEach((lists, sheet) => {
      if (lists) for (const zone of this.chainOf(territory, sheet)) note(lists, zone, number);
    });
    for (const section of territory.sections) note(this.#onLine.section, section, number);
    for (const river of territory.rivers) note(this.#onLine.river, river, number);
    return number;
  }

  #zonesOf(sheet: number): readonly (readonly number[])[] {
    const made = this.#onZone[sheet];
    if (made) return made;
    const lists: number[][] = [];
    this.list.forEach((territory, number) => {
      for (const zone of this.chainOf(territory, sheet)) note(lists, zone, number);
    });
    this.#onZone[sheet] = lists;
    return lists;
  }
}

function note(lists: number[][], at: number, number: number): void {
  const list = lists[at];
  if (list) list.push(number);
  else lists[at] = [number];
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
