import type { StyleSpecification } from "maplibre-gl";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import type { Camera } from "../state/url-state.ts";
import { basemapStyle } from "./basemap.ts";
import { MapEngine, type Padding } from "./map-engine.ts";
import type { ClickEvent } from "./map-pointer.ts";
import type { MapPalette } from "./palette.ts";
import { LayerSync } from "./sync-layers.ts";

/** Where the camera came to rest. */
export type Rest = { readonly camera: Camera; readonly bounds: Bounds };

type MapSetup = {
  readonly palette: MapPalette;
  readonly label: string;
  /** What the map shows first: the camera, or the bounds where there is none. */
  readonly camera: Camera | null;
  readonly bounds: Bounds;
  readonly latitude: number;
  readonly paddingOf: (container: HTMLElement) => Padding;
  /** On a wall: the style as it is drawn there, and device pixels to a px. */
  readonly wall?: {
    readonly enlarged: (style: StyleSpecification) => StyleSpecification;
    readonly pixelRatio: number;
  };
  readonly onRest: (rest: Rest) => void;
  readonly onClick: (event: ClickEvent, engine: MapEngine) => void;
};

export type RunningMap = {
  /** The element that the map is put into. */
  readonly container: RefObject<HTMLDivElement | null>;
  readonly engine: MapEngine | null;
  readonly sync: LayerSync | null;
  readonly rest: Rest | null;
  /** Of which sources tiles did not come, as the map names them. */
  readonly failedSources: readonly string[];
  /** False while the graphics card has let go of the map. */
  readonly isAlive: boolean;
};

/** A map in an element: made once, resized with it, restyled with the palette. */
export function useMapEngine(setup: MapSetup): RunningMap {
  const container = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<{ engine: MapEngine; sync: LayerSync } | null>(null);
  const [rest, setRest] = useState<Rest | null>(null);
  const [failedSources, setFailedSources] = useState<readonly string[]>([]);
  const [isAlive, setIsAlive] = useState(true);
  const latest = useRef(setup);
  latest.current = setup;

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const { camera, bounds, paddingOf, label, wall } = latest.current;
    const engine = new MapEngine({
      container: element,
      style: styleOf(latest.current),
      ...(wall && { wall }),
      camera,
      bounds,
      padding: paddingOf(element),
      label,
      onRest({ camera, bounds }) {
        setRest({ camera, bounds });
        latest.current.onRest({ camera, bounds });
      },
      onClick: (event) => latest.current.onClick(event, engine),
      onFailedSources: setFailedSources,
      onContext: setIsAlive,
    });
    const observer = new ResizeObserver(() => engine.resize());
    observer.observe(element);
    setMade({ engine, sync: new LayerSync(engine) });
    return () => {
      observer.disconnect();
      engine.destroy();
    };
  }, []);

  const { palette } = setup;
  const styled = useRef(palette);
  useEffect(() => {
    if (!made || styled.current === palette) return;
    styled.current = palette;
    const { engine, sync } = made;
    void engine.setStyle(styleOf(latest.current)).then(() => sync.forget());
  }, [made, palette]);

  const { engine = null, sync = null } = made ?? {};
  return { container, engine, sync, rest, failedSources, isAlive };
}

function styleOf({ palette, latitude, wall }: MapSetup): StyleSpecification {
  const style = basemapStyle(palette, latitude, location.origin);
  return wall ? wall.enlarged(style) : style;
}
