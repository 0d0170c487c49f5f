import { mortonHigh, mortonLow } from "./morton.ts";

/**
 * Rows ordered along the Z-order curve, equal codes in row order. Least-significant-digit radix sort over four digits of
 * 13 bits: O(n), about 0.1 s a million.
 */
export function mortonOrder(worldX: Uint32Array, worldY: Uint32Array, count: number): Uint32Array {
  let order = new Uint32Array(count);
  let spare = new Uint32Array(count);
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    order[i] = i;
    low[i] = mortonLow(worldX[i]!, worldY[i]!);
    high[i] = mortonHigh(worldX[i]!, worldY[i]!);
  }
  for (const [key, shift] of [
    [low, 0],
    [low, 13],
    [high, 0],
    [high, 13],
  ] as const) {
    const starts = new Uint32Array(8193);
    for (let i = 0; i < count; i++) starts[((key[i]! >>> shift) & 8191) + 1]!++;
    for (let digit = 0; digit < 8192; digit++) starts[digit + 1]! += starts[digit]!;
    for (let i = 0; i < count; i++) {
      const row = order[i]!;
      spare[starts[(key[row]! >>> shift) & 8191]!++] = row;
    }
    [order, spare] = [spare, order];
  }
  return order;
}
