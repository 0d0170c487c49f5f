import { type SwitchableId, switchable } from "../../../map/layers/registry.ts";
import type { DutyColour } from "../../../state/url-state.ts";
import { layersText, readLayers } from "../../../state/visible-layers.ts";

/**
 * Layers of the address once the ground is coloured: measures of density come off, as two coloured grounds are none. They
 * come back with the colour taken away, unless a person switched something since.
 */
export function layersBeside(
  colour: DutyColour | null,
  layers: string | undefined,
): string | undefined {
  if (colour !== null) return layersText(withoutGround(readLayers(layers)));
  const isAsLeft = layers === layersText(withoutGround(readLayers(undefined)));
  return isAsLeft ? undefined : layers;
}

function withoutGround(on: ReadonlySet<SwitchableId>): ReadonlySet<SwitchableId> {
  const kept = switchable.filter(({ id, exclusive }) => on.has(id) && exclusive === undefined);
  return new Set(kept.map(({ id }) => id));
}
