import { withRoom } from "../../domain/columns/growable.ts";
import { HIDDEN, rowFlags } from "../../domain/columns/problem-columns.ts";
import { DecayScale } from "../../domain/recurrence/decay-scale.ts";
import { EpisodeList } from "../../domain/recurrence/episode-list.ts";
import { cutEpisodes, type EpisodeSink, OpenStretches } from "../../domain/recurrence/episodes.ts";
import {
  type EpisodeRules,
  episodeRules,
  type RecurrenceSettings,
} from "../../domain/recurrence/params.ts";
import { NO_PLACE, PlaceAnchors } from "../../domain/recurrence/place-anchor.ts";
import { type MeasureRules, measureRules } from "../../domain/recurrence/place-measures.ts";
import type { Prior } from "../../domain/recurrence/place-rate.ts";
import { toE7 } from "../../domain/spatial/lng-lat.ts";
import { mortonOrder } from "../../domain/spatial/morton-order.ts";
import { worldX, worldY } from "../../domain/spatial/web-mercator.ts";
import type { ProblemIndex } from "../problem-index/problem-index.ts";
import { HexTable } from "./hex-table.ts";
import { RecurringPlaces } from "./recurring-places.ts";

const NO_RANK = -1;
const NO_SERIAL = -1;

/**
 * Which reports belong to which place, and the episodes of the places that recur. Updated event by event: `attach` and
 * `detach` say where a report belongs, `refresh` cuts one place anew. The result depends only on the reports and places as
 * they stand, never on the order in which closings came.
 */
export class RecurrenceIndex {
  readonly problems: ProblemIndex;
  readonly anchors: PlaceAnchors;
  readonly hexes = new HexTable();
  readonly settings: RecurrenceSettings;
  readonly historyStartAt: number;
  readonly scale: DecayScale;
  readonly measureRules: MeasureRules;
  recurring: RecurringPlaces;

  readonly #priors: Prior[];
  readonly #rules: readonly EpisodeRules[];
  #placeOfSerial = new Int32Array(1024);
  #nextInPlace = new Int32Array(1024);
  #firstInPlace = new Int32Array(1024);
  #rankOfPlace = new Int32Array(1024);
  readonly #stretches = new OpenStretches();
  readonly #episodes: EpisodeList;
  /** How the place gathered last stands once all its events are past. */
  readonly #standing = { settledAt: 0, isOpen: 0 as 0 | 1, overdueFrom: 0, hasStale: 0 as 0 | 1 };

  constructor(problems: ProblemIndex, settings: RecurrenceSettings, historyStartAt: number) {
    const { tree } = problems.tables;
    this.problems = problems;
    this.settings = settings;
    this.historyStartAt = historyStartAt;
    this.anchors = new PlaceAnchors((category) => tree.at(category).radiusM ?? settings.radiusM);
    this.#rules = tree.list.map(({ graceHours }) => episodeRules(settings, graceHours));
    this.recurring = new RecurringPlaces();
    this.scale = new DecayScale(historyStartAt, settings.halfLifeDays);
    this.measureRules = measureRules(settings, this.scale);
    this.#episodes = new EpisodeList(this.scale);
    this.#priors = tree.list.map(({ prior }) => prior ?? weakPrior(settings));
  }

  /** The prior of a category's places. */
  priorOf(category: number): Prior {
    return this.#priors[category]!;
  }

  /** Takes a fit in; by category ordinal. */
  setPriors(priors: readonly Prior[]): void {
    for (const [category, prior] of priors.entries()) this.#priors[category] = prior;
  }

  /** How long after a closing a report still belongs to it, milliseconds. */
  graceMsOf(place: number): number {
    return this.#rules[this.anchors.category[place]!]!.graceMs;
  }

  /** Sum of typed-array bytes. */
  get byteLength(): number {
    const { size } = this.problems;
    return this.anchors.byteLength + this.recurring.byteLength + 8 * size + 8 * this.anchors.count;
  }

