import { ScatterplotLayer } from "@deck.gl/layers";
import type { RecurrenceLegend, RecurrencePlaces } from "../../../domain/contract/recurrence.ts";
import { bandOf } from "../../../domain/heat-ramp.ts";
import { legendQuery, placesQuery } from "../../api/queries.ts";
import { rgba } from "../palette.ts";
import { slotOf } from "../slots.ts";
import { PLACES_FROM_ZOOM } from "../zoom-steps.ts";
import { before, type Drawing, defineLayer } from "./layer.ts";

type Place = RecurrencePlaces["places"][number];
type Data = { readonly places: readonly Place[]; readonly legend: RecurrenceLegend };

const MOST = 1000;

/** Places that recur as circles of their matching radius, filled with the heat band at their anchor. */
export const recurrencePlaces = defineLayer({
  id: "recurring",
  title: (text) => text.layers.recurrencePlaces,
  band: "points",
  isDefault: true,
  minZoom: PLACES_FROM_ZOOM,
  query: ({ filter, bounds, client }) => {
    const inView = { ...filter, bbox: bounds.map((v) => v.toFixed(4)).join() };
    const places = placesQuery(inView, MOST);
    return {
      queryKey: ["recurring", ...places.queryKey],
      queryFn: async (): Promise<Data> => {
        const [legend, found] = await Promise.all([
          client.ensureQueryData(legendQuery(filter)),
          client.ensureQueryData(places),
        ]);
        return { places: found.places, legend };
      },
    };
  },
  draw: ({ places, legend }: Data, { palette, picked }): Drawing => {
    const pickedId = picked?.kind === "place" ? picked.id : -1;
    const { breaks } = legend.kernel;
    const colour = ({ density }: Place) => palette.heat[Math.max(0, bandOf(density, breaks))] ?? "";
    return {
      deck: [
        new ScatterplotLayer<Place>({
          id: `recurring-circles-${palette.theme}`,
          data: places,
          pickable: true,
          stroked: true,
          radiusUnits: "meters",
          lineWidthUnits: "pixels",
          getPosition: ({ position }) => position,
          getRadius: ({ radiusM }) => radiusM,
          getFillColor: (place) =>
            rgba(colour(place), bandOf(place.density, breaks) < 0 ? 0.06 : 0.34),
          getLineColor: (place) =>
            rgba(place.id === pickedId ? palette.accent : colour(place), 0.95),
          getLineWidth: ({ id }) => (id === pickedId ? 2.5 : 1.2),
          updateTriggers: {
            getFillColor: breaks.join(),
            getLineColor: [breaks.join(), pickedId],
            getLineWidth: pickedId,
          },
          ...before(slotOf("lines")),
        }),
      ],
    };
  },
  pick: (object) => ({ kind: "place", id: (object as Place).id }),
});
