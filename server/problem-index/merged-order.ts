import { type ProblemColumns, rowFlags } from "../../domain/columns/problem-columns.ts";
import { mortonCode } from "../../domain/spatial/morton.ts";

/**
 * The order in which a sorted base of `baseCount` rows and an unsorted tail become one sorted whole, dead rows left out.
 * Equal curve positions keep base rows first, then order of arrival. O(n + t log t).
 */
export function mergedOrder(columns: ProblemColumns, baseCount: number): Uint32Array {
  const { worldX, worldY, flags, count } = columns;
  const code = (row: number) => mortonCode(worldX[row]!, worldY[row]!);
  const tail = Uint32Array.from({ length: count - baseCount }, (_, i) => baseCount + i).sort(
    (a, b) => code(a) - code(b) || a - b,
  );
  const order = new Uint32Array(count);
  let length = 0;
  let nextTail = 0;
  let tailCode = tail.length > 0 ? code(tail[0]!) : Number.POSITIVE_INFINITY;
  for (let row = 0; row < baseCount; row++) {
    if (tailCode !== Number.POSITIVE_INFINITY && tailCode < code(row)) {
      const rowCode = code(row);
      while (tailCode < rowCode) {
        take(tail[nextTail++]!);
        tailCode = nextTail < tail.length ? code(tail[nextTail]!) : Number.POSITIVE_INFINITY;
      }
    }
    take(row);
  }
  while (nextTail < tail.length) take(tail[nextTail++]!);
  return order.slice(0, length);

  function take(row: number): void {
    if ((flags[row]! & rowFlags.dead) === 0) order[length++] = row;
  }
}
