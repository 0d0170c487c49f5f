import { IconLayer, TextLayer } from "@deck.gl/layers";
import type { ClusterFeature } from "../../../domain/contract/problems.ts";
import { ringRadiusPx } from "../../../domain/spatial/ring-size.ts";
import { count } from "../../../domain/text/count.ts";
import { blocksOfView, clustersQuery } from "../../api/cluster-blocks.ts";
import tokens from "../../app/tokens.json";
import { type MarkName, markAtlas } from "../mark-atlas.ts";
import { type MapPalette, rgb } from "../palette.ts";
import { RingLayer } from "../ring-layer.ts";
import { ringParts } from "../ring-parts.ts";
import { slotOf } from "../slots.ts";
import { before, type Drawing, defineLayer } from "./layer.ts";

const SCALE = tokens.map.cluster.scale.desk;
const { extra } = tokens.map.cluster.case;

/** Problems as rings with their number, split by status; single ones as marks. Counts add up to the list's. */
export const problemClusters = defineLayer({
  id: "clusters",
  title: (text) => text.layers.clusters,
  band: "points",
  isDefault: true,
  query: ({ filter, ringFilter = filter, bounds, zoom, client }) =>
    clustersQuery(client, ringFilter, blocksOfView(bounds, zoom)),
  draw: (features: readonly ClusterFeature[], { palette, picked }): Drawing => {
    const rings = features.filter(({ properties }) => properties.point_count > 1);
    const singles = features.filter(({ properties }) => properties.point_count === 1);
    const pickedId = picked?.kind === "problem" ? picked.id : "";
    // A layer without anything is a pass of its own in every frame.
    return {
      deck: [
        ...(singles.length > 0 ? [markLayer(singles, palette, pickedId)] : []),
        ...(rings.length > 0 ? ringLayers(rings, palette) : []),
      ],
    };
  },
  pick: (object) => {
    const { properties } = object as ClusterFeature;
    return properties.id === undefined ? null : { kind: "problem", id: properties.id };
  },
});

const slot = before(slotOf("points"));
const position = ({ geometry }: ClusterFeature) => geometry.coordinates;

function markLayer(singles: readonly ClusterFeature[], palette: MapPalette, pickedId: string) {
  const { image, mapping } = markAtlas(palette);
  return new IconLayer<ClusterFeature>({
    id: `clusters-single-${palette.theme}`,
    data: singles,
    pickable: true,
    iconAtlas: image as unknown as string,
    iconMapping: mapping,
    getIcon: ({ properties }) => markOf(properties),
    getPosition: position,
    getSize: ({ properties }) => (properties.id === pickedId ? 20 : 15),
    updateTriggers: { getSize: pickedId },
    ...slot,
  });
}

function ringLayers(rings: readonly ClusterFeature[], palette: MapPalette) {
  return [
    new RingLayer<ClusterFeature>({
      id: `clusters-ring-${palette.theme}`,
      data: rings,
      palette,
      pickable: true,
      radiusUnits: "pixels",
      billboard: true,
      getPosition: position,
      getRadius: ({ properties }) => ringRadiusPx(properties.point_count) * SCALE + extra,
      getFillColor: [255, 255, 255, 255],
      getParts: ({ properties: { open, overdue, closed } }) =>
        ringParts(open - overdue, overdue, closed),
      ...slot,
    }),
    new TextLayer<ClusterFeature>({
      id: `clusters-number-${palette.theme}`,
      data: rings,
      getPosition: position,
      getText: ({ properties }) => count(properties.point_count),
      getSize: ({ properties }) => (properties.point_count >= 1000 ? 13 : 14),
      getColor: rgb(palette.ringNumber),
      fontFamily: tokens.font.family,
      fontWeight: 700,
      characterSet: "0123456789,",
      fontSettings: { fontSize: 56 },
      ...slot,
    }),
  ];
}

function markOf({ overdue, closed }: ClusterFeature["properties"]): MarkName {
  if (overdue > 0) return "overdue";
  return closed > 0 ? "closed" : "open";
}
