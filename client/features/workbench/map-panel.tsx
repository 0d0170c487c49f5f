import { lazy, Suspense, useEffect, useMemo } from "react";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import type { Theme } from "../../app/theme.ts";
import { compared } from "../../map/layers/registry.ts";
import type { Padding } from "../../map/map-engine.ts";
import { mapPalette } from "../../map/palette.ts";
import { type Rest, useMapEngine } from "../../map/use-map-engine.ts";
import { readComparison } from "../../state/comparison.ts";
import { cameraText, pickedText, readCamera } from "../../state/url-state.ts";
import { drawnLayers, readLayers } from "../../state/visible-layers.ts";
import { useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Fallible } from "../../ui/fallible.tsx";
import { CompareButton } from "./compare/compare-button.tsx";
import { LayerPanel } from "./layer-panel.tsx";
import { LegendCard } from "./legend-card.tsx";
import { MapNotices } from "./map-notices.tsx";
import { onMapProgress } from "./map-progress.ts";
import { onMapWish } from "./map-wishes.ts";
import { useRelocation } from "./relocation.ts";
import { useHeldView } from "./responsibility/use-held-view.ts";
import { useDrawnMap } from "./use-drawn-map.ts";
import { useMapClick } from "./use-map-click.ts";
import { ZoomButtons } from "./zoom-buttons.tsx";

const ComparisonView = lazy(async () => ({
  default: (await import("./compare/comparison-view.tsx")).ComparisonView,
}));

type MapPanelProps = {
  readonly theme: Theme;
  readonly onView: (bounds: Bounds) => void;
};

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
  const [relocation] = useRelocation();
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const comparison = readComparison(url);
  const map = useMapEngine({
    palette,
    label: text.map.label,
    camera: readCamera(url.at),
    bounds: city.bounds,
    latitude: (city.bounds[1] + city.bounds[3]) / 2,
    paddingOf,
    onRest({ camera, bounds }: Rest) {
      onView(bounds);
      set({ at: cameraText(camera) });
    },
    onClick: useMapClick(),
  });
  const { container, engine, rest, isAlive } = map;
  const zoom = rest?.camera.zoom ?? 11;
  const position = relocation?.position;
  const { drawn, failed } = useDrawnMap(map, {
    layers: comparison ? compared.returning : drawnLayers(readLayers(url.layers), zoom),
    rest,
    palette,
    picked: position ? pickedText({ kind: "spot", lng: position[0], lat: position[1] }) : url.pick,
  });

  useHeldView(engine !== null);
  useEffect(() => engine?.setCursor(relocation ? "crosshair" : ""), [engine, relocation]);
  useEffect(() => {
    if (!engine) return;
    const forget = onMapWish((wish) => {
      if ("bounds" in wish) engine.fit(wish.bounds, wish.maxZoom);
      else engine.flyTo({ lng: wish.position[0], lat: wish.position[1], zoom: wish.zoom });
    });
    const hush = onMapProgress(() => engine.isSettled);
    return () => {
      forget();
      hush();
    };
  }, [engine]);

  return (
    <div className={`map-panel ${comparison ? `compare-${comparison.mode}` : ""}`}>
      <div ref={container} className="map" data-testid="map" data-drawn={drawn} />
      {comparison && engine && (
        <Fallible>
          <Suspense>
            <ComparisonView comparison={comparison} main={engine} rest={rest} palette={palette} />
          </Suspense>
        </Fallible>
      )}
      <MapNotices
        failed={failed}
        failedSources={map.failedSources}
        isAlive={isAlive}
        isRelocating={relocation !== null && relocation.position === null}
      />
      {!comparison && <LayerPanel zoom={zoom} />}
      {!comparison && <LegendCard zoom={zoom} />}
      <CompareButton />
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
