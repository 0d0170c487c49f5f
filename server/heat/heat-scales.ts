import { noFilter, type ProblemFilter } from "../../domain/problem-filter.ts";
import type { City } from "../city/city.ts";
import { countRecurrences } from "../recurrence-index/count-recurrences.ts";
import { hexDensities } from "../recurrence-index/hex-densities.ts";
import { type HexResolution, hexResolutions } from "../recurrence-index/hex-table.ts";
import { pointDensities } from "./point-densities.ts";
import {
  backlogPoints,
  recurrencePoints,
  reportedPoints,
  thinned,
  type WeightedPoints,
} from "./weighted-points.ts";

/** Lower edges of the six bands, each twice the one before. */
export type Breaks = readonly number[];

export type HeatScale = {
  /** Category class the scale belongs to, or `all`. */
  readonly group: string;
  readonly kernel: Breaks;
  readonly hexagons: Readonly<Record<HexResolution, Breaks>>;
  readonly backlog: Breaks;
  readonly reported: Breaks;
};

const BANDS = 6;
/** The top band holds about the densest 2 % of what there is. */
const TOP_SHARE = 0.98;

/**
 * The scales of a city: geometric breaks, fixed city-wide per category group when first asked for and the same from then
 * on, so that no pan, zoom, filter or date ever recolours a place.
 */
export class HeatScales {
  readonly #city: City;
  readonly #kept = new Map<string, HeatScale>();

  constructor(city: City) {
    this.#city = city;
  }

  /** The scale for a filter: its category class if it asks for one alone, else that of all. */
  for(filter: ProblemFilter): HeatScale {
    const classes = new Set(filter.categories?.map((code) => code.slice(0, 3)) ?? ["all"]);
    const [only = "all"] = classes;
    const group = classes.size === 1 && only.length === 3 ? only : "all";
    const kept = this.#kept.get(group);
    if (kept) return kept;
    const scale = this.#measure(group);
    this.#kept.set(group, scale);
    return scale;
  }

  #measure(group: string): HeatScale {
    const city = this.#city;
    const { recurrence, problems, tables } = city;
    const ordinal = tables.tree.ordinalOf(group);
    const categories = ordinal === undefined ? null : [tables.tree.at(ordinal).code];
    const filter = problems.compile({ ...noFilter, categories }, city.now());
    const points = recurrencePoints(recurrence, filter, null);
    const hexagonBreaks = hexResolutions.map((resolution) => {
      const cells = hexDensities(recurrence, countRecurrences(recurrence, filter), resolution);
      return [resolution, geometricBreaks(cells.map(({ rate }) => rate))] as const;
    });
    const breaksOf = (each: WeightedPoints) => {
      return geometricBreaks([...pointDensities(each, recurrence.settings.kernelM)]);
    };
    return {
      group,
      kernel: breaksOf(points),
      hexagons: Object.fromEntries(hexagonBreaks) as Record<HexResolution, Breaks>,
      backlog: breaksOf(backlogPoints(problems, filter, tables.plane, null)),
      reported: breaksOf(thinned(reportedPoints(city, filter, null))),
    };
  }
}

/** Powers of two such that the last band begins near the upper end of the values; 4, 8 … 128 without any. */
export function geometricBreaks(values: readonly number[]): Breaks {
  const sorted = [...values].sort((a, b) => a - b);
  const top = sorted[Math.floor(sorted.length * TOP_SHARE)] ?? 128;
  const exponent = Math.round(Math.log2(Math.max(top, 2 ** -10))) - (BANDS - 1);
  return Array.from({ length: BANDS }, (_, band) => 2 ** (exponent + band));
}