  /** Place of a report, NO_PLACE when it has none. */
  placeOf(serial: number): number {
    return this.#placeOfSerial[serial] ?? NO_PLACE;
  }

  /** Serials of a place's reports, dropped ones included, latest attached first. */
  *membersOf(place: number): Generator<number> {
    for (
      let serial = this.#first(place);
      serial !== NO_SERIAL;
      serial = this.#nextInPlace[serial]!
    ) {
      yield serial;
    }
  }

  /** Says that a report belongs to a place (or to none); it must not belong to one already. */
  attach(serial: number, place: number): void {
    const capacity = this.#placeOfSerial.length;
    if (serial >= capacity) {
      this.#placeOfSerial = withRoom(this.#placeOfSerial, serial + 1).fill(NO_PLACE, capacity);
      this.#nextInPlace = withRoom(this.#nextInPlace, serial + 1);
    }
    this.#placeOfSerial[serial] = place;
    if (place === NO_PLACE) return;
    if (place >= this.#firstInPlace.length) {
      const before = this.#firstInPlace.length;
      this.#firstInPlace = withRoom(this.#firstInPlace, place + 1).fill(0, before);
      this.#rankOfPlace = withRoom(this.#rankOfPlace, place + 1).fill(0, before);
    }
    this.#nextInPlace[serial] = this.#first(place);
    this.#firstInPlace[place] = serial + 1;
  }

