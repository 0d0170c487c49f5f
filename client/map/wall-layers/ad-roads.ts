import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LineLayerSpecification } from "maplibre-gl";
import type { AdRoads } from "../../../domain/contract/ads.ts";
import { adRoadsQuery } from "../../api/screen-queries.ts";
import tokens from "../../app/tokens.json";
import { screenTexts } from "../../text/screen-text.ts";
import { type Drawing, defineLayer } from "../layers/layer.ts";

const { arterial, secondary, branch, lane } = tokens.adDensity.widthByClass;

/** A wall shows the whole city: lines at the desk's breadth would hide it. */
const THINNER = 0.62;

/** Px on a desk, by the group of a road. */
const breadth: ExpressionSpecification = [
  "match",
  ["get", "group"],
  "arterial",
  arterial,
  "secondary",
  secondary,
  "branch",
  branch,
  lane,
];

const width: ExpressionSpecification = ["*", THINNER, breadth];
const wider = (extra: number): ExpressionSpecification => ["+", width, extra];
const isStatus = (status: string): ExpressionSpecification => ["==", ["get", "status"], status];

/** The desk's hues are too dark for the night map: the same ones, lighter. */
export const adColours = { short: "#ff9142", met: "#5fb0e6", dense: "#a98cf0" } as const;

/** 公益广告 by road: 不足 dashed over a pale band, 达标 solid, 过密 double. For walls, whose map is dark. */
export const adRoads = defineLayer({
  id: "ads",
  title: () =>
    screenTexts[document.documentElement.lang.startsWith("en") ? "en" : "zh"].screen.ads.title,
  band: "lines",
  isDefault: false,
  query: () => adRoadsQuery,
  draw: (roads: AdRoads, { palette }): Drawing => {
    const line = (
      id: string,
      status: string,
      paint: NonNullable<LineLayerSpecification["paint"]>,
    ): LineLayerSpecification => ({
      id: `ads-${id}`,
      type: "line",
      source: "ads-roads",
      filter: isStatus(status),
      layout: { "line-cap": "butt", "line-join": "round" },
      paint,
    });
    return {
      sources: { "ads-roads": { type: "geojson", data: roads as FeatureCollection } },
      style: [
        line("short-band", "short", {
          "line-color": adColours.short,
          "line-width": wider(2),
          "line-opacity": 0.25,
        }),
        line("short", "short", {
          "line-color": adColours.short,
          "line-width": width,
          "line-dasharray": [2, 1],
        }),
        line("met", "met", { "line-color": adColours.met, "line-width": width }),
        line("dense", "dense", { "line-color": adColours.dense, "line-width": wider(1.4) }),
        line("dense-core", "dense", { "line-color": palette.land, "line-width": wider(-0.8) }),
      ],
    };
  },
});
