import { ScatterplotLayer } from "@deck.gl/layers";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { problemQuery } from "../../api/queries.ts";
import tokens from "../../app/tokens.json";
import { type Picked, readPicked } from "../../state/url-state.ts";
import { rgb } from "../palette.ts";
import { slotOf } from "../slots.ts";
import { before, type Drawing, defineLayer, nothing } from "./layer.ts";

const { radius, width, haloWidth } = tokens.map.selected;

/** A double ring around what a person looks at; the mark itself is never recoloured. */
export const pickedMark = defineLayer({
  id: "picked",
  title: (text) => text.layers.clusters,
  band: "feedback",
  isDefault: true,
  query: ({ client, picked, filter }) => ({
    queryKey: ["picked", picked, filter.asOf],
    queryFn: async () =>
      positionOf(readPicked(picked), filter.asOf, (query) => client.ensureQueryData(query)),
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

type LoadProblem = (query: ReturnType<typeof problemQuery>) => Promise<ProblemFeature>;

async function positionOf(picked: Picked | null, asOf: string | undefined, load: LoadProblem) {
  if (picked?.kind === "spot") return [picked.lng, picked.lat] as const;
  if (picked?.kind !== "problem") return null;
  const { geometry } = await load(problemQuery(picked.id, asOf));
  return geometry?.coordinates ?? null;
}
