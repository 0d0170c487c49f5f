import { useEffect } from "react";
import { compared } from "../../../map/layers/registry.ts";
import { linkCameras } from "../../../map/link-cameras.ts";
import type { MapEngine, Padding } from "../../../map/map-engine.ts";
import type { MapPalette } from "../../../map/palette.ts";
import { type Rest, useMapEngine } from "../../../map/use-map-engine.ts";
import { useRunning, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { MapNotices } from "../map-notices.tsx";
import { useDrawnMap } from "../use-drawn-map.ts";
import { useMapClick } from "../use-map-click.ts";

type ReportedMapProps = {
  readonly main: MapEngine;
  readonly rest: Rest | null;
  readonly palette: MapPalette;
  /** What of it is seen from the left, as a share of its width; null for all. */
  readonly clip: number | null;
};

/** What both maps lack, the page's own names. */
const NONE: readonly string[] = [];

const noPadding = (): Padding => ({ top: 0, right: 0, bottom: 0, left: 0 });

/** The second map: where most is reported. It moves with the page's own and is drawn for the same rest. */
export function ReportedMap({ main, rest, palette, clip }: ReportedMapProps) {
  const text = useText();
  const { city } = useRunning();
  const [url] = useWorkbenchUrl();
  const map = useMapEngine({
    palette,
    label: text.compare.reported,
    camera: main.camera,
    bounds: city.bounds,
    latitude: (city.bounds[1] + city.bounds[3]) / 2,
    paddingOf: noPadding,
    onRest: () => undefined,
    onClick: useMapClick(),
  });
  const { container, engine } = map;
  const { drawn, failed } = useDrawnMap(map, {
    layers: compared.reported,
    rest,
    palette,
    picked: url.pick,
  });
  useEffect(() => (engine ? linkCameras(main, engine) : undefined), [main, engine]);
  return (
    <div
      className="map reported-map"
      style={clip === null ? {} : { clipPath: `inset(0 ${100 * (1 - clip)}% 0 0)` }}
    >
      <div ref={container} className="map" data-testid="reported-map" data-drawn={drawn} />
      <MapNotices failed={failed} failedSources={NONE} isAlive={map.isAlive} isRelocating={false} />
    </div>
  );
}
