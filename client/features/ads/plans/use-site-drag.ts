import { useEffect, useMemo, useRef } from "react";
import type { AdPlanSite } from "../../../../domain/contract/ads-plans.ts";
import type { MapEngine } from "../../../map/map-engine.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { axesOf, markPosition, markTiers, placeMarks } from "../map/mark-features.ts";

type Place = readonly [lng: number, lat: number];

/** What is asked of the map's events. */
type PointerEvent = {
  readonly point: { readonly x: number; readonly y: number };
  readonly lngLat: { readonly lng: number; readonly lat: number };
  readonly originalEvent: MouseEvent;
  preventDefault(): void;
};

const REACH_PX = 12;
/** A hand that trembles does not drag. */
const STILL_PX = 3;

/** The picked site can be taken hold of on the map; the rest of the map moves as ever. */
export function useSiteDrag(
  { id, road, side }: AdPlanSite,
  place: Place | undefined,
  want: (to: Place, kind: "held" | "drop") => void,
): void {
  const { engine, roads } = useAdsDesk();
  const axes = useMemo(() => axesOf(roads), [roads]);
  const latest = useRef({ place, want });
  latest.current = { place, want };

  useEffect(() => {
    if (!engine) return;
    const drawnAt = (zoom: number): Place | null => {
      const { place: at } = latest.current;
      if (!at) return null;
      const spot = {
        id,
        position: [...at] as [number, number],
        road: road ?? null,
        side: side ?? 0,
      };
      const [mark] = placeMarks([spot], axes);
      const tier = markTiers.findLast(({ minzoom }) => zoom >= minzoom) ?? markTiers[0];
      const [lng = 0, lat = 0] = mark ? markPosition(mark, tier.asideM) : at;
      return [lng, lat];
    };
    return dragEvents(engine, drawnAt, (to, kind) => latest.current.want(to, kind));
  }, [engine, axes, id, road, side]);
}

/** Listens for a mark being taken hold of, dragged and let go of. Answers how to stop. */
function dragEvents(
  engine: MapEngine,
  drawnAt: (zoom: number) => Place | null,
  want: (to: Place, kind: "held" | "drop") => void,
): () => void {
  let grabbed: { readonly x: number; readonly y: number; isMoving: boolean } | null = null;
  return engine.withMap((map) => {
    const isAt = ({ point }: PointerEvent): boolean => {
      const at = drawnAt(map.getZoom());
      if (!at) return false;
      const drawn = map.project([at[0], at[1]]);
      return Math.hypot(drawn.x - point.x, drawn.y - point.y) <= REACH_PX;
    };
    const grab = (event: PointerEvent) => {
      if (event.originalEvent.button !== 0 || !isAt(event)) return;
      event.preventDefault();
      grabbed = { x: event.point.x, y: event.point.y, isMoving: false };
    };
    const follow = ({ point: { x, y }, lngLat }: PointerEvent) => {
      if (!grabbed) return;
      if (!grabbed.isMoving && Math.hypot(x - grabbed.x, y - grabbed.y) <= STILL_PX) return;
      grabbed.isMoving = true;
      map.getCanvas().style.cursor = "grabbing";
      want([lngLat.lng, lngLat.lat], "held");
    };
    const letGo = ({ lngLat }: PointerEvent) => {
      const isDrop = grabbed?.isMoving === true;
      grabbed = null;
      if (!isDrop) return;
      map.getCanvas().style.cursor = "";
      want([lngLat.lng, lngLat.lat], "drop");
    };
    map.on("mousedown", grab);
    map.on("mousemove", follow);
    map.on("mouseup", letGo);
    return () => {
      map.off("mousedown", grab);
      map.off("mousemove", follow);
      map.off("mouseup", letGo);
    };
  });
}
