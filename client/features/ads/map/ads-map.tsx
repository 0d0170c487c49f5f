import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { zonesQuery } from "../../../api/queries.ts";
import { mapPalette } from "../../../map/palette.ts";
import { useMapEngine } from "../../../map/use-map-engine.ts";
import { useLook } from "../../../shell/look.ts";
import { readAdsCamera } from "../../../state/ads-url.ts";
import { cameraText } from "../../../state/url-state.ts";
import { useRunning } from "../../../state/workbench-state.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useAdWords } from "../use-ad-words.ts";
import { AdsLegend } from "./ads-legend.tsx";
import { densityColours } from "./density-colours.ts";
import { findAtPosition } from "./find-marks.ts";
import { MapButtons } from "./map-buttons.tsx";
import { MapModes } from "./map-modes.tsx";
import { serveMarkImages } from "./mark-images.ts";
import { PickedCard } from "./picked-card.tsx";
import { useAdsDrawings } from "./use-ads-drawings.ts";
import { useDestination } from "./use-destination.ts";
import { useHoverWords } from "./use-hover-words.ts";
import { useMarkPlaces } from "./use-mark-places.ts";

const PADDING = { top: 64, right: 40, bottom: 56, left: 40 };

/** Roads by how they fare, what stands along them, what a plan would add. */
export function AdsMap() {
  const text = useAdsText();
  const { theme } = useLook();
  const { city } = useRunning();
  const { url, set, picked, pick, setEngine } = useAdsDesk();
  const latitude = (city.bounds[1] + city.bounds[3]) / 2;
  const look = useMemo(
    () => ({ palette: mapPalette(theme), colours: densityColours(theme), latitude }),
    [theme, latitude],
  );
  const places = useMarkPlaces();
  const { data: zones } = useQuery(zonesQuery({}, "zone"));
  const { container, engine, sync, isAlive } = useMapEngine({
    palette: look.palette,
    label: text.ads.map.label,
    camera: readAdsCamera(url.at),
    bounds: city.bounds,
    latitude,
    paddingOf: () => PADDING,
    onRest: ({ camera }) => set({ at: cameraText(camera) }),
    onClick: ({ lng, lat }, clicked) => pick(findAtPosition(clicked, lng, lat)),
  });
  useEffect(() => setEngine(engine), [engine, setEngine]);
  useEffect(() => (engine ? serveMarkImages(engine, look.colours) : undefined), [engine, look]);
  const drawings = useAdsDrawings(places, look);
  useEffect(() => sync?.want(drawings), [sync, drawings]);
  useDestination(engine, places, zones);
  const words = useAdWords();
  const hovered = useHoverWords(engine, (found) => {
    const isPicked = found.kind === picked?.kind && found.id === picked.id;
    return isPicked ? "" : words(found).join(" · ");
  });

  return (
    <div className="ads-map">
      <div
        ref={container}
        className="map"
        data-testid="ads-map"
        data-drawn={drawings.map(({ id }) => id).join(" ")}
      />
      <p className="ads-hovered card" ref={hovered} hidden aria-hidden="true" />
      <MapModes />
      <PickedCard engine={engine} places={places} />
      <AdsLegend places={places} />
      {!isAlive && <p className="ads-notice card">{text.async.mapFailed}</p>}
      {engine && <MapButtons engine={engine} />}
      <p className="ads-attribution">{city.attribution}</p>
    </div>
  );
}
