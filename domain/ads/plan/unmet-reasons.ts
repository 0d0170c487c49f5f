import type { BlockedReason } from "../audit/blocked.ts";
import { EPS_M } from "../tolerance.ts";
import { largestPacking } from "./largest-packing.ts";
import {
  adsToBreak,
  type LongStretch,
  longStretches,
  missingWith,
  needOf,
  spotsWith,
} from "./owner-needs.ts";
import { nameOfOwner, ownersOf, type PlanView, type Spot } from "./plan-view.ts";

/**
 * Why a site along an unmet row is no help: it is barred, too near what is chosen, dearer than what is
 * left of the budget, or would leave the stretch too long all the same.
 */
export type InTheWay = BlockedReason | "spacing" | "budget" | "no-help" | "no-sites";

/** 哪些满足不了、为什么: what a plan leaves missing on one road or area. */
export type UnmetReason = {
  readonly kind: "count" | "side" | "gap" | "area";
  /** Key of the road or id of the area. */
  readonly of: string;
  readonly side: "left" | "right" | null;
  /** Ads; of a stretch the fewest that would break it up. */
  readonly missing: number;
  /** Ads that are asked and that there are once the plan is done; of a stretch metres. */
  readonly need: number;
  readonly have: number;
  /**
   * Ads that are possible here, all else left aside: so many were found, and there cannot be more
   * than `atMost`. Of a stretch: metres of the longest part that is left when every free site in it is used.
   */
  readonly possible: number;
  readonly atMost: number;
  /** Candidate sites along it, whatever their state. */
  readonly sites: number;
  /** Ads along it that do not count and have no cost of repair. */
  readonly unrepairable: number;
  /** Sites by what is in their way, most first; `no-sites` alone where there are none. */
  readonly inTheWay: readonly { readonly reason: InTheWay; readonly sites: number }[];
  /** Where the stretch is, metres along a piece of the road. */
  readonly stretch: { readonly piece: number; readonly fromM: number; readonly toM: number } | null;
};

type Member = Spot & { readonly option: number };

/** Everything that a plan leaves short: roads in order, then areas. */
export function unmetReasons(view: PlanView): UnmetReason[] {
  const lost = unrepairable(view);
  return view.members.flatMap((_, owner) => unmetOf(view, owner, lost[owner]!));
}

function unmetOf(view: PlanView, owner: number, lost: readonly Spot[]): UnmetReason[] {
  const spots = spotsWith(view, owner);
  const missing = missingWith(view, owner, spots);
  const need = needOf(view, owner);
  const reasons: UnmetReason[] = [];
  const isArea = owner >= view.survey.network.roads.length;
  if (missing.count > 0) {
    const figures = { missing: missing.count, need: need.count, have: spots.length };
    reasons.push(numberReason(view, owner, isArea ? "area" : "count", null, figures, lost));
  }
  for (const side of ["left", "right"] as const) {
    if (missing[side] === 0) continue;
    const have = need.perSide - missing[side];
    const figures = { missing: missing[side], need: need.perSide, have };
    reasons.push(numberReason(view, owner, "side", side, figures, lost));
  }
  for (const stretch of longStretches(view, owner, spots)) {
    reasons.push(stretchReason(view, owner, stretch, need.maxGapM ?? 0, lost));
  }
  return reasons;
}

function numberReason(
  view: PlanView,
  owner: number,
  kind: "count" | "side" | "area",
  side: "left" | "right" | null,
  figures: Pick<UnmetReason, "missing" | "need" | "have">,
  lost: readonly Spot[],
): UnmetReason {
  const away = side === "left" ? -1 : side === "right" ? 1 : null;
  const isOn = (spot: Spot) => spot.side !== away;
  const members = view.members[owner]!.filter(isOn);
  const standing = view.standing[owner]!.filter(isOn).length;
  const free = members.filter((member) => isPossible(view, member));
  const packing = largestPacking(free, view.options);
  return {
    kind,
    of: nameOfOwner(view.survey, owner),
    side,
    ...figures,
    possible: Math.max(standing + packing.found, figures.have),
    atMost: standing + packing.atMost,
    ...waysOf(view, members),
    unrepairable: lost.filter(isOn).length,
    stretch: null,
  };
}

function stretchReason(
  view: PlanView,
  owner: number,
  { piece, fromM, toM, lengthM, chainM }: LongStretch,
  maxGapM: number,
  lost: readonly Spot[],
): UnmetReason {
  /** Where on the stretch; on a ring it may run over the seam. */
  const placed = (spot: Spot) =>
    [spot.t, spot.t + chainM].find((t) => t > fromM + EPS_M && t < toM - EPS_M);
  const isIn = (spot: Spot) => spot.piece === piece && placed(spot) !== undefined;
  const members = view.members[owner]!.filter(isIn);
  const free = members.filter((member) => isPossible(view, member));
  const stops = [fromM, ...free.map((spot) => placed(spot)!).sort((a, b) => a - b), toM];
  const left = Math.max(...stops.slice(1).map((to, i) => to - stops[i]!));
  return {
    kind: "gap",
    of: nameOfOwner(view.survey, owner),
    side: null,
    missing: adsToBreak(lengthM, maxGapM),
    need: maxGapM,
    have: lengthM,
    possible: left,
    atMost: left,
    ...waysOf(view, members),
    unrepairable: lost.filter(isIn).length,
    stretch: { piece, fromM, toM },
  };
}

/** Neither barred nor in the way of what must be there. */
function isPossible({ options, chosenNear }: PlanView, { option }: Member): boolean {
  const { blocked, space, isMust } = options[option]!;
  if (blocked !== null) return false;
  return isMust || !space || !chosenNear(space).some((near) => options[near]!.isMust);
}

function waysOf(view: PlanView, members: readonly Member[]) {
  const sites = members.filter(({ option }) => view.options[option]!.kind === "new");
  const counts = new Map<InTheWay, number>();
  for (const { option } of sites) {
    if (view.isChosen[option] === 1) continue;
    const reason = reasonOf(view, option);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (sites.length === 0) counts.set("no-sites", 0);
  const inTheWay = [...counts].map(([reason, count]) => ({ reason, sites: count }));
  inTheWay.sort((a, b) => b.sites - a.sites || (a.reason < b.reason ? -1 : 1));
  return { sites: sites.length, inTheWay };
}

function reasonOf({ options, chosenNear, objective }: PlanView, option: number): InTheWay {
  const { blocked, space } = options[option]!;
  if (blocked) return blocked;
  if (space && chosenNear(space).length > 0) return "spacing";
  return objective === "budget" ? "budget" : "no-help";
}

/** Where ads stand that do not count and that no plan can mend, by owner. */
function unrepairable({ survey, members }: PlanView): Spot[][] {
  const { instance, ads } = survey;
  const lost = members.map((): Spot[] => []);
  ads.forEach((placement, a) => {
    const { state, repairCost } = instance.ads[a]!;
    const hasCost = repairCost !== null && repairCost !== undefined;
    if (hasCost || state === "removed" || instance.rules.countStates.includes(state)) return;
    for (const [owner, spot] of ownersOf(survey, placement)) lost[owner]!.push(spot);
  });
  return lost;
}
