import { useEffect, useMemo } from "react";
import type { CityManifest } from "../../domain/contract/city.ts";
import type { Spot } from "../api/report-queries.ts";
import type { Theme } from "../app/theme.ts";
import type { Drawing } from "../map/layers/layer.ts";
import { type MapPalette, mapPalette } from "../map/palette.ts";
import { useMapEngine } from "../map/use-map-engine.ts";

export type SpotMapProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly position: Spot | null;
  /** Of what is known about the spot. */
  readonly others: readonly Spot[];
  /** At which the spot is shown that is known already. */
  readonly zoom: number;
  readonly label: string;
  readonly hint: string;
  readonly onPick: (spot: Spot) => void;
};

const PADDING = { top: 12, right: 12, bottom: 12, left: 12 };

/** A map to tap at the spot, with what is known about it. */
export function SpotMap(props: SpotMapProps) {
  const { city, theme, position, others, zoom, label, hint, onPick } = props;
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const { bounds } = city;
  const { container, engine, sync } = useMapEngine({
    palette,
    label,
    camera: position && { lng: position[0], lat: position[1], zoom },
    bounds,
    latitude: (bounds[1] + bounds[3]) / 2,
    paddingOf: () => PADDING,
    onRest: () => undefined,
    onClick: ({ lng, lat }) => onPick([lng, lat]),
  });
  useEffect(() => engine?.setCursor("crosshair"), [engine]);
  useEffect(() => {
    if (!sync) return;
    const { section } = palette;
    const otherRings = { radius: 6, color: "#ffffff", edge: section, edgeWidth: 2.5 };
    const spotDot = { radius: 9, color: section, edge: "#ffffff", edgeWidth: 3 };
    const spots = position === null ? [] : [position];
    sync.want([
      { id: "others", band: "points", drawing: dots("others", others, otherRings) },
      { id: "spot", band: "feedback", drawing: dots("spot", spots, spotDot) },
    ]);
  }, [sync, position, others, palette]);
  return (
    <>
      <div className="street-map" ref={container} data-testid="spot-map" />
      <p className="street-map-words">
        {hint} {city.attribution}
      </p>
    </>
  );
}

type Dot = {
  readonly radius: number;
  readonly color: MapPalette["section"];
  readonly edge: MapPalette["section"];
  readonly edgeWidth: number;
};

function dots(id: string, spots: readonly Spot[], dot: Dot): Drawing {
  const features = spots.map((spot) => ({
    type: "Feature" as const,
    geometry: { type: "Point" as const, coordinates: [...spot] },
    properties: {},
  }));
  const source = `${id}-points`;
  return {
    sources: { [source]: { type: "geojson", data: { type: "FeatureCollection", features } } },
    style: [
      {
        id: `${id}-marks`,
        type: "circle",
        source,
        paint: {
          "circle-radius": dot.radius,
          "circle-color": dot.color,
          "circle-stroke-color": dot.edge,
          "circle-stroke-width": dot.edgeWidth,
        },
      },
    ],
  };
}
