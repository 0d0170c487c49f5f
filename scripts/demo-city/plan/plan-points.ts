import type { Vec } from "../geometry/vec.ts";

/** Reads `x y, x y, …`: points of the plan in its units. Throws a RangeError for anything else. */
export function points(text: string): Vec[] {
  return text.split(",").map((pair): Vec => {
    const [x, y, ...more] = pair.trim().split(/\s+/).map(Number);
    if (!Number.isFinite(x) || !Number.isFinite(y) || more.length > 0) {
      throw new RangeError(`Not a point of the plan: "${pair}"`);
    }
    return [x!, y!];
  });
}
