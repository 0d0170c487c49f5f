import type { CategoryTree } from "../../domain/category.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import type { RecurrenceSettings } from "../../domain/recurrence/params.ts";
import { PlaceAnchors, type PlaceChange } from "../../domain/recurrence/place-anchor.ts";
import { toE7 } from "../../domain/spatial/lng-lat.ts";
import type { LocalPlane } from "../../domain/spatial/local-plane.ts";
import type { BadPosition, Placing, Storage } from "../storage/storage.ts";

type PlacingContext = {
  readonly storage: Storage;
  readonly now: () => number;
  readonly tree: CategoryTree;
  readonly plane: LocalPlane;
  readonly settings: RecurrenceSettings;
};

/** What the gate learned and did. */
export type PlacingTotals = {
  readonly placed: number;
  /** Held back: they lie on a bad position. */
  readonly gated: number;
  /** Coordinates put on the list by this run. */
  readonly newBadPositions: readonly BadPosition[];
};

/**
 * Gives every pending report its place, in order of acceptance, RECURRENCE §0–§1. First the location gate's list is
 * brought up to date: a coordinate shared by many addresses stands for no place. Only pending reports are touched, so what
 * was placed before the coordinate was found out stays as it was. Durable batch by batch; safe to run again.
 */
export async function placePending(context: PlacingContext): Promise<PlacingTotals> {
  const { storage, tree, plane, settings } = context;
  const hasPending = await isAnyPending(storage);
  if (!hasPending) return { placed: 0, gated: 0, newBadPositions: [] };
  const newBadPositions = await listStacks(context);
  const bad = new Set(
    (await storage.badPositions()).map(({ lngE7, latE7 }) => `${lngE7},${latE7}`),
  );
  const anchors = await storedAnchors(context);

  let placed = 0;
  let gated = 0;
  for await (const batch of storage.pendingPlacings()) {
    const placings: Placing[] = [];
    const changes = new Map<number, PlaceChange>();
    for (const problem of batch) {
      const { position } = problem;
      if (!position || bad.has(`${toE7(position[0])},${toE7(position[1])}`)) {
        placings.push({ seq: problem.seq, placeId: null });
        if (position) gated++;
        continue;
      }
      const category = ordinalOf(tree, problem);
      const [x, y] = [plane.x(position[0]), plane.y(position[1])];
      const change = anchors.propose(category, problem.assetId, x, y);
      anchors.apply(change);
      changes.set(change.place, change);
      placings.push({ seq: problem.seq, placeId: change.place });
      placed++;
    }
    await storage.write(async (writer) => {
      await writer.savePlaces(
        [...changes.values()].map(({ place, category, ...state }) => ({
          ...state,
          id: place,
          category: tree.at(category).code,
        })),
      );
      await writer.savePlacings(placings);
    });
  }
  return { placed, gated, newBadPositions };

  /** Places as they stand in storage. */
  async function storedAnchors({ storage }: PlacingContext): Promise<PlaceAnchors> {
    const restored = new PlaceAnchors((c) => tree.at(c).radiusM ?? settings.radiusM);
    for await (const batch of storage.places()) {
      for (const { id: _, category, ...state } of batch) {
        restored.restore({ ...state, category: tree.ordinalOf(category) ?? 0 });
      }
    }
    return restored;
  }
}

async function isAnyPending(storage: Storage): Promise<boolean> {
  for await (const _ of storage.pendingPlacings()) return true;
  return false;
}

async function listStacks({ storage, now, settings }: PlacingContext): Promise<BadPosition[]> {
  const known = new Set(
    (await storage.badPositions()).map(({ lngE7, latE7 }) => `${lngE7},${latE7}`),
  );
  const since = now();
  const found = (await storage.stacks(settings.stackAddresses))
    .filter(({ lngE7, latE7 }) => !known.has(`${lngE7},${latE7}`))
    .map((stack) => ({ ...stack, since }));
  if (found.length > 0) await storage.write((writer) => writer.addBadPositions(found));
  return found;
}

function ordinalOf(tree: CategoryTree, problem: StoredProblem): number {
  const ordinal = tree.ordinalOf(problem.category);
  if (ordinal === undefined) {
    throw new RangeError(`Report ${problem.id} has the unknown category ${problem.category}`);
  }
  return ordinal;
}
