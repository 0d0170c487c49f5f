import type { FeatureCollection, Point } from "geojson";
import polylabel from "polylabel";
import type { ZoneBody, ZoneList } from "../../../domain/contract/zones.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { count } from "../../../domain/text/count.ts";
import { blocksOfView, clustersQuery } from "../../api/cluster-blocks.ts";
import { zonesQuery } from "../../api/queries.ts";
import tokens from "../../app/tokens.json";
import type { Text } from "../../text/zh-cn.ts";
import { MARK_RADIUS_PX } from "../class-marks.ts";
import type { DutyPainting } from "../duty-painting.ts";
import { paintingQuery } from "../painting-query.ts";
import { type LabelRequest, type Obstacle, placeLabels } from "../place-labels.ts";
import { recurringMarksQuery } from "../recurring-marks.ts";
import { ringObstacles } from "../ring-obstacles.ts";
import { viewPixels } from "../view-pixels.ts";
import { type Drawing, defineLayer, type Scope } from "./layer.ts";

type Data = {
  readonly zones: ZoneList;
  /** Where the ground is coloured by who answers for it. */
  readonly painting: DutyPainting | null;
  readonly obstacles: readonly Obstacle[];
  readonly bounds: Bounds;
  readonly zoom: number;
};

const [, BOX_HEIGHT = 36] = tokens.map.label.zoneBox.desk;
/** Width of a character of the name and of the lead, px. */
const [NAME_PX, LEAD_PX] = [14.6, 13.2];
const HIDDEN_FROM_ZOOM = 15.5;

/** Name of the zone in bold with its lead below, inside the zone and clear of rings. */
export const zoneLabels = defineLayer({
  id: "zone-labels",
  title: (text) => text.layers.zones,
  band: "labels",
  isDefault: true,
  maxZoom: HIDDEN_FROM_ZOOM,
  query: (scope) => {
    const { filter, bounds, zoom, colour, client } = scope;
    const zones = zonesQuery(filter, "zone");
    const painted = paintingQuery(colour, filter, client);
    const around = obstaclesQueries(scope);
    const view = bounds.map((v) => v.toFixed(4)).join();
    return {
      queryKey: ["zone-labels", filter, colour, around.key, view, zoom.toFixed(2)],
      queryFn: async (): Promise<Data> => {
        const [found, painting, obstacles] = await Promise.all([
          client.ensureQueryData(zones),
          client.ensureQueryData(painted),
          around.load(),
        ]);
        return { zones: found, painting, obstacles, bounds, zoom };
      },
    };
  },
  draw: (data: Data, { palette, text }): Drawing => ({
    sources: {
      "zone-labels-points": { type: "geojson", data: labelPoints(data, text) },
    },
    style: [
      {
        id: "zone-labels-text",
        type: "symbol",
        source: "zone-labels-points",
        layout: {
          "text-field": [
            "format",
            ["get", "name"],
            { "text-font": ["literal", ["Noto Sans SC Bold"]], "font-scale": 1.1 },
            ["get", "lead"],
            { "text-font": ["literal", ["Noto Sans SC Regular"]], "font-scale": 1 },
          ],
          "text-font": ["Noto Sans SC Regular"],
          "text-size": 13,
          "text-line-height": 1.25,
          "text-allow-overlap": true,
          "text-ignore-placement": true,
        },
        paint: {
          "text-color": palette.label,
          "text-halo-color": palette.halo,
          "text-halo-width": 1.8,
        },
      },
    ],
  }),
});

/** Rings and class marks, where they are drawn: labels keep clear of them. */
function obstaclesQueries(scope: Scope) {
  const { filter, ringFilter = filter, bounds, zoom, drawn, client } = scope;
  const clusters = clustersQuery(client, ringFilter, blocksOfView(bounds, zoom));
  const marks = recurringMarksQuery(scope);
  const pixels = viewPixels(zoom);
  const hasRings = drawn.has("clusters");
  const hasMarks = drawn.has("recurring");
  return {
    key: [hasRings && clusters.queryKey[2], hasMarks && marks.queryKey],
    load: async (): Promise<Obstacle[]> => {
      // Names are worth more than keeping clear of what did not come.
      const rings = hasRings ? await client.ensureQueryData(clusters).catch(() => []) : [];
      const placed = hasMarks ? await client.ensureQueryData(marks).catch(() => null) : null;
      const classes = (placed?.marks ?? []).map(({ place, offset }) => ({
        x: pixels.x(place.position[0]) + offset[0],
        y: pixels.y(place.position[1]) + offset[1],
        radius: MARK_RADIUS_PX,
      }));
      return [...ringObstacles(rings, pixels), ...classes];
    },
  };
}

/** Positions are sought in px of the settled view and handed over in degrees. */
function labelPoints({ zones, painting, obstacles, bounds, zoom }: Data, text: Text) {
  const formsOf = (zone: ZoneBody) => holderForms(holderNames(zone, painting, text), text);
  const pixels = viewPixels(zoom);
  const flat = ([lng = 0, lat = 0]: readonly number[]) =>
    [pixels.x(lng), pixels.y(lat)] as [number, number];
  const requests = zones.features.map(({ geometry, properties }): LabelRequest => {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const largest = parts.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0] ?? [];
    const rings = largest.map((ring) => ring.map(flat));
    const [x = 0, y = 0] = polylabel(rings, 4);
    const name = properties.name.length * NAME_PX;
    const forms = formsOf(properties).map((lead) => ({
      width: Math.max(name, lead.length * LEAD_PX),
      height: lead === "" ? BOX_HEIGHT / 2 : BOX_HEIGHT,
    }));
    return { rings, anchor: [x, y], forms };
  });
  const [west, south, east, north] = bounds;
  const window = [pixels.x(west), pixels.y(north), pixels.x(east), pixels.y(south)] as const;
  const spots = placeLabels(requests, obstacles, window);
  const labels: FeatureCollection<Point> = { type: "FeatureCollection", features: [] };
  zones.features.forEach(({ properties }, i) => {
    const spot = spots[i];
    if (!spot) return;
    const [x, y] = spot.at;
    const lead = formsOf(properties)[spot.form] ?? "";
    labels.features.push({
      type: "Feature",
      properties: { name: properties.name, lead: lead === "" ? "" : `\n${lead}` },
      geometry: { type: "Point", coordinates: [pixels.lng(x), pixels.lat(y)] },
    });
  });
  return labels;
}

/** Who leads the zone, or whom its colour stands for; in either case somebody, or words for nobody. */
function holderNames(
  { id, leads }: ZoneBody,
  painting: DutyPainting | null,
  text: Text,
): readonly string[] {
  if (painting === null) return leads.length > 0 ? leads : [text.zone.noLead];
  const holders = painting.zones.find((zone) => zone.id === id)?.holders ?? [];
  if (holders.length === 0) return [painting.by === "unit" ? text.filter.noUnit : text.zone.noLead];
  return holders.map(({ name, open }) =>
    open === null ? name : `${name} · ${count(open)} ${text.unit.items}`.trim(),
  );
}

/** In full, in short, and not at all. */
function holderForms(names: readonly string[], { zone: text }: Text): string[] {
  const [first = ""] = names;
  const short = names.length > 1 ? [text.leadAndOthers(first, names.length)] : [];
  return [names.join("、"), ...short, ""];
}
