import { ScatterplotLayer } from "@deck.gl/layers";
import { placeQuery, problemQuery } from "../../api/queries.ts";
import tokens from "../../app/tokens.json";
import { readPicked } from "../../state/url-state.ts";
import { rgb } from "../palette.ts";
import { slotOf } from "../slots.ts";
import { before, type Drawing, defineLayer, nothing, type Scope } from "./layer.ts";

const { radius, width, haloWidth } = tokens.map.selected;

/** A double ring around what a person looks at; the mark itself is never recoloured. */
export const pickedMark = defineLayer({
  id: "picked",
  title: (text) => text.layers.clusters,
  band: "feedback",
  isDefault: true,
  query: (scope) => ({
    queryKey: ["picked", scope.picked, scope.filter.asOf],
    queryFn: () => positionOf(scope),
  }),
  draw: (position: readonly [number, number] | null, { palette }): Drawing => {
    if (!position) return nothing;
    const ring = (id: string, colour: string, lineWidth: number) =>
      new ScatterplotLayer<readonly [number, number]>({
        id: `picked-${id}-${palette.theme}`,
        data: [position],
        filled: false,
        stroked: true,
        billboard: true,
        radiusUnits: "pixels",
        lineWidthUnits: "pixels",
        getPosition: (at) => [at[0], at[1]],
        getRadius: radius,
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
async function positionOf({ picked: text, filter, client }: Scope) {
  const picked = readPicked(text);
  switch (picked?.kind) {
    case "spot":
      return [picked.lng, picked.lat] as const;
    case "problem": {
      const problem = await client.ensureQueryData(problemQuery(picked.id, filter.asOf));
      return problem.geometry?.coordinates ?? null;
    }
    case "place": {
      const place = await client.ensureQueryData(placeQuery(picked.id, filter));
      return place.position;
    }
    default:
      return null;
  }
}
