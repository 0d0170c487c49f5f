import type { Viewer } from "../../domain/account.ts";
import type { MapAppPositions, MyArea, MyPlace, MyProblem } from "../../domain/contract/my.ts";
import { type Duty, holdsAt } from "../../domain/duty.ts";
import { isOverdueAt, type StoredProblem } from "../../domain/problem.ts";
import { fromWgs84 } from "../../domain/spatial/datum.ts";
import {
  emptyBounds,
  extendBounds,
  type LngLat,
  storedLngLat,
} from "../../domain/spatial/lng-lat.ts";
import { shownWords } from "../access/shown-problem.ts";
import type { City } from "../city/city.ts";
import { MeasuresAt } from "../recurrence-index/measures-at.ts";
import { returnsOf } from "../recurrence-index/places-of.ts";
import type { RankedPlace } from "../recurrence-index/rank-places.ts";
import { dutyBody } from "./duty-body.ts";
import { placeBodies } from "./place-body.ts";

const MONTHS = 12;

/** A problem as the phone shows it, with whom `person` may call about it. */
export function myProblem(
  city: City,
  problem: StoredProblem,
  {
    person,
    urgedAt,
    t,
    viewer,
  }: { person: string; urgedAt: number | null; t: number; viewer: Viewer },
): MyProblem {
  const { clock, tables, pack } = city;
  const { position } = problem;
  const answering = position
    ? tables.registry.answerableAt(position[0], position[1], problem.category, t)
    : [];
  const others = answering.map(({ duty }) => duty).filter((duty) => duty.person !== person);
  const body = others.find(({ role }) => role === "implementing-unit");
  const unitId = problem.assignedUnitId ?? body?.unitId ?? null;
  return {
    id: problem.id,
    category: problem.category,
    source: problem.source,
    isOverdue: isOverdueAt(problem, t),
    reportedAt: clock.toIso(problem.reportedAt),
    dueAt: problem.dueAt === null ? null : clock.toIso(problem.dueAt),
    ...shownWords(viewer, problem),
    photos: [...problem.photos],
    placeId: problem.placeId,
    at: position && mapAppPositions(position),
    urgedAt: urgedAt === null ? null : clock.toIso(urgedAt),
    unitName: pack.units.find(({ id }) => id === unitId)?.name ?? null,
    call: contactAmong(city, others, unitId),
  };
}

/** The unit that it is with if it has a phone, else the nearest who has one. */
function contactAmong(city: City, duties: readonly Duty[], unitId: string | null) {
  const reachable = duties.filter(({ phone }) => phone !== null);
  const duty = reachable.find((each) => each.unitId === unitId && unitId !== null) ?? reachable[0];
  if (!duty?.phone) return null;
  const unit = city.pack.units.find(({ id }) => id === duty.unitId);
  return { name: duty.person ?? unit?.name ?? "", role: duty.role, phone: duty.phone };
}

/** Places in the order given, with their returns by month. */
export async function myPlaces(
  city: City,
  places: readonly RankedPlace[],
  { t, viewer }: { readonly t: number; readonly viewer: Viewer },
): Promise<MyPlace[]> {
  const bodies = await placeBodies(city, places, {
    measuresAt: new MeasuresAt(city.recurrence, t),
    density: () => 0,
    viewer,
  });
  return bodies.map((body, i) => ({
    id: body.id,
    category: body.category,
    address: body.address,
    class: body.class,
    lambda30: body.lambda30,
    ownK: body.ownK,
    isOpen: body.isOpen,
    lastAt: body.lastAt,
    at: mapAppPositions(storedLngLat(body.position[0], body.position[1])),
    months: monthsOf(city, places[i]?.rank ?? 0, t),
  }));
}

function monthsOf({ clock, recurrence }: City, rank: number, t: number): MyPlace["months"] {
  const { year, month } = clock.toLocal(t);
  const months = Array.from({ length: MONTHS }, (_, i) => {
    const number = year * 12 + month - MONTHS + i;
    const name = String((number % 12) + 1).padStart(2, "0");
    return { month: `${Math.floor(number / 12)}-${name}`, returns: 0 };
  });
  const from = clock.parse(`${months[0]?.month}-01`) ?? t;
  for (const at of returnsOf(recurrence, rank, from, t)) {
    const name = clock.toDate(at).slice(0, 7);
    const found = months.find((each) => each.month === name);
    if (found) found.returns++;
  }
  return months;
}

/** What a person's duties at T are about. */
export function myAreas(city: City, duties: readonly Duty[], t: number): MyArea[] {
  return duties
    .filter((duty) => holdsAt(duty, t))
    .map((duty) => {
      const { scope } = dutyBody(city, duty);
      return { dutyId: duty.id, role: duty.role, ...scope, bounds: boundsOf(city, duty, t) };
    });
}

function boundsOf({ pack, tables }: City, { scope }: Duty, t: number): MyArea["bounds"] {
  if (scope.type === "category" || scope.type === "city") return null;
  const { zones } = tables.registry.zones.at(t);
  const list = { zone: zones, section: pack.roads, river: pack.rivers }[scope.type];
  const geometry = list.find(({ id }) => id === scope.id)?.geometry;
  if (!geometry) return null;
  const bounds = emptyBounds();
  for (const [lng, lat] of positionsIn(geometry.coordinates)) extendBounds(bounds, lng, lat);
  return bounds;
}

type Nested = readonly number[] | readonly Nested[];

function* positionsIn(nested: Nested): Generator<readonly [number, number]> {
  const [first, second] = nested;
  if (typeof first === "number" && typeof second === "number") yield [first, second];
  else for (const part of nested) if (typeof part !== "number") yield* positionsIn(part);
}

export function mapAppPositions(position: LngLat): MapAppPositions {
  return {
    wgs84: [position[0], position[1]],
    gcj02: fromWgs84(position, "gcj02"),
    bd09: fromWgs84(position, "bd09"),
  };
}
