import { apiUrl } from "../../api/http.ts";
import { recurrenceFilter } from "../../state/recurrence-time.ts";
import type { FilterParams } from "../../state/url-state.ts";
import { type Drawing, defineLayer, type View, withoutData } from "./layer.ts";

/** Deepest heat tiles; deeper zooms enlarge them. */
const HEAT_MAX_ZOOM = 18;

/** Smooth kernel density of recurrences: the same colour at a spot at every zoom. */
export const recurrenceHeat = defineLayer({
  id: "heat",
  title: (text) => text.layers.heat,
  band: "areas",
  exclusive: "density",
  isDefault: false,
  query: ({ filter }) => withoutData("heat", recurrenceFilter(filter)),
  draw: ([filter]: readonly unknown[], view): Drawing =>
    raster("heat", "recurrence/heat", filter as FilterParams, view),
});

/** Kernel density of open problems: another measure in another hue, never on top of recurrence. */
export const openBacklog = defineLayer({
  id: "backlog",
  title: (text) => text.layers.backlog,
  band: "areas",
  exclusive: "density",
  isDefault: false,
  query: ({ filter }) => withoutData("backlog", filter),
  draw: ([filter]: readonly unknown[], view): Drawing =>
    raster("backlog", "problems/density", filter as FilterParams, view),
});

/** Kernel density of reports in the unit of recurrence: only ever beside it, to compare. */
export const reportedHeat = defineLayer({
  id: "reported",
  title: (text) => text.compare.reported,
  band: "areas",
  isDefault: false,
  query: ({ filter }) => withoutData("reported", filter),
  draw: ([filter]: readonly unknown[], view): Drawing =>
    raster("reported", "problems/reported", filter as FilterParams, view),
});

/** The source's id carries its address: another filter is another source, faded in over the one before. */
function raster(id: string, path: string, filter: FilterParams, { palette }: View): Drawing {
  const theme = palette.shade;
  const [before, query = ""] = apiUrl(`${path}/{z}/{x}/{y}.png`, { ...filter, theme }).split("?");
  const source = `${id}-tiles`;
  return {
    sources: {
      [source]: {
        type: "raster",
        tiles: [`${location.origin}${before}?${query}`],
        tileSize: 256,
        maxzoom: HEAT_MAX_ZOOM,
      },
    },
    style: [{ id: `${id}-raster`, type: "raster", source, paint: { "raster-fade-duration": 200 } }],
  };
}
