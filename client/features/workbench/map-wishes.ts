import type { Bounds } from "../../../domain/spatial/lng-lat.ts";

/** Where panels would like the map to look. */
export type MapWish =
  | { readonly bounds: Bounds; readonly maxZoom: number }
  | { readonly position: readonly [number, number]; readonly zoom: number };

const listeners = new Set<(wish: MapWish) => void>();

/** Asks the map, if there is one, to look somewhere. */
export function lookAt(wish: MapWish): void {
  for (const listen of listeners) listen(wish);
}

/** Answers how to stop listening. */
export function onMapWish(listen: (wish: MapWish) => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}
