import { type LngLat, lngLat } from "../../spatial/lng-lat.ts";
import { localPlane } from "../../spatial/local-plane.ts";

const LEAST_MM = 120;
const MOST_MM = 247;
/** Left about the outermost points, on both sides together. */
const AROUND_MM = 22;

/** How tall a map of that width is that the points fill, within what a page has. */
export function annexHeight(positions: readonly LngLat[], widthMm: number): number {
  const [lngs, lats] = [positions.map(([lng]) => lng), positions.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const { mPerDegLng, mPerDegLat } = localPlane(lngLat((west + east) / 2, (south + north) / 2));
  const widthM = (east - west) * mPerDegLng;
  const heightM = (north - south) * mPerDegLat;
  if (heightM === 0) return LEAST_MM;
  const filled = (heightM / Math.max(widthM, 1)) * (widthMm - AROUND_MM) + AROUND_MM;
  return Math.min(MOST_MM, Math.max(LEAST_MM, filled));
}
