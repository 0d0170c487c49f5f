import type { PlaceEpisode, PlaceEvidence } from "../../../domain/contract/recurrence.ts";

type EpisodeParts = {
  readonly reports: readonly PlaceEpisode["reports"][number]["role"][];
  readonly source?: string;
  readonly duties?: PlaceEpisode["duties"];
  readonly gapDays?: number;
  /** False: open as of T. */
  readonly isClosed?: boolean;
};

/** An episode of one day, with a report for each role. */
export function anEpisode(
  day: string,
  { reports, source = "hotline", duties = [], gapDays = 6.2, isClosed = true }: EpisodeParts,
): PlaceEpisode {
  const isRecurrence = reports.includes("recurrence");
  const start = `${day}T08:00:00+08:00`;
  const end = isClosed ? `${day}T20:00:00+08:00` : null;
  return {
    start,
    end,
    isEndAssumed: false,
    isRecurrence,
    isQuick: isRecurrence && gapDays <= 7,
    gapDays: isRecurrence ? gapDays : null,
    duties,
    reports: reports.map((role, i) => ({
      id: `${day}-${i}`,
      role,
      reportedAt: start,
      closedAt: end,
      source,
      photos: [],
    })),
  };
}

/** A place that came back three times lately, with what a test is about. */
export function aPlace(parts: Partial<PlaceEvidence>): PlaceEvidence {
  return {
    id: 7,
    position: [114.3, 30.6],
    radiusM: 30,
    address: null,
    category: "E0501",
    k: 3,
    S: 2.1,
    rate30: 0.9,
    lambda30: 2.94,
    confidence: 0.99996,
    confidenceLevel: "high",
    class: "intensifying",
    relapse: { x: 7, n: 9, low: 0.4526, high: 0.9368 },
    ownK: 3,
    quick: 1,
    recent: 3,
    quietDays: 4.8,
    density: 12,
    isOpen: false,
    isStale: false,
    isSuggested: true,
    lastAt: "2026-05-20T08:00:00+08:00",
    zone: "Z07",
    duties: [],
    graceHours: 24,
    episodes: [anEpisode("2026-05-20", { reports: ["recurrence"] })],
    decisions: [],
    ...parts,
  };
}
