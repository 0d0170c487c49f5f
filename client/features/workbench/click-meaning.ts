import type { ClusterFeature } from "../../../domain/contract/problems.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { layers } from "../../map/layers/registry.ts";
import type { ClickEvent, Hit } from "../../map/map-pointer.ts";
import type { Picked } from "../../state/url-state.ts";

export type ClickMeaning =
  | { readonly kind: "pick"; readonly picked: Picked }
  | { readonly kind: "zoom"; readonly bounds: Bounds };

/** Below this zoom a click on the ground is about the zone, above it about the spot. */
const SPOTS_FROM_ZOOM = 13.5;

/** A ring that does not come apart by zooming opens as a list. */
const STACK_DEGREES = 6e-5;
const STACK_FROM_ZOOM = 17.5;

/**
 * A ring: look closer, or list what lies on one spot. A mark: open it. The ground: its zone, or who answers there; under
 * heat always the spot, as that is what the colour is about.
 */
export function meaningOf(
  { lng, lat, hits }: ClickEvent,
  zoom: number,
  isHeatOn: boolean,
): ClickMeaning {
  for (const hit of hits) {
    const cluster = clusterOf(hit);
    if (cluster?.bbox) {
      const [west, south, east, north] = cluster.bbox;
      const isStack = Math.max(east - west, north - south) < STACK_DEGREES;
      if (isStack || zoom >= STACK_FROM_ZOOM)
        return pick({ kind: "stack", bbox: cluster.bbox.join() });
      return { kind: "zoom", bounds: cluster.bbox };
    }
    const picked = pickedBy(hit);
    if (picked && picked.kind !== "zone") return pick(picked);
  }
  const zone = hits.map(pickedBy).find((picked) => picked?.kind === "zone");
  if (zone && zoom < SPOTS_FROM_ZOOM && !isHeatOn) return pick(zone);
  return pick({ kind: "spot", lng, lat });
}

function pick(picked: Picked): ClickMeaning {
  return { kind: "pick", picked };
}

function clusterOf({ layerId, object }: Hit): ClusterFeature["properties"] | null {
  if (!layerId.startsWith("clusters-ring")) return null;
  return (object as ClusterFeature).properties;
}

/** What the layer that an object belongs to makes of it; ids of style and deck layers begin with the layer's. */
function pickedBy({ layerId, object }: Hit): Picked | null {
  const layer = layers.find(({ id }) => layerId.startsWith(`${id}-`));
  return layer?.pick?.(object) ?? null;
}
