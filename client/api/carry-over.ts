import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { worldX, worldY } from "../../domain/spatial/web-mercator.ts";

export type TouchedPosition = readonly [lng: number, lat: number];

/**
 * Answers of one moment that hold at the next as well are kept under it and not asked for again: where nothing happened all
 * of them but those that time alone changes, else the blocks of the map in which nothing did.
 */
export function carryOver(
  client: QueryClient,
  before: string,
  next: string,
  touched: readonly TouchedPosition[] | null,
): void {
  for (const { queryKey, state } of client.getQueryCache().getAll()) {
    const nextKey = queryKey.map((part) => atMoment(part, before, next));
    const isOfMoment = nextKey.some((part, i) => part !== queryKey[i]);
    if (!isOfMoment || queryKey.some(countsHours) || state.data === undefined) continue;
    if (touched !== null && !isUntouchedBlock(queryKey, touched)) continue;
    client.setQueryData(nextKey, state.data, { updatedAt: state.dataUpdatedAt });
  }
}

/** What is due within so many hours becomes more with time alone. */
function countsHours(part: unknown): boolean {
  return typeof part === "object" && part !== null && "dueWithin" in part;
}

/** A part of a key with another moment in it, or the part itself. */
function atMoment(part: unknown, before: string, next: string): unknown {
  if (part === before) return next;
  if (typeof part !== "object" || part === null || !("asOf" in part)) return part;
  return part.asOf === before ? { ...part, asOf: next } : part;
}

function isUntouchedBlock(key: QueryKey, touched: readonly TouchedPosition[]): boolean {
  const [kind, , z, x, y] = key;
  if (kind !== "block" || typeof z !== "number") return false;
  const size = 2 ** (32 - z);
  return !touched.some(
    ([lng, lat]) => Math.floor(worldX(lng) / size) === x && Math.floor(worldY(lat) / size) === y,
  );
}
