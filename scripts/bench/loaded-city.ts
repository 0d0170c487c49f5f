import type { CityPack } from "../../domain/city-pack.ts";
import { defaultCategories } from "../../domain/default-categories.ts";
import { defaultSources, type Problem } from "../../domain/problem.ts";
import { NO_PLACE } from "../../domain/recurrence/place-anchor.ts";
import { cityClock } from "../../domain/time.ts";
import { type CityTables, cityTables } from "../../server/problem-index/city-tables.ts";
import { ProblemIndex } from "../../server/problem-index/problem-index.ts";
import { RecurrenceIndex } from "../../server/recurrence-index/recurrence-index.ts";
import { madeCity } from "./made-problems.ts";

export type LoadedCity = {
  readonly pack: CityPack;
  readonly problems: ProblemIndex;
  readonly recurrence: RecurrenceIndex;
  /** A thousand of the rows, spread over all. */
  readonly sample: readonly Problem[];
  /** Last moment of the history, epoch ms. */
  readonly now: number;
  readonly first: number;
  /** Rows in memory → ready index: clusters, zones and recurrence. */
  readonly indexMs: number;
  /** Of that, places and episodes. */
  readonly recurrenceMs: number;
  readonly makeMs: number;
};

const CHUNK = 10_000;

/** Makes a city and indexes it chunk by chunk. */
export async function loadCity(rows: number, seed: number): Promise<LoadedCity> {
  const begin = performance.now();
  const made = await madeCity(rows, seed, CHUNK);
  const manifest = {
    ...made.pack.manifest,
    categories: [...defaultCategories],
    sources: [...defaultSources],
  };
  const pack = { ...made.pack, manifest };
  const tables = cityTables(pack);
  const settings = manifest.settings.recurrence;
  const problems = new ProblemIndex(tables, rows);
  const historyStartAt = cityClock(manifest.timezone).parse(settings.historyStart ?? "");
  const recurrence = new RecurrenceIndex(problems, settings, historyStartAt ?? 0);
  const sample: Problem[] = [];
  let [indexMs, recurrenceMs] = [0, 0];
  let [first, now] = [Number.POSITIVE_INFINITY, 0];

  for await (const chunk of made.chunks) {
    const started = performance.now();
    const serials = chunk.map((problem) => problems.append(problem));
    const appended = performance.now();
    chunk.forEach((problem, i) => {
      recurrence.attach(serials[i] ?? 0, placeOf(problem, recurrence, tables));
    });
    indexMs += performance.now() - started;
    recurrenceMs += performance.now() - appended;
    for (const { reportedAt } of chunk) {
      first = Math.min(first, reportedAt);
      now = Math.max(now, reportedAt);
    }
    for (let i = 0; i < chunk.length; i += Math.ceil(rows / 1000)) {
      const problem = chunk[i];
      if (problem) sample.push(problem);
    }
  }
  const started = performance.now();
  problems.build();
  const built = performance.now();
  recurrence.build();
  const done = performance.now();
  indexMs += done - started;
  recurrenceMs += done - built;
  const makeMs = done - begin - indexMs;
  return { pack, problems, recurrence, sample, now, first, indexMs, recurrenceMs, makeMs };
}

function placeOf(
  { position, category, assetId }: Problem,
  { anchors }: RecurrenceIndex,
  { plane, categoryOrdinal }: CityTables,
): number {
  if (!position) return NO_PLACE;
  const [x, y] = [plane.x(position[0]), plane.y(position[1])];
  return anchors.accept(categoryOrdinal(category), assetId, x, y);
}
