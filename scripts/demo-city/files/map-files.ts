import type { Feature } from "geojson";
import type { Ad, AdCandidate } from "../ads/ads.ts";
import type { Hoarding, Screen } from "../ads/boards.ts";
import type { Ground } from "../ground.ts";
import type { Place } from "../land/places.ts";
import { feature, lineString, point, polygon } from "./geo-json.ts";

export function zoneFeatures({ areas }: Ground): Feature[] {
  return areas.map(({ id, name, level, parentId, rings }) =>
    feature(polygon(rings), { id, name, level, ...(parentId && { parentId }) }),
  );
}

export function roadFeatures({ roads }: Ground): Feature[] {
  return roads.map((road) =>
    feature(lineString(road.line), {
      id: road.id,
      ...(road.name && { name: road.name }),
      highway: road.highway,
      class: road.class,
      ...(road.isOneway && { oneway: true }),
    }),
  );
}

export function riverFeatures({ reaches }: Ground): Feature[] {
  return reaches.map(({ id, name, line }) => feature(lineString(line), { id, name }));
}

export function waterFeatures({ waters }: Ground): Feature[] {
  return waters.map(({ name, rings }) => feature(polygon(rings), { ...(name && { name }) }));
}

export function greenFeatures({ greens }: Ground): Feature[] {
  return greens.map(({ name, kind, ring }) =>
    feature(polygon([ring]), { kind, ...(name && { name }) }),
  );
}

export function placeFeatures(places: readonly Place[]): Feature[] {
  return places.map(({ id, name, kind, at, ring }) =>
    feature(ring ? polygon([ring]) : point(at), { id, name, kind }),
  );
}

export function buildingFeatures({ buildings }: Ground): Feature[] {
  return buildings.map((ring) => feature(polygon([ring]), {}));
}

export function adFeatures(ads: readonly Ad[]): Feature[] {
  return ads.map(({ at, facing, repairCost, id, carrier, theme, state, unitId }) =>
    feature(point(at), {
      id,
      carrier,
      theme,
      state,
      ...(facing !== null && { facing }),
      ...(repairCost !== null && { repairCost }),
      unitId,
    }),
  );
}

export function adCandidateFeatures(candidates: readonly AdCandidate[]): Feature[] {
  return candidates.map(({ at, facing, lock, id, carrier, cost }) =>
    feature(point(at), {
      id,
      carrier,
      cost,
      ...(facing !== null && { facing }),
      ...(lock && { lock }),
    }),
  );
}

export function boardFeatures(boards: readonly (Hoarding | Screen)[]): Feature[] {
  return boards.map(({ at, ...properties }) => feature(point(at), properties));
}
