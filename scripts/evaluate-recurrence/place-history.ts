import { DecayScale } from "../../domain/recurrence/decay-scale.ts";
import { EpisodeList } from "../../domain/recurrence/episode-list.ts";
import { cutEpisodes, OpenStretches } from "../../domain/recurrence/episodes.ts";
import {
  type EpisodeRules,
  episodeRules,
  RecurrenceSettings,
} from "../../domain/recurrence/params.ts";
import {
  episodeFlags,
  type MeasureRules,
  measurePlace,
  measureRules,
  noMeasures,
  type PlaceMeasures,
} from "../../domain/recurrence/place-measures.ts";
import type { StreetPlace } from "./street-places.ts";

const HISTORY_START = Date.UTC(2015, 0, 1);

/** Cuts and measures one place after another as known at a time: a later closing stands for none. */
export class PlaceHistory {
  readonly settings: RecurrenceSettings;
  readonly rules: EpisodeRules;
  /** Of the place that was cut last. */
  readonly episodes: EpisodeList;
  reportCount = 0;

  readonly #scale: DecayScale;
  readonly #measureRules: MeasureRules;
  readonly #stretches = new OpenStretches();

  constructor(halfLifeDays: number) {
    this.settings = RecurrenceSettings.parse({ halfLifeDays });
    this.rules = episodeRules(this.settings, undefined);
    this.#scale = new DecayScale(HISTORY_START, halfLifeDays);
    this.#measureRules = measureRules(this.settings, this.#scale);
    this.episodes = new EpisodeList(this.#scale);
  }

  /** False when the place had no report by T. */
  cut({ reports }: StreetPlace, t: number): boolean {
    const stretches = this.#stretches;
    stretches.clear();
    for (const [sequence, { reportedAt, closedAt }] of reports.entries()) {
      if (reportedAt > t) continue;
      const end = closedAt === null || closedAt > t ? Number.POSITIVE_INFINITY : closedAt;
      stretches.push(reportedAt, end, sequence, 1, 0);
    }
    this.reportCount = stretches.count;
    stretches.sort();
    cutEpisodes(stretches, this.rules, this.episodes.restart(this.rules.graceMs));
    return this.reportCount > 0;
  }

  /** Of the place that was cut last, at the T it was cut at. */
  measure(t: number): PlaceMeasures {
    const measures = noMeasures();
    const { episodes, rules } = this;
    const factor = this.#scale.factorAt(t);
    const range = episodes.range();
    measurePlace(episodes, range, t, factor, rules.graceMs, this.#measureRules, measures);
    return measures;
  }

  /** When the place's problem came back, by all that the file knows. */
  recurrencesOf(place: StreetPlace): number[] {
    this.cut(place, Number.POSITIVE_INFINITY);
    return this.episodes
      .rows()
      .filter(({ flags }) => (flags & episodeFlags.recurrence) !== 0)
      .map(({ start }) => start);
  }
}
