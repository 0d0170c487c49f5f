import { useEffect, useMemo, useRef } from "react";
import { type Bounds, emptyBounds, extendBounds } from "../../../domain/spatial/lng-lat.ts";
import { ringsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import type { MapEngine } from "../../map/map-engine.ts";
import type { ClickEvent } from "../../map/map-pointer.ts";
import { mapPalette } from "../../map/palette.ts";
import { useMapEngine } from "../../map/use-map-engine.ts";
import { useLook } from "../../shell/look.ts";
import { MapButtons } from "../../shell/map-buttons.tsx";
import { cameraText } from "../../state/url-state.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { readZonesCamera, useZonesUrl } from "../../state/zones-url.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { findingGround } from "./finding-ground.ts";
import { useSketch } from "./use-sketch.ts";
import { useVertexHandles } from "./use-vertex-handles.ts";
import { useZoneDrawings } from "./use-zone-drawings.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

const PADDING = { top: 28, right: 28, bottom: 28, left: 28 };
/** How near the map goes to a finding, and to a small zone. */
const NEAR_ZOOM = 17;

/** What a click may be meant for instead of a zone. */
type Meant = { isHandle: (lng: number, lat: number) => boolean; isSketching: boolean };

/** The zones on the map, with handles or a pen where a tool is taken up. */
export function ZoneMap() {
  const text = useZonesText();
  const { theme } = useLook();
  const { city } = useRunning();
  const [url, set] = useZonesUrl();
  const desk = useZoneDesk();
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const meant = useRef<Meant>({ isHandle: () => false, isSketching: false });
  const { container, engine, sync, isAlive } = useMapEngine({
    palette,
    label: text.zones.mapLabel,
    camera: readZonesCamera(url.at),
    bounds: city.bounds,
    latitude: (city.bounds[1] + city.bounds[3]) / 2,
    paddingOf: () => PADDING,
    onRest: ({ camera }) => set({ at: cameraText(camera) }),
    onClick(event) {
      const { isHandle, isSketching } = meant.current;
      if (!isSketching && !isHandle(event.lng, event.lat)) clickZone(event);
    },
  });
  const drawings = useZoneDrawings(palette);
  useEffect(() => sync?.want(drawings), [sync, drawings]);
  meant.current.isHandle = useVertexHandles(engine, palette);
  meant.current.isSketching = useSketch(engine, palette);
  useCamera(engine);

  function clickZone({ hits }: ClickEvent): void {
    const hit = hits.find(({ layerId }) => layerId === "zones-area")?.object;
    const id = (hit as { properties?: { id?: unknown } } | undefined)?.properties?.id;
    if (typeof id !== "string") return;
    const { marked, mark, select, selected, tool, zones } = desk;
    const isChild = zones.some((zone) => zone.id === id && zone.parentId === selected?.id);
    if (tool !== "merge" && !(tool === "split" && isChild)) select(id);
    else mark(marked.includes(id) ? marked.filter((each) => each !== id) : [...marked, id]);
  }

  return (
    <div className="zone-map">
      <div
        ref={container}
        className="map"
        data-testid="zone-map"
        data-drawn={drawings.map(({ id }) => id).join(" ")}
      />
      {!isAlive && <p className="zone-notice card">{text.async.mapFailed}</p>}
      {desk.refused && (
        <p className="zone-notice card" role="alert">
          {text.zones.refused[desk.refused]}
        </p>
      )}
      {engine && <MapButtons engine={engine} />}
      <p className="zone-attribution">{city.attribution}</p>
    </div>
  );
}

/** Goes where the map is sent: to a zone, or to a finding. */
function useCamera(engine: MapEngine | null): void {
  const { zones, destination, focus } = useZoneDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is sent, not when borders are moved
  useEffect(() => {
    const zone = zones.find(({ id }) => id === destination?.id);
    if (engine && zone) engine.fit(boundsOf(zone.geometry), NEAR_ZOOM);
  }, [engine, destination]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    if (!engine || !focus?.at) return;
    const [lng, lat] = focus.at;
    const ground = findingGround(zones, focus);
    if (ground) engine.fit(boundsOf(ground), NEAR_ZOOM);
    else engine.flyTo({ lng, lat, zoom: Math.max(NEAR_ZOOM, engine.camera.zoom) });
  }, [engine, focus]);
}

function boundsOf(geometry: ZoneShape["geometry"]): Bounds {
  const bounds = emptyBounds();
  for (const [lng = 0, lat = 0] of ringsOf(geometry).flat()) extendBounds(bounds, lng, lat);
  return bounds;
}
