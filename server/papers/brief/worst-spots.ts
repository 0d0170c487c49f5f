import { type BriefSpot, SPOTS_LISTED } from "../../../domain/brief.ts";
import { maskPersonalData } from "../../../domain/personal-data.ts";
import type { StoredProblem } from "../../../domain/problem.ts";
import { classOf } from "../../../domain/recurrence/place-class.ts";
import { lambda30Of } from "../../../domain/recurrence/place-rate.ts";
import { DAY_MS } from "../../../domain/time.ts";
import type { City } from "../../city/city.ts";
import type { Sight } from "../../problem-index/sight.ts";
import { MeasuresAt } from "../../recurrence-index/measures-at.ts";
import { newestReport } from "../../recurrence-index/newest-report.ts";
import { placesOf } from "../../recurrence-index/places-of.ts";

const NO_PLACE = -1;

/** A spot before its names are read: the report that it is told by, and its place. */
type Found = {
  readonly kind: BriefSpot["kind"];
  readonly serial: number;
  readonly place: number;
  reports: number;
};

/**
 * At most SPOTS_LISTED spots of somebody's ground at T. First what is overdue longest, several reports of one recurring
 * place as one spot; then recurring places by λ30, those already listed left out. `overdue`: rows, longest first.
 */
export async function worstSpots(
  city: City,
  ground: Sight | null,
  overdue: readonly number[],
  t: number,
): Promise<BriefSpot[]> {
  const found = overdueSpots(city, overdue);
  const listed = new Set(found.map(({ place }) => place));
  const { places } = placesOf(city.recurrence, ground, t, SPOTS_LISTED + found.length);
  const recurring = places
    .filter(({ place }) => !listed.has(place))
    .flatMap(({ place }): Found[] => {
      const serial = newestReport(city.recurrence, place, t);
      return serial === null ? [] : [{ kind: "recurring", serial, place, reports: 0 }];
    });
  const spots = [...found, ...recurring].slice(0, SPOTS_LISTED);
  const stored = await city.storage.problemsBySeq(spots.map(({ serial }) => serial + 1));
  const bySeq = new Map(stored.map((problem) => [problem.seq, problem]));
  return spots.flatMap((spot) => {
    const problem = bySeq.get(spot.serial + 1);
    return problem ? [spotBody(city, spot, problem, t)] : [];
  });
}

function overdueSpots({ problems, recurrence }: City, overdue: readonly number[]): Found[] {
  const { columns } = problems;
  const found: Found[] = [];
  for (const row of overdue) {
    const serial = columns.serial[row] ?? 0;
    const own = recurrence.placeOf(serial);
    const place = own >= 0 && recurrence.rankOf(own) >= 0 ? own : NO_PLACE;
    const known = place === NO_PLACE ? undefined : found.find((spot) => spot.place === place);
    if (known) known.reports++;
    else if (found.length < SPOTS_LISTED)
      found.push({ kind: "overdue", serial, place, reports: 1 });
  }
  return found;
}

function spotBody(city: City, spot: Found, problem: StoredProblem, t: number): BriefSpot {
  const { recurrence, tables } = city;
  const { kind, place, reports } = spot;
  const rank = place < 0 ? -1 : recurrence.rankOf(place);
  const ordinal = place < 0 ? 0 : (recurrence.anchors.category[place] ?? 0);
  const prior = recurrence.priorOf(ordinal);
  const measures = rank < 0 ? null : new MeasuresAt(recurrence, t).ofRank(rank);
  const isRecurring = measures !== null && measures.k > 0;
  const { anchors } = recurrence;
  const [lng, lat] =
    kind === "overdue" && problem.position
      ? problem.position
      : tables.plane.toLngLat(anchors.anchorX[place] ?? 0, anchors.anchorY[place] ?? 0);
  const days = problem.dueAt === null ? null : Math.floor((t - problem.dueAt) / DAY_MS);
  return {
    kind,
    // A paper is handed on to whoever.
    name: problem.address && maskPersonalData(problem.address),
    area: areaName(city, lng, lat, t),
    category: problem.category,
    categoryName: tables.tree.at(tables.categoryOrdinal(problem.category)).name,
    overdueDays: kind === "overdue" ? days : null,
    reports,
    lambda30: isRecurring ? lambda30Of(measures, prior) : null,
    returns: isRecurring ? measures.k : null,
    class: isRecurring ? classOf(measures, prior, recurrence.settings.class) : null,
    problemId: kind === "overdue" ? problem.id : null,
    placeId: place < 0 ? null : place,
    position: [lng, lat],
  };
}

/** The community that holds a spot, else what else does, finest first. */
function areaName({ tables }: City, lng: number, lat: number, t: number): string | null {
  const holding = tables.registry.zones.at(t).holding(lng, lat);
  return (holding.find(({ level }) => level === "community") ?? holding[0])?.name ?? null;
}
