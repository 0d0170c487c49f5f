import fc from "fast-check";
import { expect, test } from "vitest";
import { tileWindow, viewPixels } from "../../../client/map/view-pixels.ts";
import { boundsContain } from "../../../domain/spatial/lng-lat.ts";

const lng = fc.double({ min: -179, max: 179, noNaN: true });
const lat = fc.double({ min: -84, max: 84, noNaN: true });
const zoom = fc.double({ min: 3, max: 19, noNaN: true });

test("pixels lead back to the position", () => {
  fc.assert(
    fc.property(lng, lat, zoom, (lng, lat, zoom) => {
      const pixels = viewPixels(zoom);
      expect(pixels.lng(pixels.x(lng))).toBeCloseTo(lng, 9);
      expect(pixels.lat(pixels.y(lat))).toBeCloseTo(lat, 9);
    }),
  );
});

test("the window of tiles holds the window, and is the same after a small pan within its tiles", () => {
  fc.assert(
    fc.property(lng, lat, zoom, (lng, lat, zoom) => {
      const around = [lng - 0.01, lat - 0.01, lng + 0.01, lat + 0.01] as const;
      const window = tileWindow(around, zoom);
      expect(boundsContain(window, around[0], around[1])).toBe(true);
      expect(boundsContain(window, around[2], around[3])).toBe(true);
    }),
  );
  const near = tileWindow([114.303, 30.601, 114.309, 30.606], 13);
  expect(tileWindow([114.304, 30.6012, 114.31, 30.6062], 13)).toEqual(near);
});
