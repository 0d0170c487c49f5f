import type { Answering, PlaceEpisode, PlaceEvidence } from "../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../domain/recurrence/params.ts";
import { DAY_MS } from "../../domain/time.ts";

export type EpisodeReport = PlaceEpisode["reports"][number];

/** An episode with what began it and, apart, the reports of the same thing that count for nothing. */
export type FoldedEpisode = {
  readonly episode: PlaceEpisode;
  readonly opening: EpisodeReport | undefined;
  readonly duplicates: readonly EpisodeReport[];
};

/** Newest first. */
export function foldedEpisodes(episodes: readonly PlaceEpisode[]): readonly FoldedEpisode[] {
  return episodes.toReversed().map((episode) => ({
    episode,
    opening: episode.reports.find(({ role }) => role !== "duplicate"),
    duplicates: episode.reports.filter(({ role }) => role === "duplicate"),
  }));
}

/** Never closed, and by T so old that it is taken as lost; until then it is simply open. */
export function isLost({ end, isEndAssumed }: PlaceEpisode): boolean {
  return isEndAssumed && end !== null;
}

export type SourceShare = {
  readonly source: string;
  readonly reports: number;
  /** Of all reports of the place, 0 … 1. */
  readonly share: number;
};

/** By whom its reports came in, duplicates included; the most frequent first. */
export function sourceShares(episodes: readonly PlaceEpisode[]): readonly SourceShare[] {
  const reports = episodes.flatMap((episode) => episode.reports);
  const counts = new Map<string, number>();
  for (const { source } of reports) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts]
    .map(([source, n]) => ({ source, reports: n, share: n / reports.length }))
    .sort((a, b) => b.reports - a.reports || a.source.localeCompare(b.source));
}

/** Returns one after the other that the same people answered for. */
export type Tenure = {
  readonly leads: readonly string[];
  readonly chiefs: readonly string[];
  /** When each return began, newest first. */
  readonly returns: readonly string[];
  /** What differs from the tenure before it in time. */
  readonly isLeadNew: boolean;
  readonly isChiefNew: boolean;
};

/** Zone leads and section chiefs of the day of each return, newest first. */
export function tenuresOf(episodes: readonly PlaceEpisode[]): readonly Tenure[] {
  const tenures: Tenure[] = [];
  for (const { start, isRecurrence, duties } of episodes) {
    if (!isRecurrence) continue;
    const leads = personsOf(duties, "zone-lead");
    const chiefs = personsOf(duties, "section-chief");
    const before = tenures.at(-1);
    const isLeadNew = before !== undefined && before.leads.join() !== leads.join();
    const isChiefNew = before !== undefined && before.chiefs.join() !== chiefs.join();
    if (before && !isLeadNew && !isChiefNew) {
      tenures[tenures.length - 1] = { ...before, returns: [start, ...before.returns] };
    } else {
      tenures.push({ leads, chiefs, returns: [start], isLeadNew, isChiefNew });
    }
  }
  return tenures.reverse();
}

function personsOf(duties: readonly Answering[], role: Answering["role"]): readonly string[] {
  const names = duties.filter((duty) => duty.role === role).flatMap(({ person }) => person ?? []);
  return [...new Set(names)].sort();
}

/** The decision that stands: the last one, unless the place has returned since. */
export function standingDecision({ decisions, lastAt }: PlaceEvidence) {
  const last = decisions.at(-1);
  const isSince = last && lastAt !== null && Date.parse(last.decidedAt) >= Date.parse(lastAt);
  return isSince ? last : null;
}

/** History shorter than the window: every count is low, and "new" and "resolved" mean little. */
export function isHistoryShort(
  { windowDays }: Pick<RecurrenceSettings, "windowDays">,
  historyStartMs: number,
  asOfMs: number,
): boolean {
  return asOfMs - historyStartMs < windowDays * DAY_MS;
}
