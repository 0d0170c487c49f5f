/** The desk's map is drawn so much larger on a wall, per unit: names of zones reach 19, captions 16. */
export const MAP_PER_UNIT = 1.34;

/** Device pixels that all canvases of a wall may have together: 7680 × 2160 twice over is too much for most cards. */
const MOST_PIXELS = 36e6;

/**
 * Device pixels to a px of the map. A wall is laid out in real pixels, so it is 1; where the system enlarges, sharpness goes up to
 * twice and stops where the canvas would become too large.
 */
export function wallPixelRatio(width: number, height: number, deviceRatio: number): number {
  const most = Math.sqrt(MOST_PIXELS / (width * height));
  return Math.max(1, Math.min(deviceRatio, 2, most));
}
