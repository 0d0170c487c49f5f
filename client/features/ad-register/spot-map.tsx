import { useEffect, useMemo } from "react";
import type { AdsNear } from "../../../domain/contract/ads-inventory.ts";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { Theme } from "../../app/theme.ts";
import type { Drawing } from "../../map/layers/layer.ts";
import { type MapPalette, mapPalette } from "../../map/palette.ts";
import { useMapEngine } from "../../map/use-map-engine.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";

type Spot = readonly [number, number];

type SpotMapProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly position: Spot | null;
  /** That are known about the spot. */
  readonly others: AdsNear["ads"];
  readonly onPick: (spot: Spot) => void;
};

const PADDING = { top: 12, right: 12, bottom: 12, left: 12 };
const NEAR_ZOOM = 17;

/** A map to tap where the ad stands, with those that are registered about it. */
export function SpotMap({ city, theme, position, others, onPick }: SpotMapProps) {
  const text = useAdRegisterText();
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const { bounds } = city;
  const { container, engine, sync } = useMapEngine({
    palette,
    label: text.mapLabel,
    camera: position && { lng: position[0], lat: position[1], zoom: NEAR_ZOOM },
    bounds,
    latitude: (bounds[1] + bounds[3]) / 2,
    paddingOf: () => PADDING,
    onRest: () => undefined,
    onClick: ({ lng, lat }) => onPick([lng, lat]),
  });
  useEffect(() => engine?.setCursor("crosshair"), [engine]);
  useEffect(() => {
    if (!sync) return;
    sync.want([
      { id: "others", band: "points", drawing: otherDrawing(others, palette) },
      { id: "spot", band: "feedback", drawing: spotDrawing(position, palette) },
    ]);
  }, [sync, position, others, palette]);
  return (
    <>
      <div className="adr-map" ref={container} data-testid="spot-map" />
      <p className="adr-hint">
        {text.mapHint} {city.attribution}
      </p>
    </>
  );
}

function pointsOf(spots: readonly Spot[]) {
  return {
    type: "FeatureCollection" as const,
    features: spots.map((spot) => ({
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: [...spot] },
      properties: {},
    })),
  };
}

function spotDrawing(position: Spot | null, palette: MapPalette): Drawing {
  const data = pointsOf(position === null ? [] : [position]);
  return {
    sources: { "spot-point": { type: "geojson", data } },
    style: [
      {
        id: "spot-mark",
        type: "circle",
        source: "spot-point",
        paint: {
          "circle-radius": 9,
          "circle-color": palette.section,
          "circle-stroke-color": "#ffffff",
          "circle-stroke-width": 3,
        },
      },
    ],
  };
}

function otherDrawing(others: AdsNear["ads"], palette: MapPalette): Drawing {
  const data = pointsOf(others.map(({ ad }) => [ad.position[0], ad.position[1]]));
  return {
    sources: { "others-points": { type: "geojson", data } },
    style: [
      {
        id: "others-marks",
        type: "circle",
        source: "others-points",
        paint: {
          "circle-radius": 6,
          "circle-color": "#ffffff",
          "circle-stroke-color": palette.section,
          "circle-stroke-width": 2.5,
        },
      },
    ],
  };
}
