import { expect, test } from "vitest";
import { readFeatures, readTable } from "./shipped-pack.ts";

const units = new Set(readTable("units.csv").map(({ id }) => id));

test("hoardings of the demo city fall short in some places and suffice in most", () => {
  const hoardings = readFeatures("ad-hoardings.geojson").map(({ properties }) => properties!);
  expect(hoardings.length).toBeGreaterThan(24);
  const short = hoardings.filter(
    ({ length, height, psaArea, minShare }) => psaArea < minShare * length * height,
  );
  expect(short.length).toBeGreaterThan(6);
  expect(short.length).toBeLessThan(hoardings.length / 2);
  for (const { length, height, psaArea, unitId } of hoardings) {
    expect(psaArea).toBeLessThanOrEqual(length * height);
    expect(units.has(unitId)).toBe(true);
  }
  expect(new Set(hoardings.map(({ kind }) => kind)).size).toBe(4);
});

test("screens of the demo city fall short in some places and suffice in most", () => {
  const screens = readFeatures("ad-screens.geojson").map(({ properties }) => properties!);
  expect(screens.length).toBeGreaterThan(24);
  const short = screens.filter(
    ({ loopSeconds, psaSeconds, minShare }) => psaSeconds < minShare * loopSeconds,
  );
  expect(short.length).toBeGreaterThan(5);
  expect(short.length).toBeLessThan(screens.length / 2);
  expect(new Set(screens.map(({ id }) => id)).size).toBe(screens.length);
  for (const { unitId } of screens) expect(units.has(unitId)).toBe(true);
});
