import { expect, test } from "vitest";
import { discsOfBlock, placeInArea } from "../../../domain/paper-map/area-labels.ts";
import { TakenSpace } from "../../../domain/paper-map/taken-space.ts";

const box = { x: 0, y: 0, width: 200, height: 200 };
const square = [[50, 50, 150, 50, 150, 150, 50, 150]];
const forms = [
  { width: 40, height: 12 },
  { width: 20, height: 6 },
];

test("a label stands where it would like to, inside its area", () => {
  const spot = placeInArea({ rings: square, anchor: [100, 100], forms }, box, new TakenSpace(box));
  expect(spot).toEqual({ x: 100, y: 100, form: 0 });
});

test("it moves aside for what is taken, by the least, and never out of its area", () => {
  const taken = new TakenSpace(box);
  taken.take([{ x: 100, y: 100, radius: 10 }]);
  const spot = placeInArea({ rings: square, anchor: [100, 100], forms }, box, taken);
  if (!spot) throw new Error("no place");
  expect(spot.form).toBe(0);
  expect(Math.hypot(spot.x - 100, spot.y - 100)).toBeLessThan(26);
  expect(Math.abs(spot.x - 100)).toBeLessThanOrEqual(30);
  for (const disc of discsOfBlock(spot.x, spot.y, forms[0] ?? { width: 0, height: 0 }))
    expect(Math.hypot(disc.x - 100, disc.y - 100)).toBeGreaterThanOrEqual(10 + disc.radius);
});

test("it takes a shorter form where the fullest has no room, and none where nothing fits", () => {
  const narrow = [[90, 0, 115, 0, 115, 200, 90, 200]];
  const spot = placeInArea({ rings: narrow, anchor: [102, 100], forms }, box, new TakenSpace(box));
  expect(spot?.form).toBe(1);
  const sliver = [[99, 0, 101, 0, 101, 200, 99, 200]];
  expect(
    placeInArea({ rings: sliver, anchor: [100, 100], forms }, box, new TakenSpace(box)),
  ).toBeNull();
});

test("a hole is outside", () => {
  const rings = [...square, [70, 70, 130, 70, 130, 130, 70, 130]];
  const spot = placeInArea({ rings, anchor: [100, 100], forms }, box, new TakenSpace(box));
  expect(Math.abs((spot?.y ?? 100) - 100)).toBeGreaterThan(30);
});
