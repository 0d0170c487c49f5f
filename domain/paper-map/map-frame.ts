import type { BoxMm } from "../paper/mark.ts";
import type { Bounds } from "../spatial/lng-lat.ts";
import { lngLat } from "../spatial/lng-lat.ts";
import { localPlane } from "../spatial/local-plane.ts";

/**
 * A map on a page: equirectangular about its centre (one metre of ground is the same length in every direction; over
 * 60 km off by less than 0.5 %), north up, at 1 : `denominator`.
 */
export type MapFrame = {
  readonly box: BoxMm;
  readonly denominator: number;
  /** What the box shows, degrees. */
  readonly bounds: Bounds;
  /** Millimetres from the page's left and top. */
  x(lng: number): number;
  y(lat: number): number;
};

export function mapFrame(
  box: BoxMm,
  [lng, lat]: readonly [number, number],
  denominator: number,
): MapFrame {
  const plane = localPlane(lngLat(lng, lat));
  const mmPerM = 1000 / denominator;
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  const [halfWidthM, halfHeightM] = [box.width / 2 / mmPerM, box.height / 2 / mmPerM];
  return {
    box,
    denominator,
    bounds: [
      lng - halfWidthM / plane.mPerDegLng,
      lat - halfHeightM / plane.mPerDegLat,
      lng + halfWidthM / plane.mPerDegLng,
      lat + halfHeightM / plane.mPerDegLat,
    ],
    x: (at) => middleX + plane.x(at) * mmPerM,
    y: (at) => middleY - plane.y(at) * mmPerM,
  };
}

/** Scales that a person can reckon with, before the powers of ten. */
const ROUND = [1, 1.2, 1.5, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10] as const;

/** The largest round scale at which the bounds fit the box with that much around them, at least 1 : `leastDenominator`. */
export function frameAround(
  box: BoxMm,
  [west, south, east, north]: Bounds,
  { aroundMm, leastDenominator }: { readonly aroundMm: number; readonly leastDenominator: number },
): MapFrame {
  const centre = [(west + east) / 2, (south + north) / 2] as const;
  const plane = localPlane(lngLat(...centre));
  const widthM = (east - west) * plane.mPerDegLng;
  const heightM = (north - south) * plane.mPerDegLat;
  const exact = Math.max(
    (1000 * widthM) / Math.max(1, box.width - 2 * aroundMm),
    (1000 * heightM) / Math.max(1, box.height - 2 * aroundMm),
    leastDenominator,
  );
  return mapFrame(box, centre, roundUp(exact));
}

function roundUp(exact: number): number {
  const power = 10 ** Math.floor(Math.log10(exact));
  const found = ROUND.find((step) => step * power >= exact * (1 - 1e-9)) ?? 10;
  return Math.round(found * power);
}
