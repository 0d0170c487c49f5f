import { workTime } from "../../domain/case/work-time.ts";
import type { CityPack } from "../../domain/city-pack.ts";
import { HIDDEN } from "../../domain/columns/problem-columns.ts";
import type { GridZone } from "../../domain/grid-zone.ts";
import { NO_PLACE } from "../../domain/recurrence/place-anchor.ts";
import { type Bounds, extendBounds, fromE7 } from "../../domain/spatial/lng-lat.ts";
import { cityClock } from "../../domain/time.ts";
import { LiveFeed } from "../live/live-feed.ts";
import { cityTables } from "../problem-index/city-tables.ts";
import { ProblemIndex } from "../problem-index/problem-index.ts";
import { RecurrenceIndex } from "../recurrence-index/recurrence-index.ts";
import { placePending } from "../services/place-pending.ts";
import { applyPriors, refitPriors } from "../services/refit-priors.ts";
import type { Storage } from "../storage/storage.ts";
import { changeQueue } from "./change-queue.ts";
import { type City, positionKey } from "./city.ts";
import { settledPack } from "./settled-pack.ts";
import { Standings } from "./standings.ts";
import { storedDuties } from "./stored-duties.ts";
import { storedZones } from "./stored-zones.ts";
import { zoneBounds } from "./zone-bounds.ts";

/**
 * Builds the running city from what storage holds. Reports whose placing an interrupted import left open are placed first.
 * About 5 s a million reports.
 */
export async function openCity(pack: CityPack, storage: Storage, now: () => number): Promise<City> {
  const clock = cityClock(pack.manifest.timezone);
  // One process at a time brings the storage in order; a second one finds it so.
  const { settled, tables, settings } = await storage.exclusive(async () => {
    const settled = await settledPack(pack, storage, clock, now);
    const duties = await storedDuties(settled, storage, now);
    const zones = await storedZones(settled.zones, storage);
    const tables = cityTables({ ...settled, duties }, zones);
    const settings = settled.manifest.settings.recurrence;
    await placePending({ storage, now, tree: tables.tree, plane: tables.plane, settings });
    return { settled, tables, settings };
  });

  // Before anything else is read: what is written meanwhile is followed afterwards, twice where it was seen already.
  const logPosition = await storage.logEnd();
  const problems = new ProblemIndex(tables, await storage.countProblems());
  const historyStartAt = clock.parse(settings.historyStart ?? "") ?? now();
  const recurrence = new RecurrenceIndex(problems, settings, historyStartAt);
  for await (const batch of storage.problems()) {
    for (const problem of batch) {
      const serial = problems.append(problem);
      recurrence.attach(serial, problem.placeId ?? NO_PLACE);
    }
  }
  // After the reports, so that a place is there for each, whoever writes meanwhile.
  for await (const batch of storage.places()) {
    for (const { id: _, category, ...state } of batch) {
      recurrence.anchors.restore({ ...state, category: tables.categoryOrdinal(category) });
    }
  }
  problems.build();
  recurrence.build();

  const bad = await storage.badPositions();
  const queue = changeQueue(storage);
  const city: City = {
    pack: settled,
    clock,
    tables,
    storage,
    problems,
    recurrence,
    standings: new Standings(recurrence, now),
    badPositions: new Map(bad.map((at) => [positionKey(fromE7(at.lngE7), fromE7(at.latE7)), at])),
    workTime: workTime(settled.manifest.settings.calendar, clock),
    now,
    change: (work) => queue.change(city, work),
    follow: () => queue.follow(city),
    feed: new LiveFeed(logPosition),
    bounds: boundsOf(tables.registry.zones.latest.zones, problems),
    revision: await storage.revision(),
    logPosition,
    proposedPositions: [],
    adsVersion: 0,
    priors: await storage.priors(),
  };
  if (city.priors.length === tables.tree.list.length) applyPriors(city);
  else await refitPriors({ city, actor: "system" });
  return city;
}

function boundsOf(zones: readonly GridZone[], { columns }: ProblemIndex): Bounds {
  const bounds: [number, number, number, number] = [...zoneBounds(zones)];
  for (let row = 0; row < columns.count; row++) {
    if ((columns.flags[row] ?? HIDDEN) & HIDDEN) continue;
    extendBounds(bounds, fromE7(columns.lngE7[row] ?? 0), fromE7(columns.latE7[row] ?? 0));
  }
  return bounds;
}
