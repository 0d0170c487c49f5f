import { DecayScale } from "../../domain/recurrence/decay-scale.ts";
import { EpisodeList } from "../../domain/recurrence/episode-list.ts";
import { cutEpisodes, OpenStretches } from "../../domain/recurrence/episodes.ts";
import { rate30PerWeight } from "../../domain/recurrence/measures.ts";
import { RecurrenceSettings } from "../../domain/recurrence/params.ts";
import { classOf, stillQuietP, trendOf } from "../../domain/recurrence/place-class.ts";
import {
  type MeasureRules,
  measurePlace,
  measureRules,
  noMeasures,
} from "../../domain/recurrence/place-measures.ts";
import { confidenceOf, lambda30LowOf, lambda30Of } from "../../domain/recurrence/place-rate.ts";
import { wilsonInterval } from "../../domain/statistics/wilson-interval.ts";
import { analyseCase, kindOf, type RecurrenceCase, rulesOfKind } from "./recurrence-case.ts";
import type { Cell } from "./reference-table.ts";

type Row = Readonly<Record<string, Cell>>;

/**
 * RECURRENCE §3–§4 as of `asOf`, epoch milliseconds, for every place that had a report by then: with
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
  const settings = settingsOf(input);
  const scale = new DecayScale(input.params.data_start * 1000, settings.halfLifeDays);
  const rules = measureRules(settings, scale);
  const episodes = new EpisodeList(scale);
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([place, sequences]) => {
      const kind = anchors.category[place] ?? 0;
      return { place, ...rowOf(input, kind, sequences, asOf, settings, rules, episodes) };
    });
}

function rowOf(
  input: RecurrenceCase,
  kind: number,
  sequences: readonly number[],
  asOf: number,
  settings: RecurrenceSettings,
  rules: MeasureRules,
  episodes: EpisodeList,
): Row {
  const { params } = input;
  const { graceMs, ...cut } = rulesOfKind(params, kind);
  const stretches = stretchesOf(input, sequences, asOf);
  cutEpisodes(stretches, { graceMs, ...cut }, episodes.restart(graceMs));
  const measures = noMeasures();
  const factor = rules.scale.factorAt(asOf);
  measurePlace(episodes, episodes.range(), asOf, factor, graceMs, rules, measures);

  const { alpha, beta_days } = kindOf(params, kind);
  const prior = { alpha, betaDays: beta_days };
  const historyDays = (asOf / 1000 - params.data_start) / 86_400;
  const relapse = wilsonInterval(measures.relapseX, measures.relapseN);
  const { halfLifeDays, windowDays } = settings;
  return {
    k: measures.k,
    quick: measures.quick,
    S: measures.S,
    A: measures.A,
    rate30: measures.S * rate30PerWeight(halfLifeDays, windowDays, historyDays),
    lambda30: lambda30Of(measures, prior),
    lambda30_lo10: lambda30LowOf(measures, prior),
    confidence: confidenceOf(measures, prior),
    open: measures.isOpen ? 1 : 0,
    quiet_days: measures.quietDays,
    P0: stillQuietP(measures, prior),
    laplace_U: trendOf(measures),
    n90: measures.recent,
    bins6: measures.binsHit,
    relapse_x: measures.relapseX,
    relapse_n: measures.relapseN,
    relapse_lo: relapse?.low ?? null,
    relapse_hi: relapse?.high ?? null,
    class: classOf(measures, prior, settings.class),
  };
}

/** The case's parameters as a pack would have them. */
function settingsOf({ params }: RecurrenceCase): RecurrenceSettings {
  const { class: rules } = params;
  return RecurrenceSettings.parse({
    halfLifeDays: params.half_life_days,
    windowDays: params.window_days,
    staleDays: params.stale_days,
    relapseDays: params.relapse_days,
    quickDays: params.quick_days,
    class: {
      recentDays: rules.recent_days,
      quietMinDays: rules.quiet_min_days,
      quietP: rules.quiet_p,
      trendZ: rules.trend_z,
      trendMinK: rules.trend_min_k,
      binDays: rules.bin_days,
      bins: rules.bins,
      persistentMinBins: rules.persistent_min_bins,
    },
  });
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

/** The times that a case asks for, epoch milliseconds. */
export function asOfTimes({ params }: RecurrenceCase): number[] {
  return params.asof.map((seconds) => seconds * 1000);
}
