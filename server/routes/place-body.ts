import type { Answering, RecurrencePlace } from "../../domain/contract/recurrence.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { confidenceLevelOf } from "../../domain/recurrence/confidence-level.ts";
import { rate30PerWeight } from "../../domain/recurrence/measures.ts";
import { classOf } from "../../domain/recurrence/place-class.ts";
import { noMeasures } from "../../domain/recurrence/place-measures.ts";
import { confidenceOf, lambda30Of } from "../../domain/recurrence/place-rate.ts";
import { wilsonInterval } from "../../domain/statistics/wilson-interval.ts";
import { isSummonsCandidate } from "../../domain/summons.ts";
import { DAY_MS } from "../../domain/time.ts";
import { type Reader, shownText } from "../access/shown-problem.ts";
import type { City } from "../city/city.ts";
import { kernelAt } from "../heat/point-densities.ts";
import { areaAround } from "../heat/tile-area.ts";
import { recurrencePoints } from "../heat/weighted-points.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import type { MeasuresAt } from "../recurrence-index/measures-at.ts";
import { newestReport } from "../recurrence-index/newest-report.ts";

/** Density of the filter's recurrences at a position of the plane, inside the filter's box. */
export type Density = (xM: number, yM: number) => number;

/** The kernel reaches beyond the box that was asked about, so places around it count too. */
export function densityOf(city: City, rows: RowFilter): Density {
  const { recurrence, tables } = city;
  const { kernelM } = recurrence.settings;
  const around = rows.bboxE7 && areaAround(rows.bboxE7, kernelM, tables.plane);
  const points = recurrencePoints(recurrence, { ...rows, bboxE7: null }, around);
  return kernelAt(points, kernelM);
}

/** A place, and how many of its recurrences pass the filter at which rate. */
export type PlaceCount = {
  readonly place: number;
  readonly k: number;
  readonly rate30: number;
};

/** What of a place is measured, and who reads it. */
type PlaceReading = {
  readonly measuresAt: MeasuresAt;
  readonly density: Density;
  readonly viewer: Reader;
};

/** Places at T as the contract shows them, in the order given. */
export async function placeBodies(
  city: City,
  places: readonly PlaceCount[],
  { measuresAt, density, viewer }: PlaceReading,
): Promise<RecurrencePlace[]> {
  const bodies = places.map((place) => placeBody(city, place, measuresAt, density));
  const newest = bodies.map(({ id }) => {
    const serial = newestReport(city.recurrence, id, measuresAt.t);
    return serial === null ? null : serial + 1;
  });
  const addresses = new Map<number, string | null>();
  const seqs = newest.flatMap((seq) => seq ?? []);
  for await (const { seq, address } of storedReports(city, seqs))
    addresses.set(seq, shownText(viewer, address));
  return bodies.map((body, i) => ({ ...body, address: addresses.get(newest[i] ?? -1) ?? null }));
}

function placeBody(
  city: City,
  { place, k, rate30 }: PlaceCount,
  measuresAt: MeasuresAt,
  density: Density,
): RecurrencePlace {
  const { recurrence, tables, clock } = city;
  const { anchors, settings, historyStartAt } = recurrence;
  const { t } = measuresAt;
  const rank = recurrence.rankOf(place);
  const measures = (rank < 0 ? measuresAt.ofPlace(place) : measuresAt.ofRank(rank)) ?? noMeasures();
  const category = anchors.category[place] ?? 0;
  const prior = recurrence.priorOf(category);
  const confidence = confidenceOf(measures, prior);
  const found = classOf(measures, prior, settings.class);
  const { relapseX, relapseN, recent } = measures;
  const interval = wilsonInterval(relapseX, relapseN);
  const historyDays = (t - historyStartAt) / DAY_MS;
  const perS = rate30PerWeight(settings.halfLifeDays, settings.windowDays, historyDays);
  const [x, y] = [anchors.anchorX[place] ?? 0, anchors.anchorY[place] ?? 0];
  const [lng, lat] = tables.plane.toLngLat(x, y);
  return {
    id: place,
    position: [round7(lng), round7(lat)],
    radiusM: anchors.radiusOf(place),
    category: tables.tree.at(category).code,
    address: null,
    k,
    S: k === 0 ? 0 : rate30 / perS,
    rate30,
    lambda30: lambda30Of(measures, prior),
    confidence,
    confidenceLevel: confidenceLevelOf(confidence, settings.confidence),
    class: found,
    relapse: {
      x: relapseX,
      n: relapseN,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    },
    ownK: measures.k,
    quick: measures.quick,
    recent,
    quietDays: measures.quietDays,
    density: density(x, y),
    isOpen: measures.isOpen && !measures.isStale,
    isStale: measures.isStale,
    isSuggested:
      confidence >= settings.summons.minConfidence &&
      isSummonsCandidate({ class: found, k: measures.k, recent }, settings.summons),
    lastAt: Number.isNaN(measures.lastAt) ? null : clock.toIso(measures.lastAt),
    zone: zoneOf(city, lng, lat, t),
    duties: answeringAt(city, place, t),
  };
}

function zoneOf({ tables }: City, lng: number, lat: number, t: number): string | null {
  const holding = tables.registry.zones.at(t).holding(lng, lat);
  return holding.find(({ level }) => level === "zone")?.id ?? null;
}

/** Reports by seq, read a thousand at a time. */
export async function* storedReports(
  { storage }: City,
  seqs: readonly number[],
): AsyncGenerator<StoredProblem> {
  for (let at = 0; at < seqs.length; at += 1000) {
    yield* await storage.problemsBySeq(seqs.slice(at, at + 1000));
  }
}

/** Everyone who answered for the place and its kind of problem at a time. */
export function answeringAt(
  { recurrence, tables, pack }: City,
  place: number,
  t: number,
): Answering[] {
  const { anchors } = recurrence;
  const [lng, lat] = tables.plane.toLngLat(
    anchors.anchorX[place] ?? 0,
    anchors.anchorY[place] ?? 0,
  );
  const { code } = tables.tree.at(anchors.category[place] ?? 0);
  return tables.registry.answerableAt(lng, lat, code, t).map(({ duty }) => ({
    role: duty.role,
    person: duty.person,
    unit: duty.unitId,
    unitName: pack.units.find(({ id }) => id === duty.unitId)?.name ?? null,
  }));
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
