import type { CategoryCode } from "../../domain/category.ts";
import { DomainError } from "../../domain/errors.ts";
import type { UnitId } from "../../domain/ids.ts";
import { nearestNames } from "../../domain/nearest-names.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import { isPosition, type LngLat, storedLngLat } from "../../domain/spatial/lng-lat.ts";
import type { City } from "../city/city.ts";

/** Clocks of reporting phones may be ahead of the server's by this much. */
const CLOCK_DRIFT_MS = 5 * 60_000;

/** A report further than this from everything the city knows is a mistake. About 50 km. */
const MARGIN_DEGREES = 0.5;

/** Throws a refusal that names the nearest codes. */
export function checkedCategory(city: City, code: string): CategoryCode {
  const { tree } = city.tables;
  const ordinal = tree.ordinalOf(code);
  if (ordinal !== undefined) return tree.at(ordinal).code;
  throw new DomainError("unknown-category", {
    name: "category",
    value: code,
    nearest: tree.nearest(code),
  });
}

export function checkedSource(city: City, code: string): string {
  return checkedName("source", code, city.tables.sources);
}

export function checkedUnit(city: City, id: string): UnitId {
  const units = city.pack.units.map((unit) => unit.id);
  return checkedName("unitId", id, units) as UnitId;
}

/** Epoch ms of an optional time, `now` when absent; the future is refused. */
export function checkedTime(city: City, name: string, text: string | undefined): number {
  const now = city.now();
  if (text === undefined) return now;
  const t = city.clock.parse(text);
  if (t === null) throw badParameter(name, text, "YYYY-MM-DD, or ISO 8601 with an offset");
  if (t > now + CLOCK_DRIFT_MS) throw new DomainError("time-in-future", { name, value: text });
  return t;
}

/** As it is stored. Refuses what is no position, and what lies far off the city's map. */
export function checkedPosition(city: City, [lng, lat]: readonly [number, number]): LngLat {
  const [west, south, east, north] = city.bounds;
  const isNear =
    isPosition(lng, lat) &&
    lng >= west - MARGIN_DEGREES &&
    lng <= east + MARGIN_DEGREES &&
    lat >= south - MARGIN_DEGREES &&
    lat <= north + MARGIN_DEGREES;
  if (!isNear) throw new DomainError("position-off-map", { lng, lat });
  return storedLngLat(lng, lat);
}

function checkedName(name: string, value: string, names: readonly string[]): string {
  if (names.includes(value)) return value;
  throw new DomainError("unknown-value", { name, value, nearest: nearestNames(value, names) });
}
