import { useEffect, useMemo } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { Spot } from "../../api/report-queries.ts";
import type { Theme } from "../../app/theme.ts";
import type { Drawing } from "../../map/layers/layer.ts";
import { type MapPalette, mapPalette } from "../../map/palette.ts";
import { useMapEngine } from "../../map/use-map-engine.ts";
import { useReportText } from "../../text/report-text.ts";

type PickMapProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly position: Spot | null;
  readonly onPick: (spot: Spot) => void;
};

const PADDING = { top: 12, right: 12, bottom: 12, left: 12 };
const NEAR_ZOOM = 16.5;

/** A map to tap where the problem is. */
export function PickMap({ city, theme, position, onPick }: PickMapProps) {
  const text = useReportText();
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
    sync.want([{ id: "spot", band: "points", drawing: spotDrawing(position, palette) }]);
  }, [sync, position, palette]);
  return (
    <>
      <div className="report-map" ref={container} data-testid="pick-map" />
      <p className="muted report-map-words">
        {text.mapHint} {city.attribution}
      </p>
    </>
  );
}

function spotDrawing(position: Spot | null, palette: MapPalette): Drawing {
  const features =
    position === null
      ? []
      : [
          {
            type: "Feature" as const,
            geometry: { type: "Point" as const, coordinates: [...position] },
            properties: {},
          },
        ];
  return {
    sources: { "spot-point": { type: "geojson", data: { type: "FeatureCollection", features } } },
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
