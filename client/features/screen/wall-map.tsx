import { useEffect, useMemo, useRef, useState } from "react";
import type { SceneLayer } from "../../../domain/screen/scene.ts";
import type { Theme } from "../../app/theme.ts";
import { BASEMAP } from "../../map/basemap.ts";
import { deskZoom, enlargedStyle } from "../../map/enlarge.ts";
import type { MapLayer } from "../../map/layers/layer.ts";
import { linkCameras } from "../../map/link-cameras.ts";
import type { MapEngine } from "../../map/map-engine.ts";
import type { ClickEvent } from "../../map/map-pointer.ts";
import { mapPalette } from "../../map/palette.ts";
import { useMapEngine } from "../../map/use-map-engine.ts";
import { cameraText } from "../../state/url-state.ts";
import { LegendStrip } from "./legend-strip.tsx";
import { missingLayers } from "./map-layers.ts";
import { mapTitle } from "./map-title.ts";
import { NewPing } from "./new-ping.tsx";
import type { ScreenScope } from "./screen-scope.ts";
import type { StepView } from "./step-view.ts";
import { useWallDrawing } from "./use-wall-drawing.ts";
import { WallBoundary } from "./wall-boundary.tsx";
import type { WallMap as MapPlace } from "./wall-layout.ts";
import { MAP_PER_UNIT, wallPixelRatio } from "./wall-pixels.ts";

type WallMapProps = {
  readonly place: MapPlace;
  readonly unit: number;
  readonly theme: Theme;
  readonly layers: readonly SceneLayer[];
  readonly scope: ScreenScope;
  readonly view: StepView | null;
  /** What is marked, as an address has it. */
  readonly picked: string | undefined;
  /** The map that leads where there are two. */
  readonly leader: MapEngine | null;
  readonly onEngine: (engine: MapEngine) => void;
  readonly onClick: (event: ClickEvent, engine: MapEngine) => void;
  readonly onTouch: () => void;
  /** The graphics card has let go of it (false), or it has drawn (true). */
  readonly onContext: (isDrawn: boolean) => void;
};

/** From here the whole neighbourhood of a spot is seen, with its places as circles. */
const SPOT_ZOOM = 16;

/** A map of the wall; where it looks is the step's, until somebody touches it. */
export function WallMap(props: WallMapProps) {
  const { place, unit, theme, layers, scope, view, leader } = props;
  const { city, text } = scope;
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const scale = unit * MAP_PER_UNIT;
  const { rect, padding } = place;
  const map = useMapEngine({
    palette,
    label: text.screen.maps[place.measure],
    camera: null,
    bounds: city.bounds,
    latitude: (city.bounds[1] + city.bounds[3]) / 2,
    wall: {
      enlarged: (style) => enlargedStyle(style, scale),
      pixelRatio: wallPixelRatio(rect.width, rect.height, devicePixelRatio),
    },
    paddingOf: () => padding,
    onRest: () => undefined,
    onClick: props.onClick,
  });
  const { container, engine, rest, failedSources, isAlive } = map;
  const drawing = useWallDrawing({
    map,
    layers,
    palette,
    scale,
    picked: props.picked,
    scope,
  });
  const onEngine = useRef(props.onEngine);
  onEngine.current = props.onEngine;
  const { onContext } = props;
  const isDrawn = isAlive && rest !== null;
  useEffect(() => {
    if (!isAlive) onContext(false);
    else if (isDrawn) onContext(true);
  }, [onContext, isAlive, isDrawn]);
  useEffect(() => {
    if (engine) onEngine.current(engine);
  }, [engine]);
  useEffect(
    () => (engine && leader && leader !== engine ? linkCameras(leader, engine) : undefined),
    [engine, leader],
  );
  const isFollowing = leader !== null && leader !== engine;
  useEffect(() => {
    if (!engine || !view || isFollowing) return;
    if ("bounds" in view.target) engine.fit(view.target.bounds);
    else {
      const [lng, lat] = view.target.at;
      engine.fit([lng, lat, lng, lat], SPOT_ZOOM + Math.log2(scale));
    }
  }, [engine, view, isFollowing, scale]);
  const ground = failedSources.includes(BASEMAP) ? [text.map.ground] : [];
  const failed = useHeldNotice([...namesOf(drawing.failed, text), ...ground].join("、"));
  const missing = missingLayers(layers).join("、");
  return (
    <div
      className="wall-map"
      style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
      onPointerDown={props.onTouch}
      onWheel={props.onTouch}
    >
      <div
        ref={container}
        className="map"
        data-testid={`wall-map-${place.measure}`}
        data-drawn={drawing.drawn}
        data-as-of={drawing.asOf}
        data-camera={rest ? cameraText(rest.camera) : undefined}
      />
      <div
        className="wall-map-notices"
        style={{ left: padding.left, bottom: padding.bottom }}
        aria-live="polite"
      >
        {!isAlive && <p>{text.screen.mapLost}</p>}
        {failed !== "" && <p>{text.screen.layersFailed(failed)}</p>}
        {missing !== "" && <p>{text.screen.layerMissing(missing)}</p>}
      </div>
      {place.measure !== "both" && (
        <h2 className="wall-map-title" style={{ left: padding.left }}>
          {mapTitle(layers, place.measure, text)}
          {place.measure === "recurrence" && <small>{text.screen.maps.recurrenceNote}</small>}
        </h2>
      )}
      {rest && place.measure !== "recurrence" && (
        <NewPing camera={rest.camera} width={rect.width} height={rect.height} />
      )}
      <WallBoundary instead={<p className="wall-attribution">{text.screen.panelBroken}</p>}>
        <LegendStrip
          place={place}
          rect={rect}
          layers={layers}
          zoom={deskZoom(rest?.camera.zoom ?? 12, scale)}
          scope={scope}
        />
      </WallBoundary>
      <p className="wall-attribution">{city.attribution}</p>
    </div>
  );
}

/** Zones and their names are two layers with one title. */
function namesOf(layers: readonly MapLayer[], text: ScreenScope["text"]): readonly string[] {
  return [...new Set(layers.map((layer) => layer.title(text)))];
}

/** What failed is told until it has come again for a moment: a wall does not blink. */
function useHeldNotice(words: string): string {
  const [held, setHeld] = useState(words);
  useEffect(() => {
    if (words === held) return;
    const timer = setTimeout(() => setHeld(words), 500);
    return () => clearTimeout(timer);
  }, [words, held]);
  return held;
}
