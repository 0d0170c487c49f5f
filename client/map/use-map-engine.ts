import { type RefObject, useEffect, useRef, useState } from "react";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import type { Camera } from "../state/url-state.ts";
import { basemapStyle } from "./basemap.ts";
import { enlargedStyle, type MapScale } from "./enlarge.ts";
import { type ClickEvent, MapEngine, type Padding } from "./map-engine.ts";
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
  /** On a wall: how much larger than on a desk everything is drawn, and device pixels to a px. */
  readonly wall?: { readonly scale: MapScale; readonly pixelRatio: number };
  readonly onRest: (rest: Rest) => void;
  readonly onClick: (event: ClickEvent, engine: MapEngine) => void;
};

type RunningMap = {
  /** The element that the map is put into. */
  readonly container: RefObject<HTMLDivElement | null>;
  readonly engine: MapEngine | null;
  readonly sync: LayerSync | null;
  readonly rest: Rest | null;
  /** False while the graphics card has let go of the map. */
  readonly isAlive: boolean;
};

/** A map in an element: made once, resized with it, restyled with the palette. */
export function useMapEngine(setup: MapSetup): RunningMap {
  const container = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<{ engine: MapEngine; sync: LayerSync } | null>(null);
  const [rest, setRest] = useState<Rest | null>(null);
  const [isAlive, setIsAlive] = useState(true);
  const latest = useRef(setup);
  latest.current = setup;

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const { palette, latitude, camera, bounds, paddingOf, label, wall } = latest.current;
    const engine = new MapEngine({
      container: element,
      style: enlargedStyle(basemapStyle(palette, latitude, location.origin), wall?.scale ?? 1),
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
      onError: () => undefined,
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

  const { palette, latitude } = setup;
  const styled = useRef(palette);
  useEffect(() => {
    if (!made || styled.current === palette) return;
    styled.current = palette;
    const { engine, sync } = made;
    const { wall } = latest.current;
    const style = enlargedStyle(basemapStyle(palette, latitude, location.origin), wall?.scale ?? 1);
    void engine.setStyle(style).then(() => sync.forget());
  }, [made, palette, latitude]);

  return { container, engine: made?.engine ?? null, sync: made?.sync ?? null, rest, isAlive };
}
