import { expect, test } from "vitest";
import { FailedTiles } from "../../../client/map/failed-tiles.ts";

const [A, B] = [
  { z: 12, x: 1, y: 2 },
  { z: 12, x: 1, y: 3 },
];

test("a source lacks tiles until all of them have come", () => {
  const tiles = new FailedTiles();
  tiles.fail("heat", A);
  tiles.fail("heat", B);
  expect(tiles.sources).toEqual(["heat"]);
  expect(tiles.ask("heat")).toEqual([A, B]);
  tiles.come("heat", A);
  expect(tiles.sources).toEqual(["heat"]);
  tiles.come("heat", { ...B });
  expect(tiles.sources).toEqual([]);
});

test("a source is missing while nothing of it has come", () => {
  const tiles = new FailedTiles();
  expect(tiles.isMissing("heat")).toBe(false);
  tiles.fail("heat", A);
  expect(tiles.isMissing("heat")).toBe(true);
  tiles.come("heat", B);
  expect(tiles.isMissing("heat")).toBe(false);
  tiles.forget("heat");
  tiles.fail("heat", A);
  expect(tiles.isMissing("heat")).toBe(true);
});

test("what was asked for again and did not answer is not in view and no longer lacking", () => {
  const tiles = new FailedTiles();
  tiles.fail("heat", A);
  tiles.fail("basemap", B);
  tiles.ask("heat");
  tiles.dropUnanswered();
  expect(tiles.sources).toEqual(["basemap"]);
  tiles.ask("basemap");
  tiles.fail("basemap", B);
  tiles.dropUnanswered();
  expect(tiles.sources).toEqual(["basemap"]);
});
