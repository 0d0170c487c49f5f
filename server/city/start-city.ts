import { basename } from "node:path";
import { categoryTree } from "../../domain/category.ts";
import type { CityPack } from "../../domain/city-pack.ts";
import type { Note } from "../../domain/note.ts";
import type { Problem } from "../../domain/problem.ts";
import { readProblems } from "../imports/read-problems.ts";
import { type ImportTotals, importProblems } from "../services/import-problems.ts";
import type { Storage } from "../storage/storage.ts";
import type { City } from "./city.ts";
import { openCity } from "./open-city.ts";

const FILLED_FROM = "filledFrom";

export type StartedCity = {
  readonly city: City;
  /** What was odd about the pack's own problems, when they were read just now. */
  readonly notes: readonly Note[];
  readonly filled: ImportTotals | null;
};

/**
 * Opens the city of a pack over its storage. A storage that was never filled takes the pack's own problems in first; one
 * that was filled half way goes on, since an import is complete when it is run again.
 */
export async function startCity(
  pack: CityPack,
  storage: Storage,
  now: () => number,
): Promise<StartedCity> {
  const notes: Note[] = [];
  const filled = await storage.exclusive(() => fill(pack, storage, now, notes));
  return { city: await openCity(pack, storage, now), notes, filled };
}

/** Null where there is nothing to fill in, or it was filled before. */
async function fill(
  pack: CityPack,
  storage: Storage,
  now: () => number,
  notes: Note[],
): Promise<ImportTotals | null> {
  if (pack.problemsFile === null || (await isFilled(storage))) return null;
  const source = basename(pack.problemsFile);
  const context = { storage, now, actor: "system", source };
  const filled = await importProblems(context, problemsOf(pack, pack.problemsFile, now, notes));
  await storage.write((writer) => writer.setMeta(FILLED_FROM, source));
  return filled;
}

/** Whether the pack's own problems were taken into the storage, to the last one. */
export async function isFilled(storage: Storage): Promise<boolean> {
  return (await storage.meta(FILLED_FROM)) !== null;
}

async function* problemsOf(
  { manifest }: CityPack,
  path: string,
  now: () => number,
  notes: Note[],
): AsyncGenerator<readonly Problem[]> {
  const reading = await readProblems({
    path,
    manifest,
    tree: categoryTree(manifest.categories),
    now: now(),
  });
  for await (const batch of reading.batches) {
    notes.push(...batch.notes);
    yield batch.problems;
  }
}
