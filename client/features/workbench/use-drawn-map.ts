import { useEffect, useMemo } from "react";
import type { MapLayer, View } from "../../map/layers/layer.ts";
import type { MapPalette } from "../../map/palette.ts";
import { useMapDrawings } from "../../map/use-map-drawings.ts";
import type { Rest, RunningMap } from "../../map/use-map-engine.ts";
import { classesParam } from "../../state/shown-classes.ts";
import { readDutyColour, readPicked } from "../../state/url-state.ts";
import { useFilter, useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";

type Wanted = {
  readonly layers: readonly MapLayer[];
  readonly rest: Rest | null;
  readonly palette: MapPalette;
  /** What is picked, as the address has it. */
  readonly picked: string | undefined;
};

/** Loads and draws layers on a map under the page's filter; nothing before its camera is known. */
export function useDrawnMap(
  { sync, failedSources }: Pick<RunningMap, "sync" | "failedSources">,
  { layers, rest, palette, picked }: Wanted,
): { drawn: string; failed: readonly MapLayer[] } {
  const text = useText();
  const [url] = useWorkbenchUrl();
  const { city } = useRunning();
  const filter = useFilter();
  const latitude = (city.bounds[1] + city.bounds[3]) / 2;
  const zoom = rest?.camera.zoom ?? 11;
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
    layers: rest ? layers : [],
    filter,
    bounds: rest?.bounds ?? city.bounds,
    zoom,
    picked,
    classes: classesParam(url.class),
    colour: readDutyColour(url.colour),
    view,
    failedSources,
  });
  useEffect(() => sync?.want(drawings), [sync, drawings]);
  return { drawn: drawings.map(({ id }) => id).join(" "), failed };
}
