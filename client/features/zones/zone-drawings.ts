import type { Feature, FeatureCollection, Geometry, Point } from "geojson";
import { type ZoneLevel, zoneLevels } from "../../../domain/grid-zone.ts";
import { interiorPosition } from "../../../domain/spatial/interior-position.ts";
import { signedArea } from "../../../domain/zone-edit/trace-rings.ts";
import { partsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import type { Drawing } from "../../map/layers/layer.ts";
import { type MapPalette, rgb } from "../../map/palette.ts";
import { zoneBorders } from "../../map/zone-borders.ts";

/** How an area is told apart; the picked one and marked ones by their outline as well. */
export type Tint = "plain" | "picked" | "marked" | "new" | "changed";

const LINE_WIDTH: Readonly<Record<ZoneLevel, number>> = { zone: 2.4, community: 1.5, cell: 0.9 };

/** Areas that answer to the pointer, tinted. Layer and source go by the ids that the map listens to. */
export function areasDrawing(
  zones: readonly ZoneShape[],
  tintOf: (zone: ZoneShape) => Tint,
  palette: MapPalette,
): Drawing {
  const data = collection(
    zones.map(({ id, name, geometry }, i) =>
      feature(geometry, { id, name, tint: tintOf(zones[i] as ZoneShape) }),
    ),
  );
  const soft = (alpha: number) => `rgba(${rgb(palette.accent).join()},${alpha})`;
  return {
    sources: { "zones-areas": { type: "geojson", data, promoteId: "id" } },
    style: [
      {
        id: "zones-area",
        type: "fill",
        source: "zones-areas",
        paint: {
          "fill-color": [
            "case",
            ["boolean", ["feature-state", "hover"], false],
            soft(0.16),
            [
              "match",
              ["get", "tint"],
              "picked",
              soft(0.2),
              "marked",
              soft(0.34),
              "new",
              soft(0.12),
              "changed",
              soft(0.05),
              "rgba(0,0,0,0)",
            ],
          ],
        },
      },
    ],
  };
}

/** Borders of a level and of those above it, each shared one once. */
export function bordersDrawing(
  zones: readonly ZoneShape[],
  level: ZoneLevel,
  palette: MapPalette,
): Drawing {
  const shown = zoneLevels.slice(0, zoneLevels.indexOf(level) + 1).toReversed();
  const sources: Record<string, NonNullable<Drawing["sources"]>[string]> = {};
  for (const each of shown) {
    sources[`borders-${each}`] = { type: "geojson", data: bordersOf(zones, each) };
  }
  return {
    sources,
    style: shown.flatMap((each) => [
      {
        id: `borders-${each}-case`,
        type: "line" as const,
        source: `borders-${each}`,
        layout: { "line-join": "round" as const },
        paint: { "line-color": palette.zoneCase, "line-width": LINE_WIDTH[each] + 1.6 },
      },
      {
        id: `borders-${each}-line`,
        type: "line" as const,
        source: `borders-${each}`,
        layout: { "line-join": "round" as const },
        paint: { "line-color": palette.zoneLine, "line-width": LINE_WIDTH[each] },
      },
    ]),
  };
}

/** The outline of what is picked or marked. */
export function outlinesDrawing(zones: readonly ZoneShape[], palette: MapPalette): Drawing {
  return {
    sources: {
      outlines: {
        type: "geojson",
        data: collection(zones.map(({ geometry }) => feature(geometry))),
      },
    },
    style: [
      {
        id: "outlines-line",
        type: "line",
        source: "outlines",
        layout: { "line-join": "round" },
        paint: { "line-color": palette.accent, "line-width": 2.6 },
      },
    ],
  };
}

export function namesDrawing(zones: readonly ZoneShape[], palette: MapPalette): Drawing {
  const data = collection(zones.map(({ name, geometry }) => feature(middleOf(geometry), { name })));
  return {
    sources: { names: { type: "geojson", data } },
    style: [
      {
        id: "names-text",
        type: "symbol",
        source: "names",
        layout: {
          "text-field": ["get", "name"],
          "text-font": ["Noto Sans SC Regular"],
          "text-size": 12,
          "text-padding": 6,
          "text-max-width": 9,
        },
        paint: {
          "text-color": palette.label,
          "text-halo-color": palette.halo,
          "text-halo-width": 1.8,
        },
      },
    ],
  };
}

/** What is wrong, where it is: its ground where that is known, and a ring around it that is seen from afar. */
export function findingDrawing(
  ground: Geometry | null,
  at: readonly [number, number],
  palette: MapPalette,
): Drawing {
  const dot = feature({ type: "Point", coordinates: [...at] });
  return {
    sources: {
      "finding-ground": { type: "geojson", data: collection(ground ? [feature(ground)] : []) },
      "finding-dot": { type: "geojson", data: collection([dot]) },
    },
    style: [
      {
        id: "finding-fill",
        type: "fill",
        source: "finding-ground",
        paint: { "fill-color": palette.overdue, "fill-opacity": 0.45 },
      },
      {
        id: "finding-line",
        type: "line",
        source: "finding-ground",
        paint: { "line-color": palette.overdue, "line-width": 2 },
      },
      {
        id: "finding-ring",
        type: "circle",
        source: "finding-dot",
        paint: {
          "circle-radius": 16,
          "circle-color": "rgba(0,0,0,0)",
          "circle-stroke-color": palette.overdue,
          "circle-stroke-width": 2.5,
        },
      },
    ],
  };
}

/** One position for a name, inside the largest part: an area as such would be named once a tile. */
function middleOf(geometry: ZoneShape["geometry"]): Point {
  const [largest = []] = partsOf(geometry).toSorted(
    (a, b) => Math.abs(signedArea(b[0] ?? [])) - Math.abs(signedArea(a[0] ?? [])),
  );
  return { type: "Point", coordinates: [...interiorPosition(largest)] };
}

function bordersOf(zones: readonly ZoneShape[], level: ZoneLevel): Feature {
  const { lines } = zoneBorders({ features: zones.filter((zone) => zone.level === level) });
  return feature({ type: "MultiLineString", coordinates: [...lines] });
}

function feature(geometry: Geometry, properties: Record<string, string> = {}): Feature {
  return { type: "Feature", geometry, properties };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
