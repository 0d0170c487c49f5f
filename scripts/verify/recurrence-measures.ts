import { cutEpisodes, OpenStretches } from "../../domain/recurrence/episodes.ts";
import { decayWeight, rate30PerWeight } from "../../domain/recurrence/measures.ts";
import { DAY_MS } from "../../domain/time.ts";
import { analyseCase, type RecurrenceCase, rulesOfKind } from "./recurrence-case.ts";
import type { Cell } from "./reference-table.ts";

/** The measures that need no prior, in the order of the reference's columns. */
export const plainMeasures = [
  "place",
  "k",
  "quick",
  "S",
  "rate30",
  "open",
  "quiet_days",
  "n90",
  "bins6",
] as const;
export type PlainMeasure = (typeof plainMeasures)[number];

type Row = Readonly<Record<PlainMeasure, Cell>>;

/**
 * RECURRENCE §3 as of `asOf`, epoch milliseconds, for every place that had a report by then: with
 * the reports known then, a later closing standing for none. Places are those of the whole case,
 * for a place id is stored with its report.
 */
export function measuresAsOf(input: RecurrenceCase, asOf: number): Row[] {
  const { anchors, parts } = analyseCase(input);
  const members = new Map<number, number[]>();
  for (const [sequence, { place }] of parts.entries()) {
    const report = input.reports[sequence];
    if (place === null || !report || report.reportedAt > asOf) continue;
    const known = members.get(place);
    if (known) known.push(sequence);
    else members.set(place, [sequence]);
  }
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([place, sequences]) => ({
      place,
      ...measuresOf(input, anchors.category[place] ?? 0, sequences, asOf),
    }));
}

function measuresOf(
  input: RecurrenceCase,
  kind: number,
  sequences: readonly number[],
  asOf: number,
): Omit<Row, "place"> {
  const { params } = input;
  const rules = rulesOfKind(params, kind);
  const recurrences: { readonly at: number; readonly gapMs: number }[] = [];
  let last = { end: 0, isAssumed: false };
  cutEpisodes(stretchesOf(input, sequences, asOf), rules, {
    report: () => undefined,
    episode(start, end, isAssumed, _reports, _sources, gapMs, isRecurrence) {
      last = { end, isAssumed };
      if (isRecurrence && start > asOf - rules.windowMs) recurrences.push({ at: start, gapMs });
    },
  });
  const ages = recurrences.map(({ at }) => asOf - at);
  const isOpen = last.end > asOf || last.isAssumed;
  const weight = ages.reduce((sum, age) => sum + decayWeight(age, params.half_life_days), 0);
  const historyDays = (asOf / 1000 - params.data_start) / 86_400;
  const { bin_days, bins } = params.class;
  const hit = ages.map((age) => Math.floor(age / (bin_days * DAY_MS))).filter((bin) => bin < bins);
  return {
    k: recurrences.length,
    quick: recurrences.filter(({ gapMs }) => gapMs <= params.quick_days * DAY_MS).length,
    S: weight,
    rate30: weight * rate30PerWeight(params.half_life_days, params.window_days, historyDays),
    open: isOpen ? 1 : 0,
    quiet_days: isOpen ? 0 : Math.max(0, asOf - last.end - rules.graceMs) / DAY_MS,
    n90: ages.filter((age) => age < params.class.recent_days * DAY_MS).length,
    bins6: new Set(hit).size,
  };
}

function stretchesOf(
  { reports }: RecurrenceCase,
  sequences: readonly number[],
  asOf: number,
): OpenStretches {
  const stretches = new OpenStretches();
  for (const sequence of sequences) {
    const report = reports[sequence];
    if (!report) continue;
    const { reportedAt, closedAt, sourceBit } = report;
    const end = closedAt === null || closedAt > asOf ? Number.POSITIVE_INFINITY : closedAt;
    stretches.push(reportedAt, end, sequence, sourceBit, 0);
  }
  stretches.sort();
  return stretches;
}
