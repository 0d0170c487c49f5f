import { useEffect, useMemo, useRef } from "react";
import type { SceneLayer } from "../../../domain/screen/scene.ts";
import { deskZoom, enlargedDrawing, type MapScale } from "../../map/enlarge.ts";
import type { MapLayer, View } from "../../map/layers/layer.ts";
import type { MapPalette } from "../../map/palette.ts";
import type { WantedDrawing } from "../../map/sync-layers.ts";
import { useMapDrawings } from "../../map/use-map-drawings.ts";
import type { RunningMap } from "../../map/use-map-engine.ts";
import { classesParam } from "../../state/shown-classes.ts";
import { readPicked } from "../../state/url-state.ts";
import { wallLayers } from "./map-layers.ts";
import { openFilter, type ScreenScope } from "./screen-scope.ts";
import { useAskedScope } from "./use-asked-scope.ts";

type Wanted = {
  readonly map: Pick<RunningMap, "sync" | "rest" | "failedSources">;
  readonly layers: readonly SceneLayer[];
  readonly palette: MapPalette;
  readonly scale: MapScale;
  readonly picked: string | undefined;
  readonly scope: ScreenScope;
};

/** Draws a step's layers on a wall's map, as a desk would at the same ground, and larger. */
export function useWallDrawing({ map, layers, palette, scale, picked, scope }: Wanted): {
  drawn: string;
  /** The moment that all of it is of. */
  asOf: string | undefined;
  failed: readonly MapLayer[];
} {
  const { sync, rest, failedSources } = map;
  const names = layers.join();
  const { asOf: _, ...lasting } = scope.filter;
  const topic = JSON.stringify(lasting);
  const { asked, settle } = useAskedScope(scope, `${names} ${topic}`);
  const { city, text, filter } = asked;
  const latitude = (city.bounds[1] + city.bounds[3]) / 2;
  const zoom = deskZoom(rest?.camera.zoom ?? 11, scale);
  const view = useMemo(
    (): View => ({
      palette,
      text,
      zoom: Math.floor(zoom),
      latitude,
      picked: readPicked(picked),
      metresPerPixel: (78_271.517 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom,
    }),
    [palette, text, zoom, latitude, picked],
  );
  const shown = useMemo(() => wallLayers(names.split(",") as SceneLayer[], zoom), [names, zoom]);
  const { drawings, failed, isAwaited } = useMapDrawings({
    layers: rest ? shown : [],
    filter,
    ringFilter: openFilter(filter),
    bounds: rest?.bounds ?? city.bounds,
    zoom,
    picked,
    classes: classesParam(undefined),
    colour: layers.includes("responsibility") ? "lead" : null,
    view,
    topic,
    failedSources,
  });
  settle(isAwaited);
  const answered = useRef<string>(undefined);
  if (!isAwaited) answered.current = filter.asOf;
  const larger = useMemo(
    () =>
      drawings.map(
        (wanted): WantedDrawing => ({ ...wanted, drawing: enlargedDrawing(wanted.drawing, scale) }),
      ),
    [drawings, scale],
  );
  useEffect(() => sync?.want(larger), [sync, larger]);
  return { drawn: drawings.map(({ id }) => id).join(" "), asOf: answered.current, failed };
}
