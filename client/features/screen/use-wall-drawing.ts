import { useEffect, useMemo } from "react";
import type { SceneLayer } from "../../../domain/screen/scene.ts";
import { deskZoom, enlargedDrawing, type MapScale } from "../../map/enlarge.ts";
import type { MapLayer, View } from "../../map/layers/layer.ts";
import type { MapPalette } from "../../map/palette.ts";
import type { LayerSync, WantedDrawing } from "../../map/sync-layers.ts";
import { useMapDrawings } from "../../map/use-map-drawings.ts";
import type { Rest } from "../../map/use-map-engine.ts";
import { classesParam } from "../../state/shown-classes.ts";
import { readPicked } from "../../state/url-state.ts";
import { wallLayers } from "./map-layers.ts";
import { openFilter, type ScreenScope } from "./screen-scope.ts";

type Wanted = {
  readonly sync: LayerSync | null;
  readonly layers: readonly SceneLayer[];
  readonly rest: Rest | null;
  readonly palette: MapPalette;
  readonly scale: MapScale;
  readonly picked: string | undefined;
  readonly scope: ScreenScope;
};

/** Draws a step's layers on a wall's map, as a desk would at the same ground, and larger. */
export function useWallDrawing({ sync, layers, rest, palette, scale, picked, scope }: Wanted): {
  drawn: string;
  failed: readonly MapLayer[];
} {
  const { city, text, filter } = scope;
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
  const names = layers.join();
  const shown = useMemo(() => wallLayers(names.split(",") as SceneLayer[], zoom), [names, zoom]);
  const { drawings, failed } = useMapDrawings({
    layers: rest ? shown : [],
    filter,
    ringFilter: openFilter(filter),
    bounds: rest?.bounds ?? city.bounds,
    zoom,
    picked,
    classes: classesParam(undefined),
    colour: layers.includes("responsibility") ? "lead" : null,
    view,
  });
  const larger = useMemo(
    () =>
      drawings.map(
        (wanted): WantedDrawing => ({ ...wanted, drawing: enlargedDrawing(wanted.drawing, scale) }),
      ),
    [drawings, scale],
  );
  useEffect(() => sync?.want(larger), [sync, larger]);
  return { drawn: drawings.map(({ id }) => id).join(" "), failed };
}
