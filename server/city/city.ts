import type { WorkTime } from "../../domain/case/work-time.ts";
import type { StandingPack } from "../../domain/city-pack.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import type { PlaceChange } from "../../domain/recurrence/place-anchor.ts";
import { type Bounds, toE7 } from "../../domain/spatial/lng-lat.ts";
import type { CityClock } from "../../domain/time.ts";
import type { LiveFeed } from "../live/live-feed.ts";
import type { CityTables } from "../problem-index/city-tables.ts";
import type { ProblemIndex } from "../problem-index/problem-index.ts";
import type { RecurrenceIndex } from "../recurrence-index/recurrence-index.ts";
import type { BadPosition, Storage, StoredPrior } from "../storage/storage.ts";
import type { SerialQueue } from "./serial-queue.ts";
import type { Standings } from "./standings.ts";

/** A city as it runs: its pack, its storage, and what is kept in memory of both. */
export type City = {
  /** As it was read; zones and duties change while the city runs and are asked of `tables.registry`. */
  readonly pack: StandingPack;
  readonly clock: CityClock;
  readonly tables: CityTables;
  readonly storage: Storage;
  readonly problems: ProblemIndex;
  readonly recurrence: RecurrenceIndex;
  readonly standings: Standings;
  /** Coordinates that the location gate holds reports back at, by `positionKey`. */
  readonly badPositions: Map<string, BadPosition>;
  /** By its calendar. */
  readonly workTime: WorkTime;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Runs one change at a time from reading what stands to taking it into memory; see `changeQueue`. */
  readonly change: SerialQueue;
  /** Takes in what other processes wrote. */
  readonly follow: () => Promise<void>;
  /** Every change that memory holds, for those who watch. */
  readonly feed: LiveFeed;
  /** West, south, east, north of every zone and problem. */
  bounds: Bounds;
  /** Number of the last change that the index holds. */
  revision: number;
  /** Grows when ads or their rules change in storage; memory holds none of them. */
  adsVersion: number;
  /** Number in the storage's log of the last write that memory holds. */
  logPosition: number;
  /** Coordinates found to stand for no place, which wait for a person. */
  proposedPositions: readonly Omit<BadPosition, "since">[];
  /** As they were fitted last, one a category. */
  priors: readonly StoredPrior[];
};

export function positionKey(lng: number, lat: number): string {
  return `${toE7(lng)},${toE7(lat)}`;
}

/**
 * The place that a report would belong to, without making it so: null when it has no position or the gate holds it back.
 */
export function proposePlace(
  city: City,
  problem: Pick<StoredProblem, "position" | "category" | "assetId">,
): PlaceChange | null {
  const { position, category, assetId } = problem;
  if (!position || city.badPositions.has(positionKey(position[0], position[1]))) return null;
  const { plane } = city.tables;
  return city.recurrence.anchors.propose(
    city.tables.categoryOrdinal(category),
    assetId,
    plane.x(position[0]),
    plane.y(position[1]),
  );
}
