import { reachOf, type Viewer } from "../../domain/account.ts";
import { type Duty, holdsAt } from "../../domain/duty.ts";
import type { City } from "../city/city.ts";
import { isSeen, type Sight } from "../problem-index/sight.ts";

type Kept = {
  readonly sight: Sight | null;
  readonly territories: number;
  readonly zones: unknown;
  readonly until: number;
};

/** By the duties that they follow from, then by whom the account is tied to. */
const known = new WeakMap<readonly Duty[], Map<string, Kept>>();

/**
 * What an account sees: all reads pass it to the index, which sees nothing else. Null: the whole city. It follows the duties
 * that hold now, whatever moment is looked at: who takes an area over sees its history.
 */
export function sightOf(city: City, viewer: Viewer): Sight | null {
  const reach = reachOf(viewer);
  if (reach === "city") return null;
  const { duties, zones } = city.tables.registry;
  const t = city.now();
  const key = reach === "nothing" ? "nothing" : JSON.stringify([viewer.person, viewer.unitId]);
  const kept = known.get(duties)?.get(key);
  const territories = city.problems.territories.list.length;
  const isGood = kept && kept.territories === territories && kept.zones === zones && t < kept.until;
  if (isGood) return kept.sight;
  const own = reach === "nothing" ? [] : dutiesOf(city, viewer);
  const held = own.filter((duty) => holdsAt(duty, t));
  const made: Kept = {
    sight: city.problems.sightOf(held, t, reach === "nothing" ? [] : unitsOf(city, viewer)),
    territories,
    zones,
    // Borders that change on a day to come move the reach as duties do.
    until: Math.min(nextChange(own, t), zones.at(t).to),
  };
  const ofDuties = known.get(duties) ?? new Map<string, Kept>();
  known.set(duties, ofDuties.set(key, made));
  return made.sight;
}

/** The account's unit with those below it. */
function unitsOf({ pack }: City, { unitId }: Viewer): string[] {
  const units = new Set<string>(unitId === null ? [] : [unitId]);
  for (let before = -1; before !== units.size; ) {
    before = units.size;
    for (const { id, parentId } of pack.units) {
      if (parentId !== null && units.has(parentId)) units.add(id);
    }
  }
  return [...units];
}

/** Duties of the person, and of the unit with those below it. */
function dutiesOf(city: City, viewer: Viewer): Duty[] {
  const { person } = viewer;
  const units = new Set(unitsOf(city, viewer));
  return city.tables.registry.duties.filter(
    (duty) =>
      (person !== null && duty.person === person) ||
      (duty.unitId !== null && units.has(duty.unitId)),
  );
}

/** The first moment after `t` at which one of the duties begins or ends. */
function nextChange(duties: readonly Duty[], t: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { from, to } of duties) {
    if (from > t) next = Math.min(next, from);
    if (to !== null && to > t) next = Math.min(next, to);
  }
  return next;
}

/** Where something is, what it is about, and whom it was handed to. */
type Spot = {
  readonly position: readonly [lng: number, lat: number] | null;
  readonly category: string;
  readonly assignedUnitId: string | null;
};

/** Whether an account may see a report. One without a position is nobody's ground, but may be of a line's kind. */
export function seesProblem(
  city: City,
  viewer: Viewer,
  { position, category, assignedUnitId }: Spot,
): boolean {
  const { territories } = city.problems;
  const territory = position ? territories.at(position[0], position[1]) : territories.nowhere();
  const sight = sightOf(city, viewer);
  const { tables } = city;
  const unit = tables.unitMark(assignedUnitId);
  return sight === null || isSeen(sight, territory, tables.categoryOrdinal(category), unit);
}

/** Whether an account may see a place of recurrence, by where its anchor is. */
export function seesPlace(city: City, viewer: Viewer, place: number): boolean {
  const { anchors } = city.recurrence;
  const isPlace = place >= 0 && place < anchors.count;
  const [x, y] = [anchors.anchorX[place] ?? 0, anchors.anchorY[place] ?? 0];
  const [lng, lat] = city.tables.plane.toLngLat(x, y);
  const territory = city.problems.territories.at(lng, lat);
  const sight = sightOf(city, viewer);
  return isPlace && (sight === null || isSeen(sight, territory, anchors.category[place] ?? 0, 0));
}

/** Whether an account may see a picture: one of the reports that it belongs to. */
export async function seesPhoto(city: City, viewer: Viewer, file: string): Promise<boolean> {
  if (sightOf(city, viewer) === null) return true;
  const problems = await city.storage.problemsWithPhoto(file);
  return problems.some((problem) => seesProblem(city, viewer, problem));
}
