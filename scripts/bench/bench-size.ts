import { type AdFigures, benchAds } from "./bench-ads.ts";
import { benchClusters, type ClusterFigures } from "./bench-clusters.ts";
import { benchDuties, type DutyFigures } from "./bench-duties.ts";
import { benchHeat, type HeatFigures } from "./bench-heat.ts";
import { benchRecurrence, type RecurrenceFigures } from "./bench-recurrence.ts";
import { benchResponsibility, type ResponsibilityFigures } from "./bench-responsibility.ts";
import { benchStorage, type StorageFigures } from "./bench-storage.ts";
import { benchWallReads, type WallReadFigures } from "./bench-wall-reads.ts";
import { loadCity } from "./loaded-city.ts";

/** What one size measured; printed as one line of JSON with --json. */
export type BenchFigures = {
  readonly rows: number;
  readonly indexMs: number;
  readonly bytesPerProblem: number;
  readonly clusters: ClusterFigures;
  readonly recurrence: RecurrenceFigures;
  readonly heat: HeatFigures;
  readonly dutyAt: DutyFigures;
  readonly responsibility: ResponsibilityFigures;
  readonly wallReads: WallReadFigures;
  /** Null above a million rows, and where the roads to measure on are not. */
  readonly ads: AdFigures | null;
  /** Null above a million rows. */
  readonly sqlite: StorageFigures | null;
  readonly makeCityMs: number;
};

const SEED = 20_261_121;
const SQLITE_MOST_ROWS = 1_000_000;

/** Makes a city of so many problems and measures everything on it. */
export async function benchSize(rows: number, asksSqlite: boolean): Promise<BenchFigures> {
  const withSqlite = asksSqlite && rows <= SQLITE_MOST_ROWS;
  const sqlite = withSqlite ? await benchStorage(rows, SEED) : null;
  const city = await loadCity(rows, SEED);
  const bytes = city.problems.byteLength + city.recurrence.byteLength;
  return {
    rows,
    indexMs: Math.round(city.indexMs),
    bytesPerProblem: Number((bytes / rows).toFixed(1)),
    clusters: benchClusters(city, SEED),
    recurrence: await benchRecurrence(city, SEED),
    heat: await benchHeat(city, SEED),
    dutyAt: benchDuties(city, SEED),
    responsibility: benchResponsibility(city),
    wallReads: benchWallReads(city),
    ads: rows <= SQLITE_MOST_ROWS ? await benchAds(SEED) : null,
    sqlite,
    makeCityMs: Math.round(city.makeMs),
  };
}
