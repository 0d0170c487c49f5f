import type { AdSurvey } from "../audit/audit.ts";
import type { BlockedReason } from "../audit/blocked.ts";
import { countedFor, type Placement } from "../audit/placement.ts";
import { type Spaced, spacingIndex } from "../audit/spacing.ts";
import type { AdObjective } from "./plan-ads.ts";
import type { AdAction } from "./planned-survey.ts";

/** An ad that could be repaired or a site, used by the plan or not, barred or not. */
export type PlanOption = AdAction & {
  /** Position in the list of ads or of candidates. */
  readonly index: number;
  readonly cost: number;
  readonly placement: Placement;
  /** Null for a repair: it takes up no more than it does. */
  readonly space: Spaced | null;
  readonly blocked: BlockedReason | null;
  readonly isMust: boolean;
};

/** Where something counts on an owner; on an area nothing but that it does. */
export type Spot = { readonly piece: number; readonly t: number; readonly side: number };

/**
 * A plan over its survey, in the form that questions about it are answered from. Made once a plan. An
 * owner is a road, or behind all roads an area, as in the rows of a plan.
 */
export type PlanView = {
  readonly survey: AdSurvey;
  readonly objective: AdObjective;
  /** Repairs, then sites. */
  readonly options: readonly PlanOption[];
  readonly isChosen: Uint8Array;
  /** Chosen options in the order of the plan. */
  readonly chosen: readonly number[];
  /** What counts today, by owner. */
  readonly standing: readonly (readonly Spot[])[];
  /** Options that count for an owner when they are done, by owner. */
  readonly members: readonly (readonly (Spot & { readonly option: number })[])[];
  /** Owners that an option counts for. */
  ownersOf(option: number): number[];
  optionOf(action: AdAction): number | undefined;
  /** Chosen sites that are too near something. */
  chosenNear(space: Spaced): number[];
};

/** Answers about a plan for `survey`: the one that it was made for, with its locks and moves. */
export function planView(
  survey: AdSurvey,
  {
    objective,
    actions,
  }: { readonly objective: AdObjective; readonly actions: readonly AdAction[] },
): PlanView {
  const options = optionsOf(survey);
  const position = new Map(options.map(({ kind, id }, o) => [keyOf({ kind, id }), o]));
  const optionOf = (action: AdAction) => position.get(keyOf(action));
  const isChosen = new Uint8Array(options.length);
  const chosen = actions.flatMap((action) => optionOf(action) ?? []);
  for (const o of chosen) isChosen[o] = 1;
  const { standing, members } = spotsByOwner(survey, options);
  const placed = chosen.filter((o) => options[o]!.space !== null);
  const index = spacingIndex(placed.map((o) => options[o]!.space!));
  return {
    survey,
    objective,
    options,
    isChosen,
    chosen,
    standing,
    members,
    ownersOf: (option) => ownersOf(survey, options[option]!.placement).map(([owner]) => owner),
    optionOf,
    chosenNear: (space) => index.tooNear(space).map((i) => placed[i]!),
  };
}

/** The owners that something counts for, and where on them. */
export function ownersOf(
  { instance, network }: AdSurvey,
  placement: Placement,
): (readonly [owner: number, spot: Spot])[] {
  const roads = countedFor(placement, instance.rules.sharing);
  return [
    ...roads.map(({ road, piece, t, side }) => [road, { piece, t, side }] as const),
    ...placement.areas.map((area) => [network.roads.length + area, IN_AREA] as const),
  ];
}

/** Key of the road or id of the area. */
export function nameOfOwner({ network, instance }: AdSurvey, owner: number): string {
  return network.roads[owner]?.key ?? instance.areas[owner - network.roads.length]!.id;
}

const IN_AREA: Spot = { piece: 0, t: 0, side: 0 };

function keyOf({ kind, id }: AdAction): string {
  return `${kind} ${id}`;
}

function optionsOf({ instance, ads, sites, siteSpaces, blocked }: AdSurvey): PlanOption[] {
  const repairs = instance.ads.flatMap(({ id, state, repairCost }, index): PlanOption[] => {
    const counts = instance.rules.countStates.includes(state);
    if (counts || state === "removed" || repairCost === null || repairCost === undefined) return [];
    const placement = ads[index]!;
    const plain = { space: null, blocked: null, isMust: false };
    return [{ kind: "repair", id, index, cost: repairCost, placement, ...plain }];
  });
  const fresh = instance.candidates.map(({ id, cost, lock }, index): PlanOption => {
    const [placement, space] = [sites[index]!, siteSpaces[index]!];
    const barred = blocked[index] ?? null;
    const isMust = lock === "in" && barred === null;
    return { kind: "new", id, index, cost, placement, space, blocked: barred, isMust };
  });
  return [...repairs, ...fresh];
}

function spotsByOwner(survey: AdSurvey, options: readonly PlanOption[]) {
  const { instance, network, ads } = survey;
  const owners = network.roads.length + instance.areas.length;
  const standing = Array.from({ length: owners }, (): Spot[] => []);
  const members = Array.from({ length: owners }, (): (Spot & { option: number })[] => []);
  ads.forEach((placement, a) => {
    if (!instance.rules.countStates.includes(instance.ads[a]!.state)) return;
    for (const [owner, spot] of ownersOf(survey, placement)) standing[owner]!.push(spot);
  });
  options.forEach(({ placement }, option) => {
    for (const [owner, spot] of ownersOf(survey, placement)) {
      members[owner]!.push({ ...spot, option });
    }
  });
  return { standing, members };
}
