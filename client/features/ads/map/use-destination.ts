import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type Bounds, emptyBounds, extendBounds } from "../../../../domain/spatial/lng-lat.ts";
import { zonesQuery } from "../../../api/queries.ts";
import type { MapEngine } from "../../../map/map-engine.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { pickedPlace } from "./picked-place.ts";
import type { MarkPlaces } from "./use-mark-places.ts";

/** How near the map goes to one mark. */
const MARK_ZOOM = 16.6;
const ROAD_MAX_ZOOM = 16;

/** Goes where the page sends the map: to a road, to a mark, and to a zone when another one is chosen. */
export function useDestination(engine: MapEngine | null, places: MarkPlaces): void {
  const { data: zones } = useQuery(zonesQuery({}, "zone"));
  const { destination, url } = useAdsDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is sent, not when data changes
  useEffect(() => {
    if (!engine || !destination) return;
    const axis = destination.kind === "road" ? places.axes.get(destination.id) : undefined;
    if (axis) engine.fit(boundsOf(axis.flat()), ROAD_MAX_ZOOM);
    const place = pickedPlace(destination, places);
    const [lng, lat] = place?.mark.position ?? [];
    if (lng === undefined || lat === undefined) return;
    engine.flyTo({ lng, lat, zoom: Math.max(MARK_ZOOM, engine.camera.zoom) });
  }, [engine, destination]);

  const shownZone = useRef(url.zone);
  useEffect(() => {
    if (!engine || !zones || shownZone.current === url.zone) return;
    shownZone.current = url.zone;
    const zone = zones.features.find(({ properties }) => properties.id === url.zone);
    const within = zone ? [zone] : zones.features;
    engine.fit(boundsOf(within.flatMap(({ geometry }) => positionsOf(geometry.coordinates))));
  }, [engine, zones, url.zone]);
}

function boundsOf(positions: readonly (readonly number[])[]): Bounds {
  const bounds = emptyBounds();
  for (const [lng = 0, lat = 0] of positions) extendBounds(bounds, lng, lat);
  return bounds;
}

/** Of rings however deep they lie. */
function positionsOf(coordinates: readonly unknown[]): number[][] {
  if (typeof coordinates[0] === "number") return [coordinates as number[]];
  return coordinates.flatMap((each) => positionsOf(each as readonly unknown[]));
}
