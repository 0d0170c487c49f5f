import { type BlockedReason, blockedBy } from "../audit/blocked.ts";
import { placer } from "../audit/placement.ts";
import { spaced, spacingIndex } from "../audit/spacing.ts";
import { alongRoad } from "./along-road.ts";
import { longestStretchM, missingWith, needOf, spotsWith } from "./owner-needs.ts";
import { nameOfOwner, ownersOf, type PlanView, type Spot } from "./plan-view.ts";

type Point = { readonly x: number; readonly y: number };

/** What a place breaks. `near`: the standing ads that are too close. */
export type MoveFault =
  | {
      readonly code: "blocked";
      readonly by: Exclude<BlockedReason, "locked-out">;
      readonly near: readonly string[];
    }
  | { readonly code: "conflicts-with-chosen"; readonly ids: readonly string[] }
  /** Key of a road or id of an area that it served and would not any more. */
  | { readonly code: "serves-no-longer"; readonly of: string }
  /** A need that the plan meets now and would not. */
  | { readonly code: "breaks"; readonly row: BrokenRow };

/** Ads; of a stretch metres: the longest that may be, that is and that would be. */
export type BrokenRow = {
  readonly kind: "count" | "side" | "gap" | "area";
  readonly of: string;
  readonly side: "left" | "right" | null;
  readonly need: number;
  readonly have: number;
  readonly haveMoved: number;
};

/** Where a dragged site lands. Metres. */
export type MovedSite = Point & {
  /** Key of its host there; null: it serves no road. */
  readonly road: string | null;
  readonly piece: number;
  readonly t: number;
  readonly side: -1 | 0 | 1;
  readonly faults: readonly MoveFault[];
  /** Whether it serves everything there that it does now. */
  readonly stillServes: boolean;
};

/** Moves a site of a plan to where a position is nearest along its road; null for a site that there is not. */
export type SiteMover = (siteId: string, to: Point) => MovedSite | null;

/**
 * Makes a mover, which costs as much as placing the whole city; each move then takes microseconds. A
 * site keeps its side and how far it stands off the line; one that serves no road goes where it is put.
 */
export function siteMover(view: PlanView): SiteMover {
  const { survey } = view;
  const { instance, network, ads } = survey;
  const place = placer(instance, network);
  const standing = [...instance.ads.keys()].filter((a) => instance.ads[a]!.state !== "removed");
  const spaces = standing.map((a) => spaced(instance.ads[a]!, ads[a]!, network, instance.rules));
  const index = spacingIndex(spaces);
  const reasonOf = blockedBy(instance, network, index);
  return (siteId, to) => {
    const option = view.optionOf({ kind: "new", id: siteId });
    if (option === undefined) return null;
    const { index: s } = view.options[option]!;
    const host = survey.sites[s]!.served[0];
    const site = { ...instance.candidates[s]!, lock: null };
    const at = host ? alongRoad(survey, host, site, to) : to;
    const moved = { ...site, x: at.x, y: at.y };
    const placement = place(moved);
    const space = spaced(moved, placement, network, instance.rules);
    const faults: MoveFault[] = [];
    const by = reasonOf(moved, space);
    if (by && by !== "locked-out") {
      const near = index.tooNear(space).map((i) => instance.ads[standing[i]!]!.id);
      faults.push({ code: "blocked", by, near });
    }
    const inTheWay = view.chosenNear(space).filter((other) => other !== option);
    if (inTheWay.length > 0) {
      const ids = inTheWay.map((other) => view.options[other]!.id);
      faults.push({ code: "conflicts-with-chosen", ids });
    }
    const then = ownersOf(survey, placement);
    const isServed = new Set(then.map(([owner]) => owner));
    const lost = view.ownersOf(option).filter((owner) => !isServed.has(owner));
    for (const owner of lost) {
      faults.push({ code: "serves-no-longer", of: nameOfOwner(survey, owner) });
    }
    for (const row of brokenRows(view, option, new Map(then))) faults.push({ code: "breaks", row });
    const { road, piece, t, side } = placement.served[0] ?? { road: -1, piece: 0, t: 0, side: 0 };
    const key = network.roads[road]?.key ?? null;
    return { x: at.x, y: at.y, road: key, piece, t, side, faults, stillServes: lost.length === 0 };
  };
}

/** Needs that lack more once a chosen site stands where it counts for `then`. */
function brokenRows(view: PlanView, option: number, then: ReadonlyMap<number, Spot>): BrokenRow[] {
  if (view.isChosen[option] !== 1) return [];
  return view.ownersOf(option).flatMap((owner) => {
    const spot = then.get(owner);
    const rest = spotsWith(view, owner, option);
    const [before, after] = [spotsWith(view, owner), spot ? [...rest, spot] : rest];
    const [now, moved] = [missingWith(view, owner, before), missingWith(view, owner, after)];
    const { count, perSide, maxGapM } = needOf(view, owner);
    const of = nameOfOwner(view.survey, owner);
    const kind = owner < view.survey.network.roads.length ? "count" : "area";
    const rows: BrokenRow[] = [];
    if (moved.count > now.count) {
      const figures = { need: count, have: before.length, haveMoved: after.length };
      rows.push({ kind, of, side: null, ...figures });
    }
    for (const side of ["left", "right"] as const) {
      if (moved[side] <= now[side]) continue;
      const figures = {
        need: perSide,
        have: perSide - now[side],
        haveMoved: perSide - moved[side],
      };
      rows.push({ kind: "side", of, side, ...figures });
    }
    if (moved.stretch > now.stretch) {
      const [have, haveMoved] = [before, after].map((spots) => longestStretchM(view, owner, spots));
      rows.push({
        kind: "gap",
        of,
        side: null,
        need: maxGapM ?? 0,
        have: have!,
        haveMoved: haveMoved!,
      });
    }
    return rows;
  });
}
