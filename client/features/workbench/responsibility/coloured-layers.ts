import type { DutyColour } from "../../../state/url-state.ts";

/**
 * Measures of density, and what an address without layers shows beside them. Named here and held to the registry by a test:
 * its code belongs to the map, which loads by itself.
 */
export const groundLayers = ["hexagons", "heat", "hot-spots", "backlog"] as const;
export const defaultBeside = "clusters,recurring,zones,places";

/**
 * Layers of the address once the ground is coloured: measures of density come off, as two coloured grounds are none. They
 * come back with the colour taken away, unless a person switched something since.
 */
export function layersBeside(
  colour: DutyColour | null,
  layers: string | undefined,
): string | undefined {
  if (colour === null) return layers === defaultBeside ? undefined : layers;
  if (layers === undefined) return defaultBeside;
  const kept = layers.split(",").filter((id) => !groundLayers.some((ground) => ground === id));
  return kept.length === 0 ? "none" : kept.join();
}
