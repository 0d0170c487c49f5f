import type { Viewer } from "../../domain/account.ts";
import type { City } from "../city/city.ts";
import type { LiveChange, LiveProblem } from "../live/live-feed.ts";
import { isSeen } from "../problem-index/sight.ts";
import type { TurnedOverdue } from "../problem-index/turned-overdue.ts";
import { seesProblem, sightOf } from "./sight-of.ts";

/** What of the live stream an account hears: the same that it could read. */
export class LiveSight {
  readonly #city: City;
  readonly #viewer: Viewer;

  constructor(city: City, viewer: Viewer) {
    this.#city = city;
    this.#viewer = viewer;
  }

  /** Whether nothing is kept from the account. */
  get isWhole(): boolean {
    return sightOf(this.#city, this.#viewer) === null;
  }

  /** A change without what the account cannot see. */
  part(change: LiveChange): LiveChange {
    if (this.isWhole) return change;
    const created = change.created.filter((problem) => this.#sees(problem));
    const changed = change.changed.filter((problem) => this.#sees(problem));
    const hasRecurrence =
      change.isTooMuch || (change.hasRecurrence && created.length + changed.length > 0);
    return { ...change, created, changed, hasRecurrence };
  }

  positionsOf(overdue: readonly TurnedOverdue[]): [number, number][] {
    const sight = sightOf(this.#city, this.#viewer);
    return overdue
      .filter(
        ({ territory, category, unit }) =>
          sight === null || isSeen(sight, territory, category, unit),
      )
      .map(({ position: [lng, lat] }) => [lng, lat]);
  }

  /** A report that left the account's reach is heard of once more, so that it can leave the page. */
  #sees({ at, category, units }: LiveProblem): boolean {
    const sees = (position: LiveProblem["at"][number] | null, assignedUnitId: string | null) =>
      seesProblem(this.#city, this.#viewer, { position, category, assignedUnitId });
    return at.some((position) => sees(position, null)) || units.some((unit) => sees(null, unit));
  }
}
