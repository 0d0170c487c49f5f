import type { MapEngine } from "../../../map/map-engine.ts";
import type { AdsPicked } from "../../../state/ads-url.ts";
import { markKinds, markLayer } from "./mark-drawings.ts";
import { markTiers } from "./mark-features.ts";
import { ROAD_LAYER } from "./road-drawings.ts";

type Pixel = { readonly x: number; readonly y: number };

const REACH_PX = 6;
const KIND = { new: "site", site: "site", repair: "ad", ad: "ad" } as const;

/** What lies under a pixel: a mark before a road, proposals before what stands. */
export function findAt(engine: MapEngine, { x, y }: Pixel): AdsPicked | null {
  return engine.withMap((map) => {
    const box: [[number, number], [number, number]] = [
      [x - REACH_PX, y - REACH_PX],
      [x + REACH_PX, y + REACH_PX],
    ];
    for (const kind of markKinds) {
      const layers = markTiers
        .map((tier) => markLayer(kind, tier))
        .filter((id) => map.getLayer(id));
      if (layers.length === 0) continue;
      const [feature] = map.queryRenderedFeatures(box, { layers });
      const id = feature?.properties.id;
      if (typeof id === "string") return { kind: KIND[kind], id };
    }
    const layers = map.getLayersOrder().filter((id) => ROAD_LAYER.test(id));
    if (layers.length === 0) return null;
    const [road] = map.queryRenderedFeatures(box, { layers });
    const key = road?.properties.key;
    return typeof key === "string" ? { kind: "road", id: key } : null;
  });
}

/** The same for a position, as a click tells it. */
export function findAtPosition(engine: MapEngine, lng: number, lat: number): AdsPicked | null {
  return findAt(
    engine,
    engine.withMap((map) => map.project([lng, lat])),
  );
}
