import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  type AnalysedReport,
  type Analysis,
  analyseReports,
} from "../../domain/recurrence/analyse-reports.ts";
import type { EpisodeRules } from "../../domain/recurrence/params.ts";
import { DAY_MS, HOUR_MS } from "../../domain/time.ts";
import { type Cell, readReferenceTable } from "./reference-table.ts";

const Params = z.object({
  lon0: z.number(),
  lat0: z.number(),
  half_life_days: z.number(),
  window_days: z.number(),
  stale_days: z.number(),
  relapse_days: z.number(),
  quick_days: z.number(),
  class: z.object({
    recent_days: z.number(),
    quiet_min_days: z.number(),
    quiet_p: z.number(),
    trend_z: z.number(),
    trend_min_k: z.number(),
    bin_days: z.number(),
    bins: z.number(),
    persistent_min_bins: z.number(),
  }),
  kinds: z.array(
    z.object({
      kind: z.number().int(),
      R_m: z.number(),
      G_hours: z.number(),
      alpha: z.number(),
      beta_days: z.number(),
    }),
  ),
  data_start: z.number(),
  /** Times of the reference's measures, T1 first. */
  asof: z.array(z.number()).default([]),
});
type Params = z.infer<typeof Params>;

/** A folder with reports.csv and params.json: what went in, under the reference's names. */
export type RecurrenceCase = {
  readonly params: Params;
  readonly ids: readonly string[];
  readonly reports: readonly AnalysedReport[];
};

export function readRecurrenceCase(folder: string): RecurrenceCase {
  const params = Params.parse(JSON.parse(readFileSync(join(folder, "params.json"), "utf8")));
  const rows = readReferenceTable(join(folder, "reports.csv"));
  rows.sort((a, b) => Number(a.seq) - Number(b.seq));
  return {
    params,
    ids: rows.map((row) => row.id ?? ""),
    reports: rows.map((row) => ({
      kind: Number(row.kind),
      lng: Number(row.lon),
      lat: Number(row.lat),
      sourceBit: 1 << Number(row.source),
      reportedAt: Number(row.reported) * 1000,
      closedAt: row.closed ? Number(row.closed) * 1000 : null,
      assetId: row.asset || null,
      isUsable: row.valid === "1" && row.loc_ok === "1",
    })),
  };
}

export function analyseCase({ params, reports }: RecurrenceCase): Analysis {
  return analyseReports(reports, {
    planeOrigin: [params.lon0, params.lat0],
    radiusM: (kind) => kindOf(params, kind).R_m,
    episodes: (kind) => rulesOfKind(params, kind),
  });
}

/** Throws a RangeError for a kind that params.json lacks. */
export function rulesOfKind(params: Params, kind: number): EpisodeRules {
  return {
    graceMs: kindOf(params, kind).G_hours * HOUR_MS,
    staleMs: params.stale_days * DAY_MS,
    windowMs: params.window_days * DAY_MS,
  };
}

/** Throws a RangeError for a kind that params.json lacks. */
export function kindOf({ kinds }: Params, wanted: number): Params["kinds"][number] {
  const found = kinds.find(({ kind }) => kind === wanted);
  if (!found) throw new RangeError(`Unknown kind in reports.csv: ${wanted}`);
  return found;
}

type Row = Readonly<Record<string, Cell>>;

/** The analysis under the column names of the reference files. */
export function caseTables(
  input: RecurrenceCase,
  analysis: Analysis,
): Record<"places" | "roles" | "episodes", Row[]> {
  const { anchors, assets, parts, episodes } = analysis;
  return {
    places: assets.map((asset, place) => ({
      place,
      kind: anchors.category[place] ?? null,
      asset,
      x: anchors.anchorX[place] ?? null,
      y: anchors.anchorY[place] ?? null,
      reports: anchors.reports[place] ?? null,
    })),
    roles: parts
      .map((part, seq) => ({ seq, id: input.ids[seq], ...part }))
      .filter(({ place }) => place !== null),
    episodes: episodes.map((episode) => ({
      place: episode.place,
      episode: episode.episode,
      start: episode.start / 1000,
      end: episode.end / 1000,
      end_assumed: episode.isEndAssumed,
      reports: episode.reports,
      source_mask: episode.sourceMask,
      gap_s: episode.gapMs === null ? null : episode.gapMs / 1000,
      recurrence: episode.isRecurrence,
    })),
  };
}
