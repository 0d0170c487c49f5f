import { encode } from "fast-png";
import { bandOf } from "../../domain/heat-ramp.ts";
import { TILE_PX } from "./kernel-tile.ts";

/** How densities become colours: band i holds values from breaks[i] up; below the first break nothing is drawn. */
export type BandRamp = {
  /** Ascending, one per colour. */
  readonly breaks: readonly number[];
  /** Red, green, blue 0–255. */
  readonly colours: readonly (readonly [number, number, number])[];
  /** 0–1 per band. */
  readonly alpha: readonly number[];
  /** Share at the top of a band over which it passes into the next; 0: hard edges. */
  readonly edgeBlend: number;
};

/** PNG of a tile of densities, RGBA. About 5 ms. */
export function bandImage(density: Float64Array, ramp: BandRamp): Uint8Array {
  const data = new Uint8Array(TILE_PX * TILE_PX * 4);
  for (let i = 0; i < density.length; i++) {
    const value = density[i]!;
    if (value >= ramp.breaks[0]!) paint(data, 4 * i, value, ramp);
  }
  return encode({ width: TILE_PX, height: TILE_PX, data, channels: 4, depth: 8 });
}

function paint(data: Uint8Array, at: number, value: number, ramp: BandRamp): void {
  const band = bandOf(value, ramp.breaks);
  const next = Math.min(band + 1, ramp.colours.length - 1);
  const low = ramp.breaks[band]!;
  const high = ramp.breaks[band + 1] ?? Number.POSITIVE_INFINITY;
  const edge = high - (high - low) * ramp.edgeBlend;
  const share =
    high === Number.POSITIVE_INFINITY || value < edge ? 0 : (value - edge) / (high - edge);
  const [from, to] = [ramp.colours[band]!, ramp.colours[next]!];
  for (let channel = 0; channel < 3; channel++) {
    data[at + channel] = Math.round(from[channel]! + (to[channel]! - from[channel]!) * share);
  }
  const alpha = ramp.alpha[band]! + (ramp.alpha[next]! - ramp.alpha[band]!) * share;
  data[at + 3] = Math.round(255 * alpha);
}
