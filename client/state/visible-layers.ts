import {
  followers,
  type LayerId,
  layers,
  type SwitchableId,
  switchable,
} from "../map/layers/registry.ts";

/** The switched-on layers of an address; absent: the default ones. */
export function readLayers(text: string | undefined): ReadonlySet<SwitchableId> {
  const isNamed = (id: string) => (text ?? "").split(",").includes(id);
  const on = switchable.filter(({ id, isDefault }) =>
    text === undefined ? isDefault : isNamed(id),
  );
  return new Set(on.map(({ id }) => id));
}

/** Undefined when it is what an address without layers shows. */
export function layersText(on: ReadonlySet<SwitchableId>): string | undefined {
  const ids = switchable.filter(({ id }) => on.has(id)).map(({ id }) => id);
  const defaults = switchable.filter(({ isDefault }) => isDefault).map(({ id }) => id);
  if (ids.join() === defaults.join()) return undefined;
  return ids.length === 0 ? "none" : ids.join();
}

/** Switches one layer; switching on takes off those it excludes. */
export function toggledLayer(
  on: ReadonlySet<SwitchableId>,
  id: SwitchableId,
): ReadonlySet<SwitchableId> {
  const next = new Set(on);
  if (next.delete(id)) return next;
  const group = switchable.find((layer) => layer.id === id)?.exclusive;
  if (group !== undefined) {
    for (const layer of switchable) if (layer.exclusive === group) next.delete(layer.id);
  }
  return next.add(id);
}

/** Every layer to draw at a zoom, in registry order. */
export function drawnLayers(on: ReadonlySet<SwitchableId>, zoom: number) {
  return layers.filter(({ id, minZoom = 0, maxZoom = 99 }) => {
    if (zoom < minZoom || zoom >= maxZoom) return false;
    const leader: LayerId = followers[id] ?? id;
    const isSwitchable = switchable.some((layer) => layer.id === leader);
    return !isSwitchable || on.has(leader as SwitchableId);
  });
}
