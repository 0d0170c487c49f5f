import { expect, test } from "vitest";
import { snapPosition } from "../../../domain/zone-edit/snap-position.ts";
import { box, zone } from "./zone-grid.ts";

const zones = [zone("A", [box(114.3, 30.6, 0.01, 0.01)])];
/** A tenth of a thousandth of a degree is one pixel. */
const scale = { pxPerLng: 10_000, pxPerLat: 10_000, tolerancePx: 10 };

test("the nearest vertex within reach is taken, though an edge is nearer", () => {
  const snapped = snapPosition(zones, [114.3005, 30.6001], scale);
  expect(snapped).toEqual({ position: [114.3, 30.6], to: "vertex" });
});

test("else the nearest point of an edge, else the position at 7 decimals", () => {
  const onEdge = snapPosition(zones, [114.305, 30.6003], scale);
  expect(onEdge).toEqual({ position: [114.305, 30.6], to: "edge" });
  const free = snapPosition(zones, [114.30512345678, 30.605], scale);
  expect(free).toEqual({ position: [114.3051235, 30.605], to: null });
});

test("the dragged vertex and its edges do not attract", () => {
  const dragged = snapPosition(zones, [114.3004, 30.6], { ...scale, except: [114.3, 30.6] });
  expect(dragged).toEqual({ position: [114.3004, 30.6], to: null });
});
