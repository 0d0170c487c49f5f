import type { ImplementingUnit } from "../../domain/implementing-unit.ts";
import type { Problem } from "../../domain/problem.ts";
import { type Ad, type AdCandidate, placeAds } from "./ads/ads.ts";
import { type Hoarding, placeHoardings, placeScreens, type Screen } from "./ads/boards.ts";
import { pointAlong } from "./geometry/polyline.ts";
import { type Ground, layGround } from "./ground.ts";
import { type AreaLocator, areaLocator } from "./land/area-locator.ts";
import { findPlaces, type Place } from "./land/places.ts";
import { type DutyRow, makeDuties } from "./people/duty-roster.ts";
import { handedProblems } from "./people/handed-problems.ts";
import { makeUnits } from "./people/organisation.ts";
import { type Random, seededRandom } from "./random.ts";
import { placeSpots, type SpotPlan } from "./reports/place-spots.ts";
import { makeProblems } from "./reports/problems.ts";
import type { RawReport } from "./reports/raw-report.ts";
import { dataEnd, dataStart } from "./reports/rhythm.ts";
import { type SpotPool, spotPool } from "./reports/spot-pool.ts";
import type { Spot } from "./reports/spots.ts";
import { type FrontRoad, frontRoads } from "./streets/frontage.ts";

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
  readonly hoardings: readonly Hoarding[];
  readonly screens: readonly Screen[];
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
    hoardings: placeHoardings(fronts, random.fork("hoardings")),
    screens: placeScreens(places, random.fork("screens")),
    locator,
    fronts,
    places,
    units: makeUnits(areas.filter(({ level }) => level === "zone")),
    duties,
    pool: spotPool(
      fronts,
      places,
      locator,
      { limit: skeleton.limit, waters: ground.waters },
      random.fork("pool"),
    ),
    random,
  };
}

/** What the shipped city's spots are; with them come about 40,000 reports. */
export const demoSpotPlan: SpotPlan = {
  start: dataStart,
  end: dataEnd,
  counts: {
    chronic: 105,
    "quiet-chronic": 42,
    cured: 84,
    easing: 74,
    worsening: 52,
    new: 84,
    sporadic: 900,
    once: 19600,
    "popular-once": 60,
  },
};

export type DemoProblems = {
  readonly spots: readonly Spot[];
  readonly problems: readonly Problem[];
  /** What each problem was made from, in the same order. */
  readonly reports: readonly RawReport[];
};

export function makeDemoProblems(city: City): DemoProblems {
  const spots = placeSpots(city.pool, demoSpotPlan, city.random.fork("spots"));
  const { problems, reports } = makeProblems(spots, demoSpotPlan, city.random.fork("problems"));
  const handed = handedProblems(problems, reports, city.duties, city.locator);
  return { spots, problems: handed, reports };
}
