import type { AdObjective } from "../../domain/ads/plan/plan-ads.ts";
import type { AdPlanHead, AdWeighting, NewAdPlan } from "../../domain/contract/ads-plans.ts";

type LngLatPair = readonly [lng: number, lat: number];
export type AdPlanScope = AdPlanHead["asked"]["scope"];
export type AdLock = "must" | "never" | "free";

/** What a plan is to be asked with: what the list of a scenario says, with the edits made since. */
export type AdDraft = {
  readonly objective: AdObjective;
  /** Yuan; null but for the objective budget. */
  readonly budget: number | null;
  readonly weighting: AdWeighting;
  /** Bounds, the id of a zone, or null for the city. */
  readonly scope: AdPlanScope;
  /** Ids of sites in the order they were locked. */
  readonly must: readonly string[];
  readonly never: readonly string[];
  readonly moves: Readonly<Record<string, LngLatPair>>;
};

export type AdEdit =
  | { readonly kind: "objective"; readonly objective: AdObjective; readonly budget: number | null }
  | { readonly kind: "weighting"; readonly weighting: AdWeighting }
  | { readonly kind: "scope"; readonly scope: AdPlanScope }
  | { readonly kind: "lock"; readonly site: string; readonly lock: AdLock }
  | {
      readonly kind: "move";
      readonly site: string;
      /** Null: back to where it was in the data. */
      readonly to: LngLatPair | null;
      /** One of a row of small steps: the row is undone at once. */
      readonly isNudge?: boolean;
    };

export const emptyAdDraft: AdDraft = {
  objective: "cost",
  budget: null,
  weighting: "none",
  scope: null,
  must: [],
  never: [],
  moves: {},
};

/** The draft as a scenario was asked for. */
export function draftOf(asked: AdPlanHead["asked"]): AdDraft {
  const { objective, budget, weighting, scope, locks, moves } = asked;
  return { objective, budget, weighting, scope, must: locks.in, never: locks.out, moves };
}

/** Answers the same draft where nothing changes. */
export function applyAdEdit(draft: AdDraft, edit: AdEdit): AdDraft {
  switch (edit.kind) {
    case "objective": {
      const { objective } = edit;
      const budget = objective === "budget" ? edit.budget : null;
      const isSame = draft.objective === objective && draft.budget === budget;
      return isSame ? draft : { ...draft, objective, budget };
    }
    case "weighting":
      return draft.weighting === edit.weighting ? draft : { ...draft, weighting: edit.weighting };
    case "scope":
      return isSameScope(draft.scope, edit.scope) ? draft : { ...draft, scope: edit.scope };
    case "lock":
      return lockOf(draft, edit.site) === edit.lock ? draft : locked(draft, edit.site, edit.lock);
    case "move":
      return isSamePlace(draft.moves[edit.site], edit.to ?? undefined)
        ? draft
        : moved(draft, edit.site, edit.to);
  }
}

export function lockOf({ must, never }: Pick<AdDraft, "must" | "never">, site: string): AdLock {
  if (must.includes(site)) return "must";
  return never.includes(site) ? "never" : "free";
}

function locked(draft: AdDraft, site: string, lock: AdLock): AdDraft {
  const without = (sites: readonly string[]) => sites.filter((id) => id !== site);
  const [must, never] = [without(draft.must), without(draft.never)];
  return {
    ...draft,
    must: lock === "must" ? [...must, site] : must,
    never: lock === "never" ? [...never, site] : never,
  };
}

function moved(draft: AdDraft, site: string, to: LngLatPair | null): AdDraft {
  const { [site]: _, ...others } = draft.moves;
  return { ...draft, moves: to === null ? others : { ...others, [site]: to } };
}

/** How a draft differs from the scenario it began with, one difference a line. */
export type AdChange =
  | { readonly kind: "objective" | "weighting" | "scope" }
  | { readonly kind: "lock"; readonly site: string; readonly lock: AdLock }
  | { readonly kind: "move"; readonly site: string; readonly isBack: boolean };

export function changesOf(base: AdDraft, now: AdDraft): AdChange[] {
  const changes: AdChange[] = [];
  const { objective, budget, weighting, scope } = now;
  if (objective !== base.objective || budget !== base.budget) changes.push({ kind: "objective" });
  if (weighting !== base.weighting) changes.push({ kind: "weighting" });
  if (!isSameScope(scope, base.scope)) changes.push({ kind: "scope" });
  for (const site of new Set([...now.must, ...now.never, ...base.must, ...base.never])) {
    const lock = lockOf(now, site);
    if (lock !== lockOf(base, site)) changes.push({ kind: "lock", site, lock });
  }
  for (const site of new Set([...Object.keys(now.moves), ...Object.keys(base.moves)])) {
    if (isSamePlace(now.moves[site], base.moves[site])) continue;
    changes.push({ kind: "move", site, isBack: now.moves[site] === undefined });
  }
  return changes;
}

/** The edit that takes one difference back. */
export function revertOf(base: AdDraft, change: AdChange): AdEdit {
  switch (change.kind) {
    case "objective":
      return { kind: "objective", objective: base.objective, budget: base.budget };
    case "weighting":
      return { kind: "weighting", weighting: base.weighting };
    case "scope":
      return { kind: "scope", scope: base.scope };
    case "lock":
      return { kind: "lock", site: change.site, lock: lockOf(base, change.site) };
    case "move":
      return { kind: "move", site: change.site, to: base.moves[change.site] ?? null };
  }
}

/** Whether planning anew near the edits makes sense: only locks and places of sites differ, none of `standing` ads. */
export function isLocal(
  changes: readonly AdChange[],
  standing: { has(id: string): boolean },
): boolean {
  return (
    changes.length > 0 && changes.every((change) => "site" in change && !standing.has(change.site))
  );
}

/** What is sent; `basedOn` plans anew near the edits alone. */
export function newPlanOf(
  draft: AdDraft,
  sent: { readonly name?: string; readonly rules?: string; readonly basedOn?: string },
): NewAdPlan {
  const { objective, budget, weighting, scope, must, never, moves } = draft;
  const places = Object.entries(moves).map(([id, [lng, lat]]) => [id, [lng, lat]] as const);
  return {
    objective,
    ...(objective === "budget" && { budget: budget ?? 0 }),
    ...(must.length + never.length > 0 && { locks: { in: [...must], out: [...never] } }),
    ...(places.length > 0 && {
      moves: Object.fromEntries(places.map(([id, [lng, lat]]) => [id, [lng, lat]])),
    }),
    ...(scope !== null && { scope }),
    weighting,
    ...sent,
  };
}

/** Whether all is there that a plan needs: money has an amount. */
export function isAskable({ objective, budget }: AdDraft): boolean {
  return objective !== "budget" || budget !== null;
}

function isSamePlace(a: LngLatPair | undefined, b: LngLatPair | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]);
}

function isSameScope(a: AdPlanScope, b: AdPlanScope): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());
}
