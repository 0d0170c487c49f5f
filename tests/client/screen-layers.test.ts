import { expect, it } from "vitest";
import { layers } from "../../client/map/layers/registry.ts";
import { sceneLayers } from "../../domain/screen/scene.ts";

it("scenes name layers that the map has, the ads' own besides", () => {
  const known = new Set<string>(layers.map(({ id }) => id));
  const strangers = sceneLayers.filter((id) => !known.has(id));
  expect(strangers.filter((id) => id !== "ads")).toEqual([]);
});
