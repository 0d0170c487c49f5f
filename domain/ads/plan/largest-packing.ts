import { isTooNear } from "../audit/spacing.ts";
import type { PlanOption, Spot } from "./plan-view.ts";

type Packable = Spot & { readonly option: number };

/**
 * How many of some options can be done together: `found`, taken one by one along the road, and
 * `atMost`, the number of sets of mutual conflicts that cover them. Equal, they are exact.
 * Quadratic in the options.
 */
export function largestPacking(
  members: readonly Packable[],
  options: readonly PlanOption[],
): { readonly found: number; readonly atMost: number } {
  const along = [...members]
    .sort((a, b) => a.piece - b.piece || a.t - b.t || a.option - b.option)
    .map(({ option }) => options[option]!.space);
  const taken: (typeof along)[number][] = [];
  const sets: (typeof along)[number][][] = [];
  for (const space of along) {
    if (!taken.some((other) => other && space && isTooNear(space, other))) taken.push(space);
    const set = sets.find((own) => own.every((other) => other && space && isTooNear(space, other)));
    if (set) set.push(space);
    else sets.push([space]);
  }
  return { found: taken.length, atMost: sets.length };
}
