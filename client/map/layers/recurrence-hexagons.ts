import { PolygonLayer } from "@deck.gl/layers";
import type { RecurrenceCells, RecurrenceLegend } from "../../../domain/contract/recurrence.ts";
import { bandOf } from "../../../domain/heat-ramp.ts";
import { cellsQuery, legendQuery } from "../../api/queries.ts";
import { rgb, rgba } from "../palette.ts";
import { slotOf } from "../slots.ts";
import { hexResolution, PLACES_FROM_ZOOM } from "../zoom-steps.ts";
import { before, type Drawing, defineLayer } from "./layer.ts";

type Data = { readonly cells: RecurrenceCells; readonly breaks: readonly number[] };
type Cell = RecurrenceCells[number];

/** Recurrences per 30 days and km² of each cell's true area, in fixed bands. */
export const recurrenceHexagons = defineLayer({
  id: "hexagons",
  title: (text) => text.layers.hexagons,
  band: "areas",
  exclusive: "density",
  isDefault: true,
  maxZoom: PLACES_FROM_ZOOM,
  query: ({ filter, zoom, client }) => {
    const resolution = hexResolution(zoom);
    const cells = cellsQuery(filter, resolution);
    return {
      queryKey: ["hexagons", ...cells.queryKey],
      queryFn: async (): Promise<Data> => {
        const [legend, found] = await Promise.all([
          client.ensureQueryData(legendQuery(filter)),
          client.ensureQueryData(cells),
        ]);
        return { cells: found, breaks: breaksOf(legend, resolution) };
      },
    };
  },
  draw: ({ cells, breaks }: Data, { palette, picked }): Drawing => ({
    deck: [
      new PolygonLayer<Cell>({
        id: `hexagons-cells-${palette.theme}`,
        data: cells.filter(({ rate }) => bandOf(rate, breaks) >= 0),
        pickable: true,
        getPolygon: ({ boundary }) => inset(boundary),
        stroked: false,
        getFillColor: ({ rate }) => {
          const colour = palette.heat[bandOf(rate, breaks)] ?? "#000000";
          return palette.hexMultiplies
            ? ink(colour, palette.hexAlpha)
            : rgba(colour, palette.hexAlpha);
        },
        updateTriggers: { getFillColor: breaks.join() },
        ...(palette.hexMultiplies && { parameters: MULTIPLY }),
        ...before(slotOf("areas")),
      }),
      new PolygonLayer<Cell>({
        id: `hexagons-picked-${palette.theme}`,
        data: cells.filter(({ h3 }) => picked?.kind === "hexagon" && picked.id === h3),
        getPolygon: ({ boundary }) => inset(boundary),
        filled: false,
        getLineColor: rgb(palette.selectedRing),
        getLineWidth: 2.5,
        lineWidthUnits: "pixels",
        ...before(slotOf("areas")),
      }),
    ],
  }),
  pick: (object) => ({ kind: "hexagon", id: (object as Cell).h3 }),
});

/** Result = backdrop × colour: darkens like ink, so that streets stay visible. */
const MULTIPLY = {
  blend: true,
  blendColorOperation: "add",
  blendColorSrcFactor: "dst",
  blendColorDstFactor: "zero",
  blendAlphaOperation: "add",
  blendAlphaSrcFactor: "zero",
  blendAlphaDstFactor: "one",
} as const;

/** What white becomes under a colour of that alpha: the factor of a multiplying ink. */
function ink(colour: string, alpha: number): [number, number, number, number] {
  const [r, g, b] = rgb(colour).map((value) => Math.round(255 - (255 - value) * alpha));
  return [r ?? 255, g ?? 255, b ?? 255, 255];
}

function breaksOf({ hexagons }: RecurrenceLegend, resolution: number): readonly number[] {
  return hexagons.find((scale) => scale.resolution === resolution)?.breaks ?? [];
}

const INSET = 0.965;

/** The cell drawn a little smaller than it is, so that neighbours stay apart. */
function inset(ring: Cell["boundary"]): Cell["boundary"] {
  const corners = ring.slice(0, -1);
  const lng = corners.reduce((sum, [x]) => sum + x, 0) / corners.length;
  const lat = corners.reduce((sum, [, y]) => sum + y, 0) / corners.length;
  return ring.map(([x, y]) => [lng + (x - lng) * INSET, lat + (y - lat) * INSET]);
}
