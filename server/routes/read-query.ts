import type { Context } from "hono";
import { type FilterQuery, filterNames } from "../../domain/contract/filter-query.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter, parseFilter } from "../../domain/parse-filter.ts";
import type { ProblemFilter } from "../../domain/problem-filter.ts";
import { isTile, type TileId } from "../../domain/spatial/web-mercator.ts";
import { viewerOf } from "../access/identity.ts";
import { sightOf } from "../access/sight-of.ts";
import type { City } from "../city/city.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { filterVocabulary } from "./filter-vocabulary.ts";

/** The query with exactly these names allowed, each once. Throws a refusal for any other. */
export function readQuery<const N extends string>(
  c: Context,
  allowed: readonly N[],
): Partial<Record<N, string>> {
  const query: Partial<Record<N, string>> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    const known = allowed.find((candidate) => candidate === name);
    if (!known) throw new DomainError("unknown-parameter", { name, allowed });
    if (values.length > 1) throw new DomainError("repeated-parameter", { name });
    query[known] = values[0] ?? "";
  }
  return query;
}

/** A problem filter and the parameters that a route takes beside it. */
export function readFilter<const N extends string>(
  c: Context,
  city: City,
  others: readonly N[],
): { filter: ProblemFilter; rows: RowFilter; query: Partial<Record<N, string>> } {
  const query = readQuery(c, [...filterNames, ...others]);
  const filter = parseFilter(query as FilterQuery, filterVocabulary(city));
  const sight = sightOf(city, viewerOf(c));
  return { filter, rows: city.problems.compile(filter, city.now(), sight), query };
}

/** A whole number in [min, max], the default when absent. */
export function readInteger(
  name: string,
  text: string | undefined,
  { min, max, absent }: { min: number; max: number; absent: number },
): number {
  if (text === undefined) return absent;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw badParameter(name, text, `a whole number from ${min} to ${max}`);
}

export function readOneOf<const T extends string>(
  name: string,
  text: string | undefined,
  values: readonly T[],
  absent: T,
): T {
  if (text === undefined) return absent;
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  throw badParameter(name, text, values.join(", "));
}

/** A tile of at most `maxZoom` from the path. */
export function readTile(c: Context, maxZoom: number): TileId {
  const [z, x, y] = ["z", "x", "y"].map((name) => {
    const text = (c.req.param(name) ?? "").replace(/\.(png|pbf)$/, "");
    return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  }) as [number, number, number];
  if (isTile({ z, x, y }, maxZoom)) return { z, x, y };
  const path = ["z", "x", "y"].map((name) => c.req.param(name)).join("/");
  throw badParameter("z/x/y", path, `a tile with 0 ≤ z ≤ ${maxZoom} and x, y below 2^z`);
}

/** A number of degrees within ±limit. */
export function readDegrees(name: string, text: string | undefined, limit: number): number {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  if (Math.abs(value) <= limit) return value;
  throw badParameter(name, text ?? "", `degrees between -${limit} and ${limit}`);
}
