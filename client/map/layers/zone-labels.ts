import type { FeatureCollection, Point } from "geojson";
import polylabel from "polylabel";
import type { ClusterFeature } from "../../../domain/contract/problems.ts";
import type { ZoneBody, ZoneList } from "../../../domain/contract/zones.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { ringRadiusPx } from "../../../domain/spatial/ring-size.ts";
import { blocksOfView, clustersQuery } from "../../api/cluster-blocks.ts";
import { zonesQuery } from "../../api/queries.ts";
import tokens from "../../app/tokens.json";
import type { Text } from "../../text/zh-cn.ts";
import { type LabelRequest, placeLabels } from "../place-labels.ts";
import { type Drawing, defineLayer } from "./layer.ts";

type Data = {
  readonly zones: ZoneList;
  readonly clusters: readonly ClusterFeature[];
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
  query: ({ filter, bounds, zoom, client }) => {
    const zones = zonesQuery(filter, "zone");
    const clusters = clustersQuery(client, filter, blocksOfView(bounds, zoom));
    const view = bounds.map((v) => v.toFixed(4)).join();
    return {
      queryKey: ["zone-labels", filter, clusters.queryKey[2], view, zoom.toFixed(2)],
      queryFn: async (): Promise<Data> => {
        const [found, marks] = await Promise.all([
          client.ensureQueryData(zones),
          client.ensureQueryData(clusters),
        ]);
        return { zones: found, clusters: marks, bounds, zoom };
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

/** Positions are sought in px of the settled view and handed over in degrees. */
function labelPoints({ zones, clusters, bounds, zoom }: Data, { zone: text }: Text) {
  const size = 512 * 2 ** zoom;
  const toX = (lng: number) => ((lng + 180) / 360) * size;
  const toY = (lat: number) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size;
  };
  const flat = ([lng = 0, lat = 0]: readonly number[]) => [toX(lng), toY(lat)] as [number, number];
  const requests = zones.features.map(({ geometry, properties }): LabelRequest => {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const largest = parts.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0] ?? [];
    const rings = largest.map((ring) => ring.map(flat));
    const [x = 0, y = 0] = polylabel(rings, 4);
    const name = properties.name.length * NAME_PX;
    const forms = leadForms(properties, text).map((lead) => ({
      width: Math.max(name, lead.length * LEAD_PX),
      height: lead === "" ? BOX_HEIGHT / 2 : BOX_HEIGHT,
    }));
    return { rings, anchor: [x, y], forms };
  });
  const obstacles = clusters.map(({ geometry, properties }) => {
    const [x, y] = flat(geometry.coordinates);
    const scale = tokens.map.cluster.scale.desk;
    return { x, y, radius: ringRadiusPx(properties.point_count) * scale + 2 };
  });
  const [west, south, east, north] = bounds;
  const window = [toX(west), toY(north), toX(east), toY(south)] as const;
  const spots = placeLabels(requests, obstacles, window);
  const labels: FeatureCollection<Point> = { type: "FeatureCollection", features: [] };
  zones.features.forEach(({ properties }, i) => {
    const spot = spots[i];
    if (!spot) return;
    const [x, y] = spot.at;
    const lng = (x / size) * 360 - 180;
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI;
    const lead = leadForms(properties, text)[spot.form] ?? "";
    labels.features.push({
      type: "Feature",
      properties: { name: properties.name, lead: lead === "" ? "" : `\n${lead}` },
      geometry: { type: "Point", coordinates: [lng, lat] },
    });
  });
  return labels;
}

/** Who leads the zone, in full, in short, and not at all. */
function leadForms({ leads }: ZoneBody, text: Text["zone"]): string[] {
  const [first = text.noLead] = leads;
  const short = leads.length > 1 ? [text.leadAndOthers(first, leads.length)] : [];
  return [leads.length > 1 ? leads.join("、") : first, ...short, ""];
}
