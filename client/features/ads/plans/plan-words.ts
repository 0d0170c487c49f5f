import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import type { AdsPlansText } from "../../../text/ads-plans-zh-cn.ts";
import { wan } from "./plan-amounts.ts";

type Words = AdsPlansText["adPlans"];

export function sideWord({ sides }: Words, side: number | undefined): string {
  if (side === undefined) return "";
  return side > 0 ? sides.left : side < 0 ? sides.right : sides.middle;
}

type Wish = Pick<AdPlanHead["asked"], "objective" | "budget">;

/** 最少费用, 预算 60 万. */
export function objectiveWord(text: Words, { objective, budget }: Wish): string {
  if (objective === "budget" && budget !== null) return text.budgetOf(wan(budget));
  return text.objectives[objective];
}

export function scopeWord(
  text: Words,
  scope: AdPlanHead["asked"]["scope"],
  zoneNames: ReadonlyMap<string, string>,
): string {
  if (scope === null) return text.scopes.city;
  if (typeof scope !== "string") return text.scopes.view;
  return zoneNames.get(scope) ?? scope;
}
