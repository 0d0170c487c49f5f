import { distance } from "@turf/distance";
import { expect, test } from "vitest";
import tokens from "../../../client/app/tokens.json" with { type: "json" };
import { frameAround, mapFrame } from "../../../domain/paper-map/map-frame.ts";
import {
  casingWidthMm,
  roadKinds,
  roadWidthMm,
  signStyle,
  wallStyle,
} from "../../../domain/paper-map/map-style.ts";

const box = { x: 10, y: 20, width: 400, height: 260 };

test("a millimetre is as much ground as the scale says, in both directions, within half a percent", () => {
  const frame = mapFrame(box, [114.3, 30.6], 20_000);
  const at = ([lng, lat]: readonly [number, number]) => [frame.x(lng), frame.y(lat)] as const;
  for (const [a, b] of [
    [
      [114.27, 30.58],
      [114.33, 30.58],
    ],
    [
      [114.29, 30.57],
      [114.29, 30.63],
    ],
    [
      [114.27, 30.58],
      [114.33, 30.62],
    ],
  ] as const) {
    const [p, q] = [at(a), at(b)];
    const onPaperM = (Math.hypot(q[0] - p[0], q[1] - p[1]) * 20_000) / 1000;
    const onGroundM = distance([a[0], a[1]], [b[0], b[1]], { units: "meters" });
    expect(Math.abs(onPaperM / onGroundM - 1)).toBeLessThan(0.005);
  }
});

test("north is up, and the bounds of the frame are its corners", () => {
  const frame = mapFrame(box, [114.3, 30.6], 12_000);
  const [west, south, east, north] = frame.bounds;
  expect([frame.x(west), frame.y(north)].map((at) => Math.round(at * 1e6) / 1e6)).toEqual([10, 20]);
  expect([frame.x(east), frame.y(south)].map((at) => Math.round(at * 1e6) / 1e6)).toEqual([
    410, 280,
  ]);
});

test("the largest round scale is taken at which everything fits", () => {
  const bounds = [114.25, 30.55, 114.35, 30.62] as const;
  const frame = frameAround(box, bounds, { aroundMm: 10, leastDenominator: 1000 });
  expect(frame.denominator).toBe(35_000);
  expect(frame.x(bounds[0])).toBeGreaterThanOrEqual(20);
  expect(frame.x(bounds[2])).toBeLessThanOrEqual(400);
  const tiny = frameAround(box, [114.3, 30.6, 114.3001, 30.6001], {
    aroundMm: 5,
    leastDenominator: 5000,
  });
  expect(tiny.denominator).toBe(5000);
});

test("roads on paper are as wide as the tokens of the screen say", () => {
  const { light } = tokens.map.roadWidthAt8mPerPx;
  for (const kind of roadKinds) {
    expect(wallStyle.roadWidthPx[kind]).toBe(light[kind]);
    // At 8 m a pixel of a screen with 96 pixels an inch the token itself, in millimetres.
    const denominator = 8000 / (25.4 / 96);
    const px = 25.4 / 96;
    expect(roadWidthMm(signStyle, kind, denominator)).toBeCloseTo(light[kind] * px * 0.8, 6);
    expect(casingWidthMm(wallStyle, kind, denominator)).toBeCloseTo(
      (light[kind] + light.casingExtra) * px * wallStyle.lineScale,
      6,
    );
  }
  expect(wallStyle.land).toBe(tokens.palette.light.land);
  expect(wallStyle.water).toBe(tokens.map.water.light);
  expect(wallStyle.green).toBe(tokens.map.green.light);
});
