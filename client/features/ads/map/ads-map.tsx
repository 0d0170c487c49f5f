import { useEffect, useMemo } from "react";
import { mapPalette } from "../../../map/palette.ts";
import { useMapEngine } from "../../../map/use-map-engine.ts";
import { useLook } from "../../../shell/look.ts";
import { readAdsCamera } from "../../../state/ads-url.ts";
import { cameraText } from "../../../state/url-state.ts";
import { useRunning } from "../../../state/workbench-state.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";

const PADDING = { top: 28, right: 28, bottom: 28, left: 28 };

/** Roads by how they fare, what stands along them, what a plan would add. */
export function AdsMap() {
  const text = useAdsText();
  const { theme } = useLook();
  const { city } = useRunning();
  const { url, set, overlays, setEngine } = useAdsDesk();
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const { container, engine, sync, isAlive } = useMapEngine({
    palette,
    label: text.ads.map.label,
    camera: readAdsCamera(url.at),
    bounds: city.bounds,
    latitude: (city.bounds[1] + city.bounds[3]) / 2,
    paddingOf: () => PADDING,
    onRest: ({ camera }) => set({ at: cameraText(camera) }),
    onClick: () => undefined,
  });
  useEffect(() => setEngine(engine), [engine, setEngine]);
  useEffect(() => sync?.want(overlays), [sync, overlays]);
  return (
    <div className="ads-map">
      <div ref={container} className="map" data-testid="ads-map" />
      {!isAlive && <p className="ads-notice card">{text.async.mapFailed}</p>}
      <p className="ads-attribution">{city.attribution}</p>
    </div>
  );
}
