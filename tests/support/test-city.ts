import type { CityPack } from "../../domain/city-pack.ts";
import type { Problem } from "../../domain/problem.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../../server/city/city.ts";
import { openCity } from "../../server/city/open-city.ts";
import { importProblems } from "../../server/services/import-problems.ts";
import type { Storage } from "../../server/storage/storage.ts";
import { T0 } from "./city-builder.ts";
import { openTestStorage } from "./test-storage.ts";

/** The day on which tests look at their cities. */
export const TODAY = T0 + 300 * DAY_MS;

/** A running city over a database in memory, holding the problems in the given order, with a clock that can be set. */
export async function runningCity(
  pack: CityPack,
  problems: readonly Problem[],
  clock: { now: number } = { now: TODAY },
): Promise<City> {
  const storage = await openTestStorage();
  await fill(storage, problems, clock.now);
  return openCity(pack, storage, () => clock.now);
}

export async function fill(
  storage: Storage,
  problems: readonly Problem[],
  now: number,
): Promise<void> {
  const context = { storage, now: () => now, actor: "test", source: "test" };
  await importProblems(context, inBatches(problems));
}

async function* inBatches(problems: readonly Problem[]) {
  for (let at = 0; at < problems.length; at += 500) yield problems.slice(at, at + 500);
}
