import type { Page } from "@playwright/test";
import { decode } from "fast-png";
import { heatColours, kernelAlpha } from "../../domain/heat-ramp.ts";
import { middleOfMap } from "./workbench-page.ts";

export type Rgb = readonly [number, number, number];

/** The picture's pixel at x, y; alpha 255 where the picture has none. */
export function pixelOf(png: Uint8Array, x: number, y: number): { rgb: Rgb; alpha: number } {
  const { data, width, channels } = decode(png);
  const at = (y * width + x) * channels;
  const [r = 0, g = 0, b = 0, a = 255] = data.slice(at, at + channels);
  return { rgb: [r, g, b], alpha: a };
}

/** Band whose colour comes nearest, and how far off it is. */
export function bandOfColour(rgb: Rgb, bands: readonly Rgb[]): { band: number; distance: number } {
  const distances = bands.map((colour) => distanceOf(rgb, colour));
  const distance = Math.min(...distances);
  return { band: distances.indexOf(distance), distance };
}

export function distanceOf([r, g, b]: Rgb, [r2, g2, b2]: Rgb): number {
  return Math.hypot(r - r2, g - g2, b - b2);
}

export const lightBands = heatColours.light.map(rgbOf);

/** What each band looks like on that ground. */
export function bandsOn(ground: Rgb): Rgb[] {
  return lightBands.map((colour, band) => {
    const alpha = kernelAlpha.light[band] ?? 1;
    const mix = (over = 0, under = 0) => over * alpha + under * (1 - alpha);
    return [mix(colour[0], ground[0]), mix(colour[1], ground[1]), mix(colour[2], ground[2])];
  });
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const REACH = 2;
const SIDE = 2 * REACH + 1;

/** A square of the map, so many px beside its middle. */
export async function mapSquare(page: Page, [dx, dy]: readonly [number, number]): Promise<Buffer> {
  const middle = await middleOfMap(page);
  const x = Math.floor(middle.x + dx) - REACH;
  const y = Math.floor(middle.y + dy) - REACH;
  return page.screenshot({ clip: { x, y, width: SIDE, height: SIDE } });
}

/** The pixels of such a square, row by row. */
export function squarePixels(png: Uint8Array): Rgb[] {
  return Array.from({ length: SIDE * SIDE }, (_, i) => {
    return pixelOf(png, i % SIDE, Math.floor(i / SIDE)).rgb;
  });
}
