import { useEffect, useMemo } from "react";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import type { Drawing } from "../../map/layers/layer.ts";
import { type MapPalette, mapPalette } from "../../map/palette.ts";
import { useMapEngine } from "../../map/use-map-engine.ts";
import { degreesOf, type RoundStop } from "../../state/round-stops.ts";
import { useFieldText } from "../../text/field-text.ts";
import { useFieldCity } from "./field-city.ts";

type Degrees = readonly [lng: number, lat: number];

type RoundMapProps = {
  readonly stops: readonly RoundStop[];
  /** Where the inspector is; null: not known. */
  readonly here: Degrees | null;
};

const PADDING = { top: 36, right: 36, bottom: 36, left: 36 };
/** About 300 m: a map of one stop shows its street. */
const MARGIN_DEGREES = 0.003;

/** The stops with their numbers, joined in the order to visit them. */
export function RoundMap({ stops, here }: RoundMapProps) {
  const { round: text } = useFieldText();
  const { city, theme } = useFieldCity();
  const path = useMemo(
    () =>
      stops.flatMap(({ visit }): Degrees[] => {
        const degrees = degreesOf(visit.feature);
        return degrees ? [degrees] : [];
      }),
    [stops],
  );
  const bounds = boundsOf(here ? [here, ...path] : path) ?? city.bounds;
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const { container, sync } = useMapEngine({
    palette,
    label: text.mapLabel,
    camera: null,
    bounds,
    latitude: (bounds[1] + bounds[3]) / 2,
    paddingOf: () => PADDING,
    onRest: () => undefined,
    onClick: () => undefined,
  });
  useEffect(() => {
    sync?.want([{ id: "round", band: "feedback", drawing: drawingOf(path, here, palette) }]);
  }, [sync, path, here, palette]);
  return (
    <>
      <div className="field-map" ref={container} data-testid="round-map" />
      <p className="field-facts">{city.attribution}</p>
    </>
  );
}

function drawingOf(path: readonly Degrees[], here: Degrees | null, palette: MapPalette): Drawing {
  const line = {
    type: "Feature" as const,
    properties: {},
    geometry: {
      type: "LineString" as const,
      coordinates: [...(here ? [here] : []), ...path].map(copied),
    },
  };
  const stops = path.map((at, i) => pointOf(at, { number: String(i + 1) }));
  const me = here ? [pointOf(here, {})] : [];
  return {
    sources: {
      "round-line": { type: "geojson", data: { type: "FeatureCollection", features: [line] } },
      "round-stops": { type: "geojson", data: { type: "FeatureCollection", features: stops } },
      "round-me": { type: "geojson", data: { type: "FeatureCollection", features: me } },
    },
    style: [
      {
        id: "round-path",
        type: "line",
        source: "round-line",
        layout: { "line-cap": "round", "line-join": "round" },
        paint: { "line-color": palette.accent, "line-width": 3, "line-dasharray": [1, 1.6] },
      },
      {
        id: "round-me-dot",
        type: "circle",
        source: "round-me",
        paint: {
          "circle-radius": 7,
          "circle-color": palette.closed,
          "circle-stroke-color": palette.ringCase,
          "circle-stroke-width": 3,
        },
      },
      {
        id: "round-dots",
        type: "circle",
        source: "round-stops",
        paint: {
          "circle-radius": 13,
          "circle-color": palette.accent,
          "circle-stroke-color": palette.ringCase,
          "circle-stroke-width": 2,
        },
      },
      {
        id: "round-numbers",
        type: "symbol",
        source: "round-stops",
        layout: {
          "text-field": ["get", "number"],
          "text-font": ["Noto Sans SC Bold"],
          "text-size": 14,
          "text-allow-overlap": true,
          "text-ignore-placement": true,
        },
        paint: { "text-color": palette.ringCase },
      },
    ],
  };
}

function pointOf(at: Degrees, properties: Readonly<Record<string, string>>) {
  const geometry = { type: "Point" as const, coordinates: copied(at) };
  return { type: "Feature" as const, properties, geometry };
}

function copied([lng, lat]: Degrees): [number, number] {
  return [lng, lat];
}

function boundsOf(path: readonly Degrees[]): Bounds | null {
  if (path.length === 0) return null;
  const lngs = path.map(([lng]) => lng);
  const lats = path.map(([, lat]) => lat);
  return [
    Math.min(...lngs) - MARGIN_DEGREES,
    Math.min(...lats) - MARGIN_DEGREES,
    Math.max(...lngs) + MARGIN_DEGREES,
    Math.max(...lats) + MARGIN_DEGREES,
  ];
}
