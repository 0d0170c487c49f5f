import type { DutyRole } from "./duty.ts";
import type { GridZone } from "./grid-zone.ts";

export const wallMapSizes = ["A3", "A1"] as const;
export type WallMapSize = (typeof wallMapSizes)[number];

/** What areas are filled by: nothing, who leads them, which unit, open problems a km². */
export const wallMapColours = ["none", "lead", "unit", "workload"] as const;
export type WallMapColour = (typeof wallMapColours)[number];

/** An area of the map with who answers for it and what is open there. */
export type WallMapArea = {
  readonly zone: GridZone;
  readonly areaM2: number;
  readonly persons: readonly string[];
  readonly units: readonly string[];
  readonly open: number;
  readonly overdue: number;
};

/** 作战图: what is printed, as of one moment. */
export type WallMap = {
  readonly title: string;
  readonly city: string;
  readonly isDemo: boolean;
  readonly attribution: string;
  /** The zone that the map is about; null: the whole city. */
  readonly subject: GridZone | null;
  /** Who leads the subject. */
  readonly leads: readonly string[];
  /** What is filled, named and listed. */
  readonly areas: readonly WallMapArea[];
  /** The role of `persons`, and the one of `units`. */
  readonly personRole: DutyRole;
  readonly unitRole: DutyRole;
  /** Borders inside the areas, thin. */
  readonly inner: readonly GridZone[];
  /** Persons by road section, where the scale has room for them. */
  readonly chiefs: ReadonlyMap<string, string>;
  /** Open problems with a position. */
  readonly spots: readonly {
    readonly lng: number;
    readonly lat: number;
    readonly isOverdue: boolean;
  }[];
  /** As the list of problems counts them under the same filter. */
  readonly open: number;
  readonly overdue: number;
  readonly colour: WallMapColour;
  /** Local day and minute. */
  readonly asOf: string;
};

/** Pale enough for black text and told apart side by side; no two neighbours get the same one. */
export const areaColours = [
  "#cfe0f5",
  "#f7e3c4",
  "#d6ecd9",
  "#eadcf2",
  "#fbe0dc",
  "#dceef0",
  "#efeccb",
  "#e3e3ea",
] as const;

/** Light to dark: open problems a km². */
export const workloadColours = ["#f3f6fb", "#d9e5f5", "#b9cfec", "#93b4de", "#6d97cc"] as const;

/**
 * A colour of `count` for each area so that neighbours differ as far as the colours reach; areas of one group share one.
 * Greedy in the order of the areas, most neighbours first.
 */
export function spreadColours(
  groups: readonly string[],
  touches: (a: number, b: number) => boolean,
  count: number,
): number[] {
  const names = [...new Set(groups)];
  const neighbours = new Map<string, Set<string>>(names.map((name) => [name, new Set()]));
  groups.forEach((a, i) => {
    groups.forEach((b, j) => {
      if (a !== b && touches(i, j)) neighbours.get(a)?.add(b);
    });
  });
  const ranked = [...names].sort(
    (a, b) => (neighbours.get(b)?.size ?? 0) - (neighbours.get(a)?.size ?? 0),
  );
  const chosen = new Map<string, number>();
  const used = new Array<number>(count).fill(0);
  for (const name of ranked) {
    const near = new Set([...(neighbours.get(name) ?? [])].map((other) => chosen.get(other)));
    const free = [...used.keys()].filter((colour) => !near.has(colour));
    const best = free.sort((a, b) => (used[a] ?? 0) - (used[b] ?? 0) || a - b)[0] ?? 0;
    chosen.set(name, best);
    used[best] = (used[best] ?? 0) + 1;
  }
  return groups.map((name) => chosen.get(name) ?? 0);
}

/** Ascending lower bounds of up to `count` steps that hold about as many areas each, rounded to two digits; the first is 0. */
export function workloadBreaks(values: readonly number[], count: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const breaks = [0];
  for (let step = 1; step < count; step++) {
    const at = sorted[Math.floor((step * sorted.length) / count)] ?? 0;
    const power = 10 ** (Math.floor(Math.log10(Math.max(1, at))) - 1);
    const round = Math.max(1, Math.round(at / power) * power);
    if (at > 0 && round > (breaks.at(-1) ?? 0)) breaks.push(round);
  }
  return breaks;
}
