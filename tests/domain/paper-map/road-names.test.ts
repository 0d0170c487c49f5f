import { expect, test } from "vitest";
import type { TextMark } from "../../../domain/paper/mark.ts";
import { mapFrame } from "../../../domain/paper-map/map-frame.ts";
import { shapeLayer } from "../../../domain/paper-map/map-source.ts";
import { signStyle } from "../../../domain/paper-map/map-style.ts";
import { roadNames } from "../../../domain/paper-map/road-names.ts";
import { TakenSpace } from "../../../domain/paper-map/taken-space.ts";
import { seeded } from "../../support/random.ts";

const box = { x: 0, y: 0, width: 120, height: 90 };
const frame = mapFrame(box, [114.3, 30.6], 20_000);

/** As Chinese type has it: every character as wide as it is high. */
const measure = (text: string, sizeMm: number) => [...text].length * sizeMm;

function named(lines: readonly (readonly (readonly [number, number])[])[]) {
  return shapeLayer(
    lines.map((coordinates, i) => ({
      id: `R${i}`,
      name: `第${"一二三四五六七八九十"[i % 10]}${i}路`.replace(/\d/g, "甲"),
      geometry: {
        type: "LineString" as const,
        coordinates: coordinates.map(([e, n]) => [114.3 + e / 1000, 30.6 + n / 1000]),
      },
    })),
    ({ id, name }, points) => ({
      id,
      name,
      lines: points,
      class: "secondary" as const,
      highway: "secondary",
    }),
  ).shapes;
}

const options = {
  frame,
  style: signStyle,
  measure,
  sizeMm: 3,
  kinds: ["secondary"],
  spacingMm: 40,
} as const;

test("no two names meet, and none leaves the map, however the roads lie", () => {
  const random = seeded(7);
  for (let round = 0; round < 12; round++) {
    const spot = () => [random() * 24 - 12, random() * 20 - 10] as const;
    const roads = named(Array.from({ length: 40 }, () => [spot(), spot()]));
    const marks = roadNames(roads, new TakenSpace(box), options);
    expect(marks.length).toBeGreaterThan(5);
    const spots = marks.flatMap(charactersOf);
    for (const { x, y } of spots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(box.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(box.height);
    }
    for (const [i, a] of spots.entries())
      for (const b of spots.slice(i + 1))
        if (a.name !== b.name) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2.8);
  }
});

test("a name follows its road from left to right; on a steep road it stands upright", () => {
  const flat = roadNames(
    named([
      [
        [5, 1],
        [-5, 0],
      ],
    ]),
    new TakenSpace(box),
    options,
  );
  expect(flat).toHaveLength(1);
  expect(flat[0]?.angleDeg).toBeGreaterThan(-10);
  expect(flat[0]?.angleDeg).toBeLessThan(0);
  const steep = roadNames(
    named([
      [
        [0, -6],
        [0.4, 6],
      ],
    ]),
    new TakenSpace(box),
    options,
  );
  expect(steep.map(({ text }) => text).join("")).toBe("第一甲路");
  const ys = steep.map(({ y }) => y);
  expect(ys).toEqual([...ys].sort((a, b) => a - b));
  expect(steep.every(({ angleDeg }) => angleDeg === undefined)).toBe(true);
});

test("where a road bends too much, or is taken, there is no name", () => {
  const hook = named([
    [
      [-1, 0],
      [0, 0],
      [0, 1],
    ],
  ]);
  expect(roadNames(hook, new TakenSpace(box), options)).toEqual([]);
  const taken = new TakenSpace(box);
  taken.take([{ x: 60, y: 45, radius: 40 }]);
  expect(
    roadNames(
      named([
        [
          [-3, 0],
          [3, 0],
        ],
      ]),
      taken,
      options,
    ),
  ).toEqual([]);
});

/** Middles of the characters of a name. */
function charactersOf({ text, x, y, sizeMm, spacingMm = 0, angleDeg = 0 }: TextMark, name: number) {
  const radians = (angleDeg * Math.PI) / 180;
  const down = 0.36 * sizeMm;
  const count = [...text].length;
  return Array.from({ length: count }, (_, i) => {
    const at = (i - (count - 1) / 2) * (sizeMm + spacingMm);
    return {
      name,
      x: x + at * Math.cos(radians) + down * Math.sin(radians),
      y: y + at * Math.sin(radians) - down * Math.cos(radians),
    };
  });
}
