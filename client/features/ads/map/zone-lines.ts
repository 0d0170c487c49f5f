import type { ZoneList } from "../../../../domain/contract/zones.ts";
import type { Drawing } from "../../../map/layers/layer.ts";
import type { MapPalette } from "../../../map/palette.ts";
import { zoneBorders } from "../../../map/zone-borders.ts";

/** Borders of the zones, faint under the roads; the chosen one's own outline stronger. */
export function zoneLinesDrawing(
  zones: ZoneList | undefined,
  chosen: string | undefined,
  palette: MapPalette,
): Drawing {
  const { lines } = zones ? zoneBorders(zones) : { lines: [] };
  const all: GeoJSON.Feature = {
    type: "Feature",
    geometry: { type: "MultiLineString", coordinates: [...lines] },
    properties: {},
  };
  const own = (zones?.features ?? []).filter(({ properties }) => properties.id === chosen);
  return {
    sources: {
      "ads-zones": { type: "geojson", data: all },
      "ads-zone": {
        type: "geojson",
        data: { type: "FeatureCollection", features: own } as GeoJSON.FeatureCollection,
      },
    },
    style: [
      {
        id: "ads-zones-line",
        type: "line",
        source: "ads-zones",
        layout: { "line-join": "round" },
        paint: { "line-color": palette.zoneLine, "line-width": 1.2, "line-opacity": 0.45 },
      },
      {
        id: "ads-zone-line",
        type: "line",
        source: "ads-zone",
        layout: { "line-join": "round" },
        paint: { "line-color": palette.accent, "line-width": 2.6 },
      },
    ],
  };
}
