import { useEffect, useMemo } from "react";
import { mapPalette } from "../../../map/palette.ts";
import { useMapEngine } from "../../../map/use-map-engine.ts";
import { useLook } from "../../../shell/look.ts";
import { MapButtons } from "../../../shell/map-buttons.tsx";
import { type AdsPicked, readAdsCamera } from "../../../state/ads-url.ts";
import { cameraText } from "../../../state/url-state.ts";
import { useRunning } from "../../../state/workbench-state.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useAdWords } from "../use-ad-words.ts";
import { AdsLegend } from "./ads-legend.tsx";
import { densityColours } from "./density-colours.ts";
import { findAtPosition } from "./find-marks.ts";
import { MapModes } from "./map-modes.tsx";
import { MapNotices } from "./map-notices.tsx";
import { serveMarkImages } from "./mark-images.ts";
import { PickedCard } from "./picked-card.tsx";
import type { RoadLook } from "./road-drawings.ts";
import { useAdsDrawings } from "./use-ads-drawings.ts";
import { useDestination } from "./use-destination.ts";
import { useHoverWords } from "./use-hover-words.ts";
import { useMarkPlaces } from "./use-mark-places.ts";

const PADDING = { top: 64, right: 40, bottom: 56, left: 40 };

/** Roads by how they fare, what stands along them, what a plan would add. */
export function AdsMap() {
  const { city } = useRunning();
  const { setEngine } = useAdsDesk();
  const look = useRoadLook();
  const places = useMarkPlaces();
  const { container, engine, sync, isAlive } = useEngine(look);
  useEffect(() => setEngine(engine), [engine, setEngine]);
  useEffect(() => (engine ? serveMarkImages(engine, look.colours) : undefined), [engine, look]);
  const drawings = useAdsDrawings(places, look);
  useEffect(() => sync?.want(drawings), [sync, drawings]);
  useDestination(engine, places);
  const hovered = useHoverWords(engine, useHoveredWords());

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
      <MapNotices isAlive={isAlive} />
      {engine && <MapButtons engine={engine} />}
      <p className="ads-attribution">{city.attribution}</p>
    </div>
  );
}

function useRoadLook(): RoadLook {
  const { theme } = useLook();
  const { city } = useRunning();
  const latitude = (city.bounds[1] + city.bounds[3]) / 2;
  return useMemo(
    () => ({ palette: mapPalette(theme), colours: densityColours(theme), latitude }),
    [theme, latitude],
  );
}

/** The map, which keeps in the address where it looks, and picks what is clicked. */
function useEngine({ palette, latitude }: RoadLook) {
  const text = useAdsText().ads.map;
  const { city } = useRunning();
  const { url, set, pick } = useAdsDesk();
  return useMapEngine({
    palette,
    label: text.label,
    camera: readAdsCamera(url.at),
    bounds: city.bounds,
    latitude,
    paddingOf: () => PADDING,
    onRest: ({ camera }) => set({ at: cameraText(camera) }),
    onClick: ({ lng, lat }, clicked) => pick(findAtPosition(clicked, lng, lat)),
  });
}

/** Nothing for what is picked: its card says it. */
function useHoveredWords(): (found: AdsPicked) => string {
  const { picked } = useAdsDesk();
  const words = useAdWords();
  return (found) => {
    const isPicked = found.kind === picked?.kind && found.id === picked.id;
    return isPicked ? "" : words(found).join(" · ");
  };
}
