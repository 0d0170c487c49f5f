import type { Position } from "geojson";
import type { GridZone } from "../../domain/grid-zone.ts";
import {
  type Bounds,
  emptyBounds,
  extendBounds,
  isPosition,
} from "../../domain/spatial/lng-lat.ts";
import type { RawFeature } from "./reading/feature-file.ts";
import { isObject } from "./reading/feature-file.ts";

/** No city is wider than this, in degrees either way from its middle. */
const CITY_HALF_DEG = 3;

/** Extent of the zones; null without zones. */
export function boundsOfZones(zones: readonly GridZone[]): Bounds | null {
  const bounds = emptyBounds();
  for (const { geometry } of zones) {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const [shell = []] of parts) {
      for (const [lng, lat] of shell) {
        if (lng !== undefined && lat !== undefined) extendBounds(bounds, lng, lat);
      }
    }
  }
  return zones.length === 0 ? null : bounds;
}

/**
 * Where a city whose pack does not say it must be: around the middle one of the features' first
 * positions, so that a few features elsewhere, or with swapped axes, stand out. Null without any.
 */
export function likelyBounds(features: readonly RawFeature[]): Bounds | null {
  const firsts = features.flatMap(({ geometry }) => {
    const first = isObject(geometry) ? firstPosition(geometry.coordinates) : null;
    const [lng, lat] = first ?? [];
    return lng !== undefined && lat !== undefined && isPosition(lng, lat) ? [{ lng, lat }] : [];
  });
  if (firsts.length === 0) return null;
  const lng = middle(firsts.map((each) => each.lng));
  const lat = middle(firsts.map((each) => each.lat));
  return [lng - CITY_HALF_DEG, lat - CITY_HALF_DEG, lng + CITY_HALF_DEG, lat + CITY_HALF_DEG];
}

function firstPosition(coordinates: unknown): Position | null {
  let value: unknown = coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  if (!Array.isArray(value) || typeof value[0] !== "number") return null;
  return typeof value[1] === "number" ? [value[0], value[1]] : null;
}

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
