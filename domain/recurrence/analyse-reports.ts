import { lngLat } from "../spatial/lng-lat.ts";
import { type LocalPlane, localPlane } from "../spatial/local-plane.ts";
import { cutEpisodes, OpenStretches, type ReportRole } from "./episodes.ts";
import type { EpisodeRules } from "./params.ts";
import { NO_PLACE, PlaceAnchors } from "./place-anchor.ts";

/** A report as the measure sees it; times in epoch milliseconds, `isUsable` false where the gate drops it. */
export type AnalysedReport = {
  readonly kind: number;
  readonly lng: number;
  readonly lat: number;
  readonly sourceBit: number;
  readonly reportedAt: number;
  readonly closedAt: number | null;
  readonly assetId: string | null;
  readonly isUsable: boolean;
};

export type AnalysisRules = {
  readonly planeOrigin: readonly [lng: number, lat: number];
  radiusM(kind: number): number;
  episodes(kind: number): EpisodeRules;
};

export type AnalysedEpisode = {
  readonly place: number;
  readonly episode: number;
  readonly start: number;
  readonly end: number;
  readonly isEndAssumed: boolean;
  readonly reports: number;
  readonly sourceMask: number;
  /** Null for the first episode of a place. */
  readonly gapMs: number | null;
  readonly isRecurrence: boolean;
};

/** Null fields: the gate dropped the report. */
export type ReportPart = {
  readonly place: number | null;
  readonly episode: number | null;
  readonly role: ReportRole | null;
};

export type Analysis = {
  readonly anchors: PlaceAnchors;
  /** Asset of each place, null for places found by distance. */
  readonly assets: readonly (string | null)[];
  readonly parts: readonly ReportPart[];
  readonly episodes: readonly AnalysedEpisode[];
};

/**
 * The whole of RECURRENCE §0–§2 over reports in order of acceptance, without an index: what the index must agree with,
 * and what reference files are compared to. O(n log n).
 */
export function analyseReports(reports: readonly AnalysedReport[], rules: AnalysisRules): Analysis {
  const plane: LocalPlane = localPlane(lngLat(...rules.planeOrigin));
  const anchors = new PlaceAnchors(rules.radiusM);
  const assets: (string | null)[] = [];
  const placeOf = reports.map((report) => {
    if (!report.isUsable) return NO_PLACE;
    const place = anchors.accept(
      report.kind,
      report.assetId,
      plane.x(report.lng),
      plane.y(report.lat),
    );
    assets[place] ??= report.assetId;
    return place;
  });

  const members: number[][] = Array.from({ length: anchors.count }, () => []);
  placeOf.forEach((place, sequence) => {
    if (place !== NO_PLACE) members[place]!.push(sequence);
  });

  const parts: ReportPart[] = reports.map(() => ({ place: null, episode: null, role: null }));
  const episodes: AnalysedEpisode[] = [];
  const stretches = new OpenStretches();
  members.forEach((sequences, place) => {
    stretches.clear();
    for (const sequence of sequences) {
      const { reportedAt, closedAt, sourceBit } = reports[sequence]!;
      stretches.push(reportedAt, closedAt ?? Number.POSITIVE_INFINITY, sequence, sourceBit, 0);
    }
    stretches.sort();
    let number = 0;
    cutEpisodes(stretches, rules.episodes(anchors.category[place]!), {
      report(sequence, episode, role) {
        parts[sequence] = { place, episode, role };
      },
      episode(start, end, isEndAssumed, count, sourceMask, gap, isRecurrence) {
        episodes.push({
          place,
          episode: number++,
          start,
          end,
          isEndAssumed,
          reports: count,
          sourceMask,
          gapMs: Number.isNaN(gap) ? null : gap,
          isRecurrence,
        });
      },
    });
  });
  return { anchors, assets, parts, episodes };
}
