import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { DutyPainting } from "./duty-painting.ts";
import { hatchLines } from "./hatch-lines.ts";

/** A painting as map features, each with the `colour` of its holder: its number in the palette. */
export type PaintedGround = {
  readonly by: DutyPainting["by"];
  /** Zoom that stripes are a fixed width at. */
  readonly zoom: number;
  readonly fills: FeatureCollection;
  /** Of zones that two share. */
  readonly stripes: FeatureCollection;
  /** Where nobody answers. */
  readonly gaps: FeatureCollection;
};

/** From stripe to stripe, twice the width that they are drawn with; and from line to line of nobody's ground. */
const [STRIPES_PX, HATCH_PX] = [18, 14];
/** Beyond this zoom there are no more stripes, only wider ones. */
const STRIPES_TO_ZOOM = 16;

/** The colour of workload is that of the most burdened: no stripes, the label says who they are. */
export function paintedGround({ by, zones }: DutyPainting, viewZoom: number): PaintedGround {
  const zoom = Math.min(Math.floor(viewZoom), STRIPES_TO_ZOOM);
  const held = zones.filter(({ holders }) => holders.length > 0);
  const shared = by === "load" ? [] : held.filter(({ holders }) => holders.length > 1);
  const unheld = zones.filter(({ holders }) => holders.length === 0);
  return {
    by,
    zoom,
    fills: collection(
      held.map(({ geometry, holders }) => {
        const colours = holders.map(({ colour }) => colour);
        return feature(geometry, by === "load" ? Math.max(...colours) : (colours[0] ?? 0));
      }),
    ),
    stripes: collection(
      shared.map(({ geometry, holders }) =>
        feature(hatchLines(geometry, zoom, STRIPES_PX), holders[1]?.colour ?? 0),
      ),
    ),
    gaps: collection(
      unheld.map(({ geometry }) => feature(hatchLines(geometry, zoom, HATCH_PX), 0)),
    ),
  };
}

function feature(geometry: Geometry, colour: number): Feature {
  return { type: "Feature", properties: { colour }, geometry };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
