import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";

type Figures = Pick<
  NonNullable<AdPlanHead["figures"]>,
  "status" | "value" | "bound" | "gap" | "isLocal"
>;

/** What may be said of how good a plan is. `least`: not all can be met, and no plan leaves less. */
export type PlanProof =
  | { readonly kind: "proved" | "least" | "local" | "none" | "open" }
  | { readonly kind: "gap"; readonly gap: number };

/** Proven only where the bound is the value itself; a plan made anew near its edits alone never is. */
export function proofOf({ status, value, bound, gap, isLocal }: Figures): PlanProof {
  if (value === null) return { kind: "none" };
  if (isLocal) return { kind: "local" };
  if (value === bound) return { kind: status === "infeasible" ? "least" : "proved" };
  const share = gap ?? (bound === null ? null : shareOf(value, bound));
  return share === null ? { kind: "open" } : { kind: "gap", gap: share };
}

function shareOf(value: number, bound: number): number {
  const most = Math.max(Math.abs(value), Math.abs(bound));
  return most === 0 ? 0 : Math.abs(value - bound) / most;
}

/** Percent with one decimal, never below the share: ≤ 0.6 % holds for 0.00551. */
export function percentAtMost(share: number): string {
  return (Math.ceil(Number((share * 1000).toFixed(6))) / 10).toFixed(1);
}
