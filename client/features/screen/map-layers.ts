import type { SceneLayer } from "../../../domain/screen/scene.ts";
import type { MapLayer } from "../../map/layers/layer.ts";
import { layers } from "../../map/layers/registry.ts";
import { adRoads } from "../../map/wall-layers/ad-roads.ts";
import type { MapMeasure } from "./wall-layout.ts";

/** Layers that tell of one of the two measures; where each has a map of its own they part. */
const ofRecurrence: readonly SceneLayer[] = ["hexagons", "recurring", "heat", "hot-spots"];
const ofBacklog: readonly SceneLayer[] = ["clusters", "backlog", "responsibility", "chiefs", "ads"];

/** What a map of two shows when the scene names nothing of its measure. */
const usual = {
  backlog: ["clusters"],
  recurrence: ["heat", "recurring"],
} as const satisfies Readonly<Record<string, readonly SceneLayer[]>>;

/** The desk's layers, and those that walls alone show. */
const known: readonly MapLayer[] = [...layers, adRoads];

/** What a map of this measure shows of a scene's layers; one of its own has room to mark the places that recur. */
export function layersOfMeasure(
  named: readonly SceneLayer[],
  measure: MapMeasure,
): readonly SceneLayer[] {
  if (measure === "both") return named;
  const other = measure === "backlog" ? ofRecurrence : ofBacklog;
  const own = measure === "backlog" ? ofBacklog : ofRecurrence;
  const kept = named.filter((name) => !other.includes(name));
  const hasOwn = kept.some((name) => own.includes(name));
  if (!hasOwn) return [...kept, ...usual[measure]];
  const isMarked = measure === "backlog" || kept.includes("recurring");
  return isMarked ? kept : [...kept, "recurring"];
}

/** Names as the registry has them: zones bring their names, and what is picked is always marked. */
function idsOf(names: readonly SceneLayer[]): ReadonlySet<string> {
  const ids = new Set<string>([...names, "picked"]);
  if (ids.has("zones")) ids.add("zone-labels");
  return ids;
}

/**
 * The layers to draw at the zoom that a desk would have, in the order of the registry. The top places are marked at every
 * zoom: on a wall there is room, and nobody zooms.
 */
export function wallLayers(names: readonly SceneLayer[], zoom: number): readonly MapLayer[] {
  const ids = idsOf(names);
  return known
    .filter(({ id }) => ids.has(id))
    .filter(({ id, minZoom = 0, maxZoom = 99 }) => {
      const from = id === "recurring" ? 0 : minZoom;
      return zoom >= from && zoom < maxZoom;
    })
    .map((layer: MapLayer) => (layer.id === "chiefs" ? chiefsShown(layer) : layer));
}

/** Names that this version has no layer for. */
export function missingLayers(names: readonly SceneLayer[]): SceneLayer[] {
  const ids = new Set(known.map(({ id }) => id));
  return names.filter((name) => !ids.has(name));
}

/** On a desk the roads with a chief come with a colour of their own; on a wall with the layer's name. */
function chiefsShown(layer: MapLayer): MapLayer {
  return { ...layer, query: (scope) => layer.query({ ...scope, colour: "chief" }) };
}

/** Ids of style and deck layers begin with the layer's. */
export function layerOf(styleId: string): MapLayer | undefined {
  return known.find(({ id }) => styleId.startsWith(`${id}-`));
}
