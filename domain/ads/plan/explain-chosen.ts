import { emptyStretches } from "../audit/empty-stretches.ts";
import { lengthOf } from "../roads/chain.ts";
import { EPS_M } from "../tolerance.ts";
import { type AlternativeAction, cheapestAlternative } from "./alternatives.ts";
import { missingWith, needOf, spotsWith } from "./owner-needs.ts";
import { nameOfOwner, ownersOf, type PlanView, type Spot } from "./plan-view.ts";
import type { AdAction } from "./planned-survey.ts";

/** A need that an action helps to meet; of a gap row `need` and the others are metres. */
export type ServedRow = {
  readonly kind: "count" | "side" | "gap" | "area";
  /** Key of the road or id of the area. */
  readonly of: string;
  readonly side: "left" | "right" | null;
  /** So many are asked, or no stretch longer than that. */
  readonly need: number;
  readonly have: number;
  readonly haveWithout: number;
  /** Whether it is short without the action, or shorter than it is. */
  readonly breaksWithout: boolean;
};

/** The empty stretch that an action breaks up, the rest of the plan being there. Metres along. */
export type BrokenStretch = {
  readonly of: string;
  readonly piece: number;
  readonly beforeM: number;
  /** None for the first ad on a ring, which leaves it whole. */
  readonly afterM: readonly number[];
};

/** 为什么选这里. Costs as the sites have them, whatever the plan's objective. */
export type ChosenReason = {
  readonly action: AdAction;
  readonly cost: number;
  /** The planner said that it must be there. */
  readonly isMust: boolean;
  readonly rows: readonly ServedRow[];
  readonly stretches: readonly BrokenStretch[];
  /** Roads and areas that it serves though they would have enough without it, or count it not. */
  readonly alsoServes: readonly string[];
  /** The cheapest one action that could take its place with all the rest as it is. */
  readonly alternative: AlternativeAction | null;
  /**
   * What a plan without it costs more: by that swap; negative where nothing breaks without it; null
   * where no single swap does, so that only planning again can tell.
   */
  readonly extraCostIfRefused: number | null;
};

/** Null for an action that the plan does not have. */
export function explainChosen(view: PlanView, action: AdAction): ChosenReason | null {
  const o = view.optionOf(action);
  if (o === undefined || view.isChosen[o] !== 1) return null;
  const { survey, options } = view;
  const { cost, placement, isMust } = options[o]!;
  const owners = ownersOf(survey, placement);
  const rows = owners.flatMap(([owner, spot]) => rowsOf(view, owner, spot, o));
  const isNeeded = new Set(rows.flatMap((row) => (row.breaksWithout ? [row.of] : [])));
  const served = [
    ...placement.served.map(({ road }) => road),
    ...placement.areas.map((area) => survey.network.roads.length + area),
  ].map((owner) => nameOfOwner(survey, owner));
  const alternative = isNeeded.size > 0 ? cheapestAlternative(view, o) : null;
  return {
    action: { kind: action.kind, id: action.id },
    cost,
    isMust,
    rows,
    stretches: owners.flatMap(([owner, spot]) => stretchesOf(view, owner, spot, o)),
    alsoServes: served.filter((name) => !isNeeded.has(name)),
    alternative,
    extraCostIfRefused: isNeeded.size === 0 ? -cost : (alternative?.extraCost ?? null),
  };
}

function rowsOf(view: PlanView, owner: number, spot: Spot, option: number): ServedRow[] {
  const { survey } = view;
  const need = needOf(view, owner);
  const [all, rest] = [spotsWith(view, owner), spotsWith(view, owner, option)];
  const [now, without] = [missingWith(view, owner, all), missingWith(view, owner, rest)];
  const of = nameOfOwner(survey, owner);
  const isArea = owner >= survey.network.roads.length;
  const rows: ServedRow[] = [];
  const add = (
    kind: ServedRow["kind"],
    side: ServedRow["side"],
    figures: readonly [need: number, have: number, haveWithout: number],
    breaksWithout: boolean,
  ) => {
    const [asked, have, haveWithout] = figures;
    rows.push({ kind, of, side, need: asked, have, haveWithout, breaksWithout });
  };
  if (need.count > 0) {
    const kind = isArea ? "area" : "count";
    add(kind, null, [need.count, all.length, rest.length], without.count > now.count);
  }
  for (const [side, name] of [
    [1, "left"],
    [-1, "right"],
  ] as const) {
    if (need.perSide === 0 || spot.side === -side) continue;
    const have = all.filter((each) => each.side !== -side).length;
    add("side", name, [need.perSide, have, have - 1], without[name] > now[name]);
  }
  const [broken] = stretchesOf(view, owner, spot, option);
  if (need.maxGapM === null || !broken) return rows;
  const haveM = Math.max(...broken.afterM, broken.afterM.length === 0 ? broken.beforeM : 0);
  const breaks = without.stretch > now.stretch;
  if (broken.beforeM > need.maxGapM + EPS_M || breaks) {
    add("gap", null, [need.maxGapM, haveM, broken.beforeM], breaks);
  }
  return rows;
}

/** The stretch about a spot when it is left out, and what is left of it on both sides. */
function stretchesOf(view: PlanView, owner: number, spot: Spot, option: number): BrokenStretch[] {
  const { network } = view.survey;
  const chain = network.roads[owner]?.axis[spot.piece];
  if (!chain) return [];
  const length = lengthOf(chain);
  const rest = spotsWith(view, owner, option).filter(({ piece }) => piece === spot.piece);
  const all = emptyStretches(
    rest.map(({ t }) => t),
    length,
    chain.isClosed,
  );
  const holds = all.flatMap(({ fromM, toM, lengthM }) => {
    // On a ring a spot before the first ad lies in the stretch over the seam, a round further on.
    const at = [spot.t, spot.t + length].find((t) => t >= fromM - EPS_M && t <= toM + EPS_M);
    return at === undefined ? [] : [{ fromM, toM, lengthM, at }];
  });
  const [found] = holds.sort((a, b) => b.lengthM - a.lengthM);
  if (!found) return [];
  const isBareRing = chain.isClosed && rest.length === 0;
  const afterM = isBareRing ? [] : [found.at - found.fromM, found.toM - found.at];
  const of = nameOfOwner(view.survey, owner);
  return [{ of, piece: spot.piece, beforeM: found.lengthM, afterM }];
}
