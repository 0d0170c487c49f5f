import { useEffect, useMemo, useRef, useState } from "react";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import type { Theme } from "../../app/theme.ts";
import { basemapStyle } from "../../map/basemap.ts";
import type { View } from "../../map/layers/layer.ts";
import { MapEngine, type Padding } from "../../map/map-engine.ts";
import { mapPalette } from "../../map/palette.ts";
import { LayerSync } from "../../map/sync-layers.ts";
import { useMapDrawings } from "../../map/use-map-drawings.ts";
import { classesParam } from "../../state/shown-classes.ts";
import {
  type Camera,
  cameraText,
  pickedText,
  readCamera,
  readPicked,
} from "../../state/url-state.ts";
import { drawnLayers, readLayers } from "../../state/visible-layers.ts";
import { useFilter, useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { meaningOf } from "./click-meaning.ts";
import { LayerPanel } from "./layer-panel.tsx";
import { LegendCard } from "./legend-card.tsx";
import { MapNotices } from "./map-notices.tsx";
import { onMapWish } from "./map-wishes.ts";
import { useRelocation } from "./relocation.ts";
import { ZoomButtons } from "./zoom-buttons.tsx";

type MapPanelProps = {
  readonly theme: Theme;
  readonly onView: (bounds: Bounds) => void;
};

/** Where the camera came to rest. */
type Rest = { readonly camera: Camera; readonly bounds: Bounds };

/** The city is fitted beside the cards where there is room for both. */
const ROOMY_PX = 900;

function paddingOf(container: HTMLElement): Padding {
  const left = container.clientWidth > ROOMY_PX ? 232 : 20;
  return { top: 20, right: 20, bottom: 20, left };
}

/** The map with its cards. What is drawn follows from the address; what happens on it changes the address. */
export function MapPanel({ theme, onView }: MapPanelProps) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const { city } = useRunning();
  const filter = useFilter();
  const container = useRef<HTMLDivElement>(null);
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const [sync, setSync] = useState<LayerSync | null>(null);
  const [rest, setRest] = useState<Rest | null>(null);
  const [isAlive, setIsAlive] = useState(true);
  const [relocation, setRelocation] = useRelocation();
  const latitude = (city.bounds[1] + city.bounds[3]) / 2;
  const palette = useMemo(() => mapPalette(theme), [theme]);

  const zoom = rest?.camera.zoom ?? 11;
  const on = readLayers(url.layers);
  const isHeatOn = on.has("heat");
  const now = { set, onView, relocation, setRelocation, zoom, isHeatOn };
  const latest = useRef(now);
  latest.current = now;
  const first = useRef({
    camera: readCamera(url.at),
    bounds: city.bounds,
    latitude,
    palette,
    label: text.map.label,
  });

  useEffect(() => {
    if (!container.current) return;
    const { camera, bounds, latitude, palette, label } = first.current;
    const made = new MapEngine({
      container: container.current,
      style: basemapStyle(palette, latitude, location.origin),
      camera,
      bounds,
      padding: paddingOf(container.current),
      label,
      onRest(engine) {
        setRest({ camera: engine.camera, bounds: engine.bounds });
        latest.current.onView(engine.bounds);
        latest.current.set({ at: cameraText(engine.camera) });
      },
      onClick(event) {
        const { set, relocation, setRelocation, zoom, isHeatOn } = latest.current;
        if (relocation) {
          setRelocation({ ...relocation, position: [event.lng, event.lat] });
          return;
        }
        const meaning = meaningOf(event, zoom, isHeatOn);
        if (meaning.kind === "zoom") made.fit(meaning.bounds);
        else set({ pick: pickedText(meaning.picked) });
      },
      onError: () => undefined,
      onContext: setIsAlive,
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(container.current);
    const forget = onMapWish((wish) => {
      if ("bounds" in wish) made.fit(wish.bounds, wish.maxZoom);
      else made.flyTo({ lng: wish.position[0], lat: wish.position[1], zoom: wish.zoom });
    });
    setEngine(made);
    setSync(new LayerSync(made));
    return () => {
      forget();
      observer.disconnect();
      made.destroy();
    };
  }, []);

  const styled = useRef(palette);
  useEffect(() => {
    if (!engine || !sync || styled.current === palette) return;
    styled.current = palette;
    void engine
      .setStyle(basemapStyle(palette, latitude, location.origin))
      .then(() => sync.forget());
  }, [engine, sync, palette, latitude]);

  useEffect(() => engine?.setCursor(relocation ? "crosshair" : ""), [engine, relocation]);

  const view = useMemo(
    (): View => ({
      palette,
      text,
      zoom: Math.floor(zoom),
      latitude,
      picked: readPicked(url.pick),
      metresPerPixel: (78_271.517 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom,
    }),
    [palette, text, zoom, latitude, url.pick],
  );
  const { drawings, failed } = useMapDrawings({
    layers: rest ? drawnLayers(on, zoom) : [],
    filter,
    bounds: rest?.bounds ?? city.bounds,
    zoom,
    picked: relocation?.position
      ? pickedText({ kind: "spot", lng: relocation.position[0], lat: relocation.position[1] })
      : url.pick,
    classes: classesParam(url.class),
    view,
  });
  useEffect(() => sync?.want(drawings), [sync, drawings]);

  return (
    <div className="map-panel">
      <div
        ref={container}
        className="map"
        data-testid="map"
        data-drawn={drawings.map(({ id }) => id).join(" ")}
      />
      <MapNotices
        failed={failed}
        isAlive={isAlive}
        isRelocating={relocation !== null && relocation.position === null}
      />
      <LayerPanel zoom={zoom} />
      <LegendCard zoom={zoom} />
      {engine && (
        <ZoomButtons
          onZoom={(step) => engine.zoomBy(step)}
          onWholeCity={() => engine.fit(city.bounds)}
        />
      )}
      <p className="attribution">{city.attribution}</p>
    </div>
  );
}
