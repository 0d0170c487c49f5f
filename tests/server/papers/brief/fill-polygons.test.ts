import { expect, test } from "vitest";
import {
  type Canvas,
  fillPolygons,
} from "../../../../server/papers/brief/picture/fill-polygons.ts";
import { discRing, strokeRings } from "../../../../server/papers/brief/picture/stroke-rings.ts";
import { seeded } from "../../../support/random.ts";

const SIDE = 40;
const clip = { left: 0, top: 0, right: SIDE, bottom: SIDE };
const black = { colour: [0, 0, 0], opacity: 1, clip } as const;

function white(): Canvas {
  return { width: SIDE, height: SIDE, data: new Uint8Array(3 * SIDE * SIDE).fill(255) };
}

/** Sum of what was covered, in pixels. */
function inked({ data }: Canvas): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 3) sum += 1 - (data[i] ?? 0) / 255;
  return sum;
}

/** How often rings wind round a point, and how often they cross a ray from it. */
function around(rings: readonly (readonly number[])[], x: number, y: number) {
  let [winding, crossings] = [0, 0];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [ax = 0, ay = 0] = [ring[i], ring[i + 1]];
      const [bx = 0, by = 0] = [ring[(i + 2) % ring.length], ring[(i + 3) % ring.length]];
      if (ay <= y === by <= y) continue;
      if (ax + ((y - ay) / (by - ay)) * (bx - ax) <= x) continue;
      crossings++;
      winding += by > ay ? 1 : -1;
    }
  }
  return { winding, crossings };
}

test("fills what a plain reading of either rule fills", () => {
  const random = seeded(3);
  for (let round = 0; round < 30; round++) {
    const rings = Array.from({ length: 1 + random.below(3) }, () =>
      Array.from({ length: 2 * (3 + random.below(5)) }, () => random() * 60 - 10),
    );
    for (const rule of ["even-odd", "non-zero"] as const) {
      const canvas = white();
      fillPolygons(canvas, rings, { ...black, rule });
      for (let i = 0; i < 60; i++) {
        const [column, row] = [random.below(SIDE), random.below(SIDE)];
        const samples = [0.125, 0.375, 0.625, 0.875].flatMap((sy) =>
          Array.from({ length: 64 }, (_, k) => {
            const found = around(rings, column + (k + 0.5) / 64, row + sy);
            return rule === "even-odd" ? found.crossings % 2 : Number(found.winding !== 0);
          }),
        );
        const share = samples.reduce((sum, each) => sum + each, 0) / samples.length;
        const drawn = 1 - (canvas.data[3 * (row * SIDE + column)] ?? 0) / 255;
        expect(Math.abs(drawn - share)).toBeLessThan(0.04);
      }
    }
  }
});

test("covers by area, keeps to the clip and mixes by opacity", () => {
  const disc = white();
  fillPolygons(disc, [discRing(20, 20, 12, 64)], { ...black, rule: "non-zero" });
  expect(inked(disc)).toBeCloseTo(Math.PI * 144, -1);
  const cut = white();
  const left = { left: 0, top: 0, right: 20, bottom: SIDE };
  fillPolygons(cut, [discRing(20, 20, 12, 64)], { ...black, rule: "non-zero", clip: left });
  expect(inked(cut)).toBeCloseTo(inked(disc) / 2, 0);
  const pale = white();
  fillPolygons(pale, [[0, 0, 40, 0, 40, 40, 0, 40]], { ...black, rule: "even-odd", opacity: 0.25 });
  expect(pale.data[0]).toBe(191);
});

test("a stroke is as wide all along, and nothing cancels where pieces overlap", () => {
  const line = white();
  fillPolygons(line, strokeRings([5, 20, 12, 20, 20, 20, 35, 20], false, 6, false), {
    ...black,
    rule: "non-zero",
  });
  expect(inked(line)).toBeCloseTo(30 * 6, 0);
  const corner = white();
  fillPolygons(corner, strokeRings([5, 35, 20, 5, 35, 35], false, 5, true), {
    ...black,
    rule: "non-zero",
  });
  expect(corner.data[3 * (6 * SIDE + 20)]).toBe(0);
});