  /** Takes a report out of its place; the anchor stays where it is. */
  detach(serial: number): void {
    const place = this.placeOf(serial);
    if (place === NO_PLACE) return;
    this.#placeOfSerial[serial] = NO_PLACE;
    const next = this.#nextInPlace[serial]!;
    if (this.#first(place) === serial) {
      this.#firstInPlace[place] = next + 1;
      return;
    }
    for (const member of this.membersOf(place)) {
      if (this.#nextInPlace[member] !== serial) continue;
      this.#nextInPlace[member] = next;
      return;
    }
  }

  /** Cuts every place; call once after loading. O(reports + places). */
  build(): void {
    this.recurring = new RecurringPlaces();
    this.#rankOfPlace.fill(0);
    for (const place of this.#placesAlongCurve()) this.refresh(place);
  }

  /** Cuts one place anew from its reports as they stand. */
  refresh(place: number): void {
    const episodes = this.cut(place);
    const rank = this.rankOf(place);
    if (rank === NO_RANK && !episodes.isRecurring) return;
    const [lng, lat] = this.problems.tables.plane.toLngLat(
      this.anchors.anchorX[place]!,
      this.anchors.anchorY[place]!,
    );
    const row = {
      place,
      category: this.anchors.category[place]!,
      lngE7: toE7(lng),
      latE7: toE7(lat),
      territory: this.problems.territories.at(lng, lat),
      hex: this.hexes.at(lng, lat),
      ...this.#standing,
    };
    if (rank === NO_RANK) this.#rankOfPlace[place] = this.recurring.append(row, episodes) + 1;
    else this.recurring.replace(rank, row, episodes);
  }

  /** Says anew whose ground each recurring place is on, after zones were drawn otherwise. O(recurring places). */
  resettle(): void {
    const { place, territory } = this.recurring;
    for (let rank = 0; rank < this.recurring.count; rank++) {
      const [lng, lat] = this.problems.tables.plane.toLngLat(
        this.anchors.anchorX[place[rank]!]!,
        this.anchors.anchorY[place[rank]!]!,
      );
      territory[rank] = this.problems.territories.at(lng, lat);
    }
  }

  /** Rank among recurring places, -1 for a place that never recurred. */
  rankOf(place: number): number {
    return (this.#rankOfPlace[place] ?? 0) - 1;
  }

  /**
   * Episodes of a place in time order, told to `roles` report by report on the way. With `asOf`, as they were known then:
   * later reports do not exist, later closings and reopenings have not happened. Scratch: read it before the next cut.
   */
  cut(place: number, asOf = Number.POSITIVE_INFINITY, roles?: EpisodeSink["report"]): EpisodeList {
    const rules = this.#rules[this.anchors.category[place]!]!;
    this.#gather(place, asOf);
    const episodes = this.#episodes.restart(rules.graceMs, roles);
    cutEpisodes(this.#stretches, rules, episodes);
    return episodes;
  }

  /** The place's reports that count, as sorted stretches; on the way, how it stands. */
  #gather(place: number, asOf: number): void {
    const stretches = this.#stretches;
    const standing = this.#standing;
    const { columns } = this.problems;
    stretches.clear();
    standing.settledAt = Number.NEGATIVE_INFINITY;
    standing.isOpen = 0;
    standing.overdueFrom = Number.POSITIVE_INFINITY;
    standing.hasStale = 0;
    for (
      let serial = this.#first(place);
      serial !== NO_SERIAL;
      serial = this.#nextInPlace[serial]!
    ) {
      const row = this.problems.rowOf(serial);
      if (columns.flags[row]! & HIDDEN || columns.reportedAt[row]! > asOf) continue;
      const openedAt = this.#gatherReport(serial, row, asOf);
      if (openedAt === null) continue;
      standing.settledAt = Math.max(standing.settledAt, openedAt);
      standing.isOpen = 1;
      standing.overdueFrom = Math.min(standing.overdueFrom, columns.dueAt[row]!);
    }
    stretches.sort();
    const { staleMs } = this.#rules[this.anchors.category[place]!]!;
    if (stretches.isAnyLonger(staleMs)) standing.hasStale = 1;
  }

  /** Answers since when the report is open, null when it is closed at the end. */
  #gatherReport(serial: number, row: number, asOf: number): number | null {
    const { columns } = this.problems;
    const sourceBit = 1 << columns.source[row]!;
    let start = columns.reportedAt[row]!;
    let isReopening: 0 | 1 = 0;
    if ((columns.flags[row]! & rowFlags.hasHistory) === 0) {
      const closedAt = columns.closedAt[row]!;
      const isClosed = closedAt <= asOf && closedAt !== Number.POSITIVE_INFINITY;
      const end = isClosed ? closedAt : Number.POSITIVE_INFINITY;
      this.#stretches.push(start, end, serial, sourceBit, 0);
      if (!isClosed) return start;
      this.#standing.settledAt = Math.max(this.#standing.settledAt, start, closedAt);
      return null;
    }
    for (const { closedAt, reopenedAt } of this.problems.closingsOf(serial)) {
      if (closedAt > asOf) break;
      this.#stretches.push(start, closedAt, serial, sourceBit, isReopening);
      this.#standing.settledAt = Math.max(this.#standing.settledAt, start, closedAt);
      if (reopenedAt === null || reopenedAt > asOf) return null;
      start = reopenedAt;
      isReopening = 1;
    }
    this.#stretches.push(start, Number.POSITIVE_INFINITY, serial, sourceBit, isReopening);
    return start;
  }

  #placesAlongCurve(): Uint32Array {
    const { anchorX, anchorY, count } = this.anchors;
    const { plane } = this.problems.tables;
    const [xs, ys] = [new Uint32Array(count), new Uint32Array(count)];
    for (let place = 0; place < count; place++) {
      const [lng, lat] = plane.toLngLat(anchorX[place]!, anchorY[place]!);
      xs[place] = worldX(lng);
      ys[place] = worldY(lat);
    }
    return mortonOrder(xs, ys, count);
  }

  #first(place: number): number {
    return (this.#firstInPlace[place] ?? 0) - 1;
  }
}

/** Before anything is known of a category: one recurrence in a window. */
function weakPrior({ windowDays }: RecurrenceSettings): Prior {
  return { alpha: 1, betaDays: windowDays };
}
