import { ScatterplotLayer } from "@deck.gl/layers";
import { placeQuery, problemQuery } from "../../api/queries.ts";
import tokens from "../../app/tokens.json";
import { readPicked } from "../../state/url-state.ts";
import { rgb } from "../palette.ts";
import { slotOf } from "../slots.ts";
import { PLACES_FROM_ZOOM } from "../zoom-steps.ts";
import { before, type Drawing, defineLayer, nothing, type Scope } from "./layer.ts";

const { radius, width, haloWidth } = tokens.map.selected;

/** Where the ring goes; a place that is drawn as a circle of its own radius gets it along that circle. */
type Spot = { readonly position: readonly [number, number]; readonly radiusM: number | null };

/** A double ring around what a person looks at; the mark itself is never recoloured. */
export const pickedMark = defineLayer({
  id: "picked",
  title: (text) => text.layers.clusters,
  band: "feedback",
  isDefault: true,
  query: (scope) => ({
    queryKey: ["picked", scope.picked, scope.filter.asOf],
    queryFn: () => spotOf(scope),
  }),
  draw: (spot: Spot | null, { palette, zoom }): Drawing => {
    if (!spot) return nothing;
    const { radiusM } = spot;
    const isCircle = radiusM !== null && zoom >= PLACES_FROM_ZOOM;
    const ring = (id: string, colour: string, lineWidth: number) =>
      new ScatterplotLayer<Spot>({
        id: `picked-${id}-${palette.theme}`,
        data: [spot],
        filled: false,
        stroked: true,
        billboard: true,
        radiusUnits: isCircle ? "meters" : "pixels",
        lineWidthUnits: "pixels",
        getPosition: ({ position }) => [position[0], position[1]],
        getRadius: isCircle ? radiusM : radius,
        getLineColor: rgb(colour),
        getLineWidth: lineWidth,
        ...before(slotOf("feedback")),
      });
    return {
      deck: [
        ring("halo", palette.selectedHalo, haloWidth),
        ring("ring", palette.selectedRing, width),
      ],
    };
  },
});

/** Null for what is no single spot: areas show what is picked of them themselves. */
async function spotOf({ picked: text, filter, client }: Scope): Promise<Spot | null> {
  const picked = readPicked(text);
  switch (picked?.kind) {
    case "spot":
      return { position: [picked.lng, picked.lat], radiusM: null };
    case "problem": {
      const problem = await client.ensureQueryData(problemQuery(picked.id, filter.asOf));
      const position = problem.geometry?.coordinates;
      return position ? { position, radiusM: null } : null;
    }
    case "place": {
      const place = await client.ensureQueryData(placeQuery(picked.id, filter));
      return { position: place.position, radiusM: place.radiusM };
    }
    default:
      return null;
  }
}
