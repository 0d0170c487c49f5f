import { expect, test } from "vitest";
import { routePlan } from "../../../client/state/route-plan.ts";

test("lays the route out north up, within the paper, at one scale", () => {
  const { stops, me, width, height, scale } = routePlan(
    [
      [114.3, 30.6],
      [114.31, 30.6],
      [114.31, 30.61],
    ],
    null,
  );
  const [a, b, c] = stops;
  if (!a || !b || !c) throw new Error("no stops");
  expect(me).toBeNull();
  expect(b.x).toBeGreaterThan(a.x);
  expect(c.y).toBeLessThan(b.y);
  for (const { x, y } of stops) {
    expect(Math.min(x, width - x, y, height - y)).toBeGreaterThanOrEqual(20);
  }
  const pxPerM = (b.y - c.y) / 1112;
  expect((b.x - a.x) / 957).toBeCloseTo(pxPerM, 2);
  expect(scale.px / scale.metres).toBeCloseTo(pxPerM, 2);
  expect([100, 200, 500, 1000]).toContain(scale.metres);
});

test("one stop stands in the middle, apart from where the inspector is", () => {
  expect(routePlan([[114.3, 30.6]], null).stops).toEqual([{ x: 180, y: 150 }]);
  const { stops, me } = routePlan([[114.3, 30.6]], [114.3, 30.601]);
  expect(stops).toHaveLength(1);
  expect(me?.y).toBeLessThan(stops[0]?.y ?? 0);
});
