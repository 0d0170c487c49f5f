import type { ImplementingUnit } from "../../domain/implementing-unit.ts";
import type { Problem } from "../../domain/problem.ts";
import { type Ad, type AdCandidate, placeAds } from "./ads.ts";
import { type AreaLocator, areaLocator } from "./area-locator.ts";
import { type DutyRow, makeDuties } from "./duty-roster.ts";
import { type FrontRoad, frontRoads } from "./frontage.ts";
import { type Ground, layGround } from "./ground.ts";
import { makeUnits } from "./organisation.ts";
import { placeSpots, type SpotPlan } from "./place-spots.ts";
import { findPlaces, type Place } from "./places.ts";
import { pointAlong } from "./polyline.ts";
import { makeProblems } from "./problems.ts";
import { type Random, seededRandom } from "./random.ts";
import { dataEnd, dataStart } from "./rhythm.ts";
import { type SpotPool, spotPool } from "./spot-pool.ts";
import type { Spot } from "./spots.ts";

/** The seed of the shipped city. */
export const DEMO_SEED = 20261121;

/** The city without its problems: what a map of it needs, and who answers for what. */
export type City = {
  readonly ground: Ground;
  readonly locator: AreaLocator;
  readonly fronts: readonly FrontRoad[];
  readonly places: readonly Place[];
  readonly units: readonly ImplementingUnit[];
  readonly duties: readonly DutyRow[];
  readonly ads: readonly Ad[];
  readonly adCandidates: readonly AdCandidate[];
  readonly pool: SpotPool;
  readonly random: Random;
};

/** Takes a few seconds. */
export function makeCity(seed: number, options = { withHouses: true }): City {
  const random = seededRandom(seed);
  const ground = layGround(random.fork("ground"), options);
  const { areas, roads, reaches, blocks, skeleton } = ground;
  const locator = areaLocator(areas);
  const fronts = frontRoads(roads);
  const places = findPlaces(blocks, areas, fronts, locator, random.fork("places"));
  const duties = makeDuties(
    areas,
    roads,
    reaches,
    ({ line }) => locator.locate(pointAlong(line, 15).point)?.zone.id ?? null,
    random.fork("duties"),
  );
  const { ads, candidates } = placeAds(fronts, random.fork("ads"));
  return {
    ground,
    ads,
    adCandidates: candidates,
    locator,
    fronts,
    places,
    units: makeUnits(areas.filter(({ level }) => level === "zone")),
    duties,
    pool: spotPool(fronts, places, locator, skeleton.limit, random.fork("pool")),
    random,
  };
}

/** What the shipped city's spots are; with them come about 40,000 reports. */
export const demoSpotPlan: SpotPlan = {
  start: dataStart,
  end: dataEnd,
  counts: {
    chronic: 120,
    "quiet-chronic": 45,
    cured: 95,
    easing: 80,
    worsening: 62,
    new: 95,
    sporadic: 1150,
    once: 16600,
    "popular-once": 60,
  },
};

export function makeDemoProblems(city: City): { spots: Spot[]; problems: Problem[] } {
  const spots = placeSpots(city.pool, demoSpotPlan, city.random.fork("spots"));
  const problems = makeProblems(spots, demoSpotPlan, city.random.fork("problems"));
  return { spots, problems };
}
