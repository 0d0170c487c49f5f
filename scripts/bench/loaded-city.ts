import type { CityPack } from "../../domain/city-pack.ts";
import { defaultCategories } from "../../domain/default-categories.ts";
import { ProblemId } from "../../domain/ids.ts";
import { defaultSources, type Problem } from "../../domain/problem.ts";
import { NO_PLACE } from "../../domain/recurrence/place-anchor.ts";
import { cityClock } from "../../domain/time.ts";
import { cityTables } from "../../server/problem-index/city-tables.ts";
import { ProblemIndex } from "../../server/problem-index/problem-index.ts";
import { RecurrenceIndex } from "../../server/recurrence-index/recurrence-index.ts";
import { makeBenchCity } from "../demo-city/bench/bench-city.ts";

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

const CHUNK = 100_000;

/** Makes a city and indexes it chunk by chunk, so that ten million reports never stand in memory as objects. */
export function loadCity(rows: number, seed: number): LoadedCity {
  const begin = performance.now();
  const city = makeBenchCity({ rows, seed });
  const manifest = {
    ...city.pack.manifest,
    categories: [...defaultCategories],
    sources: [...defaultSources],
  };
  const pack = { ...city.pack, manifest };
  const tables = cityTables(pack);
  const settings = manifest.settings.recurrence;
  const problems = new ProblemIndex(tables, rows);
  const historyStartAt = cityClock(manifest.timezone).parse(settings.historyStart ?? "");
  const recurrence = new RecurrenceIndex(problems, settings, historyStartAt ?? 0);
  const sample: Problem[] = [];
  let [indexMs, recurrenceMs] = [0, 0];
  let [first, now] = [Number.POSITIVE_INFINITY, 0];
  let chunk: Problem[] = [];

  function take(): void {
    const started = performance.now();
    const serials = chunk.map((problem) => problems.append(problem));
    const appended = performance.now();
    chunk.forEach((problem, i) => {
      recurrence.attach(serials[i] ?? 0, placeOf(problem));
    });
    indexMs += performance.now() - started;
    recurrenceMs += performance.now() - appended;
    for (let i = 0; i < chunk.length; i += Math.ceil(rows / 1000)) {
      const problem = chunk[i];
      if (problem) sample.push(problem);
    }
    chunk = [];
  }

  function placeOf({ position, category, assetId }: Problem): number {
    if (!position) return NO_PLACE;
    const { plane } = tables;
    return recurrence.anchors.accept(
      tables.categoryOrdinal(category),
      assetId,
      plane.x(position[0]),
      plane.y(position[1]),
    );
  }

  let number = 0;
  city.emitProblems((problem) => {
    chunk.push({ ...problem, id: dailyId(problem.reportedAt, number++) });
    first = Math.min(first, problem.reportedAt);
    now = Math.max(now, problem.reportedAt);
    if (chunk.length === CHUNK) take();
  });
  take();
  const started = performance.now();
  problems.build();
  const built = performance.now();
  recurrence.build();
  const done = performance.now();
  indexMs += done - started;
  recurrenceMs += done - built;
  const makeMs = done - begin - indexMs;
  return {
    pack,
    problems,
    recurrence,
    sample,
    now,
    first,
    indexMs,
    recurrenceMs,
    makeMs,
  };
}

/** Ids as a city gives them out: the day and a running number, not the copy that a report was made in. */
function dailyId(reportedAt: number, number: number): ProblemId {
  const day = new Date(reportedAt).toISOString().slice(0, 10).replaceAll("-", "");
  return ProblemId.parse(`YZ${day}-${String(number % 100_000).padStart(5, "0")}`);
}
