import type { StoredProblem } from "../../domain/problem.ts";
import { NO_PLACE } from "../../domain/recurrence/place-anchor.ts";
import { type Bounds, extendBounds, fromE7 } from "../../domain/spatial/lng-lat.ts";
import type { LiveProblem } from "../live/live-feed.ts";
import { applyPriors } from "../services/refit-priors.ts";
import type { LoggedChange, LoggedTable, NumberRange, StoredPlace } from "../storage/storage.ts";
import { type City, positionKey } from "./city.ts";
import { zoneBounds } from "./zone-bounds.ts";

/** Rows read at once. */
const BATCH = 2000;
/** Problems of one write that pages are told of one by one. */
const MOST_TOLD = 500;

/**
 * Takes into memory what storage was given since, by this process or another: what was touched is read again as it stands,
 * so following twice does no harm. Call it inside the city's queue. Throws a RangeError when storage and index disagree on
 * the order of reports.
 */
export async function followLog(city: City): Promise<void> {
  for (;;) {
    const changes = await city.storage.changesAfter(city.logPosition);
    for (const change of changes) await follow(city, change);
    if (changes.length === 0) return;
  }
}

async function follow(city: City, change: LoggedChange): Promise<void> {
  for (const table of change.tables) await tables[table](city);
  const moved = new Set<number>();
  for (const range of batchesOf(change.places)) {
    for (const place of await city.storage.placesIn(range)) {
      takePlace(city, place);
      moved.add(place.id);
    }
  }
  const created: LiveProblem[] = [];
  const changed: LiveProblem[] = [];
  for (const range of batchesOf(change.problems)) {
    for (const problem of await city.storage.problemsIn(range)) {
      const isNew = problem.seq > city.problems.size;
      const before = isNew ? null : whereabouts(city, problem.seq - 1);
      takeProblem(city, problem, isNew, moved);
      (isNew ? created : changed).push(liveProblem(problem, before));
    }
  }
  city.problems.settle();
  for (const place of moved) city.recurrence.refresh(place);
  city.logPosition = change.id;
  city.revision = change.revision;
  const hasRecurrence = [...moved].some((place) => city.recurrence.rankOf(place) >= 0);
  const { id, revision, tables: touched } = change;
  const told = { id, revision, tables: touched, hasRecurrence };
  const isTooMuch = created.length + changed.length > MOST_TOLD;
  city.feed.publish(
    isTooMuch
      ? { ...told, created: [], changed: [], isTooMuch }
      : { ...told, created, changed, isTooMuch },
  );
}

/** Each table's own way into memory; what memory does not hold has none. */
const tables: Readonly<Record<LoggedTable, (city: City) => Promise<void>>> = {
  decisions: async () => undefined,
  urges: async () => undefined,
  texts: async () => undefined,
  screen: async () => undefined,
  async ads(city) {
    city.adsVersion++;
  },
  async duties({ storage, tables }) {
    tables.registry.setDuties(await storage.duties());
  },
  async zones(city) {
    const { registry } = city.tables;
    registry.setZones(await city.storage.zoneVersions());
    city.problems.resettle();
    city.recurrence.resettle();
    city.bounds = zoneBounds(registry.zones.latest.zones, city.bounds);
  },
  async priors(city) {
    city.priors = await city.storage.priors();
    applyPriors(city);
  },
  async "bad-positions"(city) {
    city.badPositions.clear();
    for (const at of await city.storage.badPositions()) {
      city.badPositions.set(positionKey(fromE7(at.lngE7), fromE7(at.latE7)), at);
    }
    city.proposedPositions = city.proposedPositions.filter(
      ({ lngE7, latE7 }) => !city.badPositions.has(positionKey(fromE7(lngE7), fromE7(latE7))),
    );
  },
};

function takePlace({ recurrence, tables }: City, { id, category, ...state }: StoredPlace): void {
  const { anchors } = recurrence;
  anchors.apply({
    ...state,
    place: id,
    isNew: id >= anchors.count,
    category: tables.categoryOrdinal(category),
  });
}

/** Where a report is, and with which unit. */
type Whereabouts = {
  readonly at: readonly [number, number] | null;
  readonly unit: string | null;
};

function whereabouts({ problems }: City, serial: number): Whereabouts {
  return { at: problems.positionOf(serial), unit: problems.assigneeOf(serial) };
}

function liveProblem(
  { id, category, position, assignedUnitId }: StoredProblem,
  before: Whereabouts | null,
): LiveProblem {
  const [from, to] = [before?.at ?? null, position && ([position[0], position[1]] as const)];
  const isStill = from && to && from[0] === to[0] && from[1] === to[1];
  const units = new Set([before?.unit ?? null, assignedUnitId]);
  return {
    id,
    category,
    at: [from, isStill ? null : to].filter((each) => each !== null),
    units: [...units].filter((unit) => unit !== null),
  };
}

/** Notes the places that it leaves and joins. */
function takeProblem(city: City, problem: StoredProblem, isNew: boolean, moved: Set<number>): void {
  const { problems, recurrence } = city;
  const serial = problem.seq - 1;
  const after = problem.placeId ?? NO_PLACE;
  if (isNew) {
    const given = problems.append(problem);
    if (given !== serial) {
      throw new RangeError(`Report ${problem.id} has seq ${problem.seq} but serial ${given}`);
    }
    recurrence.attach(serial, after);
  } else {
    const before = recurrence.placeOf(serial);
    problems.replace(serial, problem);
    if (before !== NO_PLACE) moved.add(before);
    if (before !== after) {
      recurrence.detach(serial);
      recurrence.attach(serial, after);
    }
  }
  if (after !== NO_PLACE) moved.add(after);
  if (problem.position) city.bounds = widened(city.bounds, problem.position);
}

function widened(bounds: Bounds, [lng, lat]: readonly [number, number]): Bounds {
  const wider: [number, number, number, number] = [...bounds];
  extendBounds(wider, lng, lat);
  return wider;
}

function* batchesOf(ranges: readonly NumberRange[]): Generator<NumberRange> {
  for (const [first, last] of ranges) {
    for (let from = first; from <= last; from += BATCH) {
      yield [from, Math.min(last, from + BATCH - 1)];
    }
  }
}
