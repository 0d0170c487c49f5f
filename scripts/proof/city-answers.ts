import { isDeepStrictEqual } from "node:util";
import { tinyCity } from "./tiny-pack.ts";

/** What a city says of itself; the same from one that was just opened over the same storage, or the index is wrong. */
export async function cityAnswers(url: string): Promise<unknown[]> {
  const at = `asOf=${encodeURIComponent("2026-11-01T00:00:00+08:00")}`;
  const paths = [
    `/api/problems/count?${at}`,
    `/api/problems?limit=1000&${at}`,
    `/api/problems/unplaced?limit=1000&${at}`,
    `/api/recurrence/places?limit=100&${at}`,
    `/api/recurrence/summary?${at}`,
    "/api/duties?on=all&geometry=none",
    "/api/duties/history",
    "/api/zones/changes",
    "/api/recurrence/parameters",
    ...tinyCity.zoneIds.map((id) => `/api/problems/count?zone=${id}&${at}`),
  ];
  const read = async (path: string) => (await fetch(`${url}${path}`)).json();
  return Promise.all(paths.map(async (path) => [path, await read(path)]));
}

/** Paths that two cities answer differently. */
export function differences(one: readonly unknown[], other: readonly unknown[]): string[] {
  return one.flatMap((answer, i) =>
    isDeepStrictEqual(answer, other[i])
      ? []
      : [`${JSON.stringify(answer).slice(0, 300)} ≠ ${JSON.stringify(other[i]).slice(0, 300)}`],
  );
}
