/** Levels of the quadtree that a Morton code resolves; 26 bits an axis fit a double exactly. 0.6 m at the equator. */
export const MORTON_LEVELS = 26;

/** Spreads the low 13 bits of `v` to the even bits. */
function spread13(v: number): number {
  let x = v & 0x1fff;
  x = (x | (x << 8)) & 0x00ff00ff;
  x = (x | (x << 4)) & 0x0f0f0f0f;
  x = (x | (x << 2)) & 0x33333333;
  return (x | (x << 1)) & 0x55555555;
}

/** High 26 bits of the Morton code of a world position (0 … 2³² − 1 an axis). */
export function mortonHigh(worldX: number, worldY: number): number {
  return spread13(worldX >>> 19) | (spread13(worldY >>> 19) << 1);
}

/** Low 26 bits of the Morton code. */
export function mortonLow(worldX: number, worldY: number): number {
  return spread13(worldX >>> 6) | (spread13(worldY >>> 6) << 1);
}

/**
 * Position on the Z-order curve, an integer below 2⁵². All positions of one quadtree tile of level ≤ 26 are a contiguous
 * range: that is what makes a tile one run of rows.
 */
export function mortonCode(worldX: number, worldY: number): number {
  return mortonHigh(worldX, worldY) * 2 ** MORTON_LEVELS + mortonLow(worldX, worldY);
}

/** Codes of tile z/x/y as [first, end). */
export function mortonRange(z: number, x: number, y: number): readonly [number, number] {
  const size = 2 ** (32 - z);
  const first = mortonCode(x * size, y * size);
  return [first, first + 4 ** (MORTON_LEVELS - z)];
}
