import { useEffect, useMemo, useRef } from "react";
import type { AdPlanSite } from "../../../../domain/contract/ads-plans.ts";
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
    let grabbed: { readonly x: number; readonly y: number; isMoving: boolean } | null = null;

    return engine.withMap((map) => {
      const isAt = ({ point }: PointerEvent): boolean => {
        const { place: at } = latest.current;
        if (!at) return false;
        const [mark] = placeMarks(
          [{ id, position: [...at], road: road ?? null, side: side ?? 0 }],
          axes,
        );
        const zoom = map.getZoom();
        const tier = markTiers.findLast(({ minzoom }) => zoom >= minzoom) ?? markTiers[0];
        const [lng = 0, lat = 0] = mark ? markPosition(mark, tier.asideM) : at;
        const drawn = map.project([lng, lat]);
        return Math.hypot(drawn.x - point.x, drawn.y - point.y) <= REACH_PX;
      };
      const grab = (event: PointerEvent) => {
        if (event.originalEvent.button !== 0 || !isAt(event)) return;
        event.preventDefault();
        grabbed = { x: event.point.x, y: event.point.y, isMoving: false };
      };
      const follow = (event: PointerEvent) => {
        if (!grabbed) return;
        const { x, y } = event.point;
        if (!grabbed.isMoving && Math.hypot(x - grabbed.x, y - grabbed.y) <= STILL_PX) return;
        grabbed.isMoving = true;
        map.getCanvas().style.cursor = "grabbing";
        latest.current.want([event.lngLat.lng, event.lngLat.lat], "held");
      };
      const letGo = (event: PointerEvent) => {
        const isDrop = grabbed?.isMoving === true;
        grabbed = null;
        if (!isDrop) return;
        map.getCanvas().style.cursor = "";
        latest.current.want([event.lngLat.lng, event.lngLat.lat], "drop");
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
  }, [engine, axes, id, road, side]);
}
