import type { AdSurvey } from "../audit/audit.ts";
import { countedFor, type Placement } from "../audit/placement.ts";
import { requiredPerSide } from "../audit/required-count.ts";
import { isTooNear, type Spaced, spacingIndex } from "../audit/spacing.ts";
import { gapRows } from "./gap-rows.ts";

/** A site that may be chosen or an ad that may be repaired; `index`: its position in its list. */
export type PlanColumn = {
  readonly kind: "new" | "repair";
  readonly index: number;
  readonly id: string;
  readonly cost: number;
};

/**
 * At least `need` of the columns. `owner`: the road, or behind all roads the area. Of count and area
 * rows `met` is what sites that must be chosen already give.
 */
export type PlanRow = {
  readonly kind: "count" | "area" | "gap" | "side";
  readonly owner: number;
  readonly need: number;
  readonly met: number;
  readonly columns: readonly number[];
};

/** What a plan may do and what it must reach. */
export type PlanModel = {
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
  /** Columns that cannot be chosen together with each column. */
  readonly conflicts: readonly (readonly number[])[];
  /** Chosen in any case. */
  readonly locked: readonly PlanColumn[];
  /** Sites that must be chosen and disturb each other: no plan at all. */
  readonly isContradictory: boolean;
};

type Movable = PlanColumn & { readonly placement: Placement; readonly space: Spaced | null };

/** Only columns that some row wants are kept. */
export function planModel(survey: AdSurvey): PlanModel {
  const { instance } = survey;
  const movable = movables(survey);
  const isLocked = ({ kind, index }: Movable) =>
    kind === "new" && instance.candidates[index]?.lock === "in";
  const locked = movable.filter(isLocked);
  const lockedSpaces = locked.flatMap(({ space }) => (space ? [space] : []));
  const lockedIndex = spacingIndex(lockedSpaces);
  const free = movable.filter(
    (each) => !isLocked(each) && !(each.space && lockedIndex.tooNear(each.space).length > 0),
  );
  const rows = rowsOf(survey, locked, free);
  const order = [...new Set(rows.flatMap(({ columns }) => columns))].sort((a, b) => a - b);
  const position = new Map(order.map((column, i) => [column, i]));
  const kept = order.map((column) => free[column]!);
  return {
    columns: kept.map(plain),
    rows: rows.map((row) => ({ ...row, columns: row.columns.map((c) => position.get(c)!) })),
    conflicts: conflictsAmong(kept),
    locked: locked.map(plain),
    isContradictory: lockedSpaces.some((a, i) =>
      lockedSpaces.slice(i + 1).some((b) => isTooNear(a, b)),
    ),
  };
}

function plain({ kind, index, id, cost }: Movable): PlanColumn {
  return { kind, index, id, cost };
}

/** Repairs first, so that of equal plans the one that repairs is found first. */
function movables({ instance, ads, sites, siteSpaces, blocked }: AdSurvey): Movable[] {
  const repairs = instance.ads.flatMap(({ id, state, repairCost }, index): Movable[] => {
    const counts = instance.rules.countStates.includes(state);
    if (counts || state === "removed" || repairCost === null || repairCost === undefined) return [];
    const placement = ads[index]!;
    return [{ kind: "repair", index, id, cost: repairCost, placement, space: null }];
  });
  const fresh = instance.candidates.flatMap(({ id, cost }, index): Movable[] => {
    if (blocked[index]) return [];
    const placement = sites[index]!;
    return [{ kind: "new", index, id, cost, placement, space: siteSpaces[index]! }];
  });
  return [...repairs, ...fresh];
}

function rowsOf(survey: AdSurvey, locked: readonly Movable[], free: readonly Movable[]): PlanRow[] {
  const { instance, network, roads: audits } = survey;
  const { rules } = instance;
  const onRoad = membersByRoad(free, rules.sharing);
  const lockedOnRoad = membersByRoad(locked, rules.sharing);
  const standingOn = standingByRoad(survey);
  const rows: PlanRow[] = [];
  const add = (
    kind: PlanRow["kind"],
    owner: number,
    wanted: number,
    given: number,
    columns: readonly number[],
  ) => {
    if (wanted === 0) return;
    const met = Math.min(wanted, given);
    rows.push({ kind, owner, need: wanted - met, met, columns: wanted > met ? columns : [] });
  };
  network.roads.forEach((road, r) => {
    const { shortage, gapOk, sideShort, required, left, right } = audits[r]!;
    if (shortage === 0 && gapOk && sideShort === 0) return;
    const rule = rules.groups[road.group]!;
    const own = (onRoad.get(r) ?? []).sort((a, b) => a.piece - b.piece || a.t - b.t);
    const fixed = lockedOnRoad.get(r) ?? [];
    const all = own.map(({ column }) => column);
    add("count", r, shortage, fixed.length, all);
    const perSide = requiredPerSide(rule, required);
    const addSide = (side: 1 | -1, have: number) => {
      const isOn = (each: OnRoad) => each.side !== -side;
      const columns = own.filter(isOn).map(({ column }) => column);
      add("side", r, Math.max(0, perSide - have), fixed.filter(isOn).length, columns);
    };
    addSide(1, left);
    addSide(-1, right);
    if (gapOk || rule.maxGap === null || rule.maxGap === undefined) return;
    const standing = [...(standingOn.get(r) ?? []), ...fixed];
    for (const columns of gapRows(road.axis, rule.maxGap, standing, own))
      add("gap", r, 1, 0, columns);
  });
  instance.areas.forEach(({ min }, a) => {
    const isIn = ({ placement }: Movable) => placement.areas.includes(a);
    const columns = [...free.keys()].filter((c) => isIn(free[c]!));
    const short = Math.max(0, min - survey.areaCounts[a]!);
    add("area", network.roads.length + a, short, locked.filter(isIn).length, columns);
  });
  return rows;
}

export type OnRoad = {
  readonly column: number;
  readonly piece: number;
  readonly t: number;
  readonly side: number;
};

function membersByRoad(
  movable: readonly Movable[],
  sharing: "all" | "nearest",
): Map<number, OnRoad[]> {
  const members = new Map<number, OnRoad[]>();
  movable.forEach(({ placement }, column) => {
    for (const { road, piece, t, side } of countedFor(placement, sharing)) {
      const list = members.get(road) ?? [];
      members.set(road, list);
      list.push({ column, piece, t, side });
    }
  });
  return members;
}

/** Where the ads stand that count, by road. */
function standingByRoad({ instance, ads }: AdSurvey): Map<number, { piece: number; t: number }[]> {
  const { countStates, sharing } = instance.rules;
  const found = new Map<number, { piece: number; t: number }[]>();
  ads.forEach((placement, a) => {
    if (!countStates.includes(instance.ads[a]!.state)) return;
    for (const { road, piece, t } of countedFor(placement, sharing)) {
      const list = found.get(road) ?? [];
      found.set(road, list);
      list.push({ piece, t });
    }
  });
  return found;
}

function conflictsAmong(columns: readonly Movable[]): number[][] {
  const spaces: Spaced[] = [];
  const owner: number[] = [];
  columns.forEach(({ space }, c) => {
    if (!space) return;
    spaces.push(space);
    owner.push(c);
  });
  const index = spacingIndex(spaces);
  const conflicts = columns.map((): number[] => []);
  spaces.forEach((space, i) => {
    for (const j of index.tooNear(space)) if (j !== i) conflicts[owner[i]!]!.push(owner[j]!);
  });
  return conflicts;
}
