import { parseArgs } from "node:util";
import { benchClusters, type ClusterFigures } from "./bench/bench-clusters.ts";
import { benchDuties, type DutyFigures } from "./bench/bench-duties.ts";
import { benchRecurrence, type RecurrenceFigures } from "./bench/bench-recurrence.ts";
import { benchStorage, type StorageFigures } from "./bench/bench-storage.ts";
import { loadCity } from "./bench/loaded-city.ts";

/** What one size measured; printed as one line of JSON with --json. */
type BenchFigures = {
  readonly rows: number;
  readonly indexMs: number;
  readonly bytesPerProblem: number;
  readonly clusters: ClusterFigures;
  readonly recurrence: RecurrenceFigures;
  readonly dutyAt: DutyFigures;
  /** Null above a million rows. */
  readonly sqlite: StorageFigures | null;
  readonly makeCityMs: number;
};

const SEED = 20_261_121;
const DEFAULT_SIZES = [100_000, 1_000_000];
const SQLITE_MOST_ROWS = 1_000_000;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rows: { type: "string", multiple: true },
    sqlite: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const sizes = values.rows?.map(Number) ?? DEFAULT_SIZES;
if (sizes.some((rows) => !(rows >= 1000 && rows <= 20_000_000))) {
  console.error("--rows takes a number from 1000 to 20000000, e.g. --rows 1000000");
  process.exit(2);
}
for (const rows of sizes) {
  console.error(`${rows.toLocaleString("en-US")} problems …`);
  const figures = await bench(rows);
  if (values.json) console.log(JSON.stringify(figures));
  else printTable(figures);
}

async function bench(rows: number): Promise<BenchFigures> {
  const withSqlite = values.sqlite && rows <= SQLITE_MOST_ROWS;
  const sqlite = withSqlite ? await benchStorage(rows, SEED) : null;
  const city = loadCity(rows, SEED);
  const bytes = city.problems.byteLength + city.recurrence.byteLength;
  return {
    rows,
    indexMs: Math.round(city.indexMs),
    bytesPerProblem: Number((bytes / rows).toFixed(1)),
    clusters: benchClusters(city, SEED),
    recurrence: benchRecurrence(city, SEED),
    dutyAt: benchDuties(city, SEED),
    sqlite,
    makeCityMs: Math.round(city.makeMs),
  };
}

function printTable(figures: BenchFigures): void {
  const { clusters, recurrence, dutyAt, sqlite } = figures;
  const lines: (readonly [what: string, measured: string, budget: string])[] = [
    ["rows in memory → ready index", `${figures.indexMs} ms`, "≤ 8000 ms at 1 M"],
    ["bytes a problem", `${figures.bytesPerProblem}`, "≤ 120"],
    ["clusters of a view, any filter, p50", `${clusters.p50Ms} ms`, "≤ 15 ms"],
    ["clusters of a view, any filter, p99", `${clusters.p99Ms} ms`, "≤ 60 ms"],
    ...clusters.byShareKept.map(
      ({ kept, p50Ms, superclusterRebuildMs, ratio }) =>
        [
          `  keeping ${(100 * kept).toFixed(1)} %: view / supercluster rebuild`,
          `${p50Ms} / ${superclusterRebuildMs} ms = ${ratio}×`,
          kept >= 0.25 ? "≥ 50×" : "",
        ] as const,
    ),
    ["recurrence build (places, episodes)", `${recurrence.buildMs} ms`, ""],
    ["recurrence top 200 + cells, p50", `${recurrence.p50Ms} ms`, "≤ 15 ms"],
    ["recurrence top 200 + cells, p99", `${recurrence.p99Ms} ms`, ""],
    ["one report taken in, p50 / p99", `${recurrence.eventUs} / ${recurrence.eventP99Us} µs`, ""],
    ["point → everyone who answers, p50", `${dutyAt.p50Us} µs`, "≤ 50 µs"],
  ];
  if (sqlite) {
    lines.push(["SQLite: rows in", `${sqlite.writeMs} ms`, ""]);
    lines.push(["SQLite: rows out", `${sqlite.readMs} ms`, "printed apart"]);
  }
  const width = Math.max(...lines.map(([what]) => what.length));
  console.log(`\n${figures.rows.toLocaleString("en-US")} problems`);
  for (const [what, measured, budget] of lines) {
    console.log(`  ${what.padEnd(width)}  ${measured.padEnd(26)} ${budget}`);
  }
}
