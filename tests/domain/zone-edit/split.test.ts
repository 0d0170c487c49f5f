import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import { noded } from "../../../domain/zone-edit/insert-vertex.ts";
import { splitByChildren } from "../../../domain/zone-edit/split-by-children.ts";
import { splitByLine } from "../../../domain/zone-edit/split-by-line.ts";
import { suggestNames } from "../../../domain/zone-edit/suggest-names.ts";
import { vertexKey } from "../../../domain/zone-edit/vertex.ts";
import { isRefused, type ZoneEdit } from "../../../domain/zone-edit/zone-edit.ts";
import { ringsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import {
  areaM2,
  box,
  defects,
  demoZones,
  edited,
  ringOf,
  shakenGrid,
  shakes,
  zone,
} from "./zone-grid.ts";

function split(zones: readonly ZoneShape[], id: string, line: readonly Position[]) {
  const of = zones.find((each) => each.id === id);
  if (!of) throw new Error(`no ${id}`);
  const taken = new Set(zones.map((each) => each.id));
  return splitByLine(zones, id, line, (count) => suggestNames(of, count, taken));
}

function pieces(edit: ZoneEdit): ZoneShape[] {
  return edit.zones.filter(({ from }) => from.length > 0);
}

function done(outcome: ReturnType<typeof split>): ZoneEdit {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
}

function expectSplit(zones: readonly ZoneShape[], edit: ZoneEdit, id: string, count: number) {
  const made = pieces(edit);
  const before = zones.filter((each) => each.id === id);
  const withEnds = noded(
    before,
    made.flatMap(({ geometry }) => ringsOf(geometry).flat()),
  );
  expect(made.length).toBe(count);
  expect(Math.abs(areaM2(made) / areaM2(withEnds) - 1)).toBeLessThan(1e-9);
  // The cut's ends are up to half a unit of the 7th decimal beside the border.
  expect(Math.abs(areaM2(made) / areaM2(before) - 1)).toBeLessThan(1e-5);
  expect(defects(edited(zones, edit)).length).toBe(defects(zones).length);
  expect(edit.remove).toEqual([id]);
}

describe("a line through a zone", () => {
  test("makes pieces that add up, whose neighbours have the cut's ends", () => {
    const share = fc.double({ min: 0.2, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(shakes, share, share, (shake, left, right) => {
        const zones = shakenGrid(shake);
        const [a, b, c, d] = ringOf(zones, "C12");
        const start = between(a, d, left);
        const end = between(b, c, right);
        const edit = done(
          split(zones, "C12", [between(end, start, 1.2), between(start, end, 1.2)]),
        );
        expectSplit(zones, edit, "C12", 2);
        const [one, two] = pieces(edit).map(verticesOf);
        const shared = [...(one ?? [])].filter((key) => two?.has(key));
        expect(shared.length).toBe(2);
        const others = edit.zones.filter(({ from }) => from.length === 0).map(verticesOf);
        for (const key of shared) expect(others.some((keys) => keys.has(key))).toBe(true);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test("makes one more for every further crossing, and follows its bends", () => {
    const zones = [zone("A", [box(114.3, 30.6, 0.01, 0.01)])];
    const line = [
      [114.299, 30.602],
      [114.311, 30.604],
      [114.311, 30.606],
      [114.305, 30.606],
      [114.299, 30.608],
    ];
    expectSplit(zones, done(split(zones, "A", line)), "A", 3);
  });

  test("goes round a hole or through it", () => {
    const hole = box(114.303, 30.603, 0.004, 0.004).toReversed();
    const zones = [zone("A", [box(114.3, 30.6, 0.01, 0.01), hole])];
    const beside = split(zones, "A", [
      [114.299, 30.602],
      [114.311, 30.602],
    ]);
    expectSplit(zones, done(beside), "A", 2);
    expect(
      pieces(done(beside))
        .map(({ geometry }) => ringsOf(geometry).length)
        .sort(),
    ).toEqual([1, 2]);
    const through = split(zones, "A", [
      [114.299, 30.605],
      [114.311, 30.606],
    ]);
    expect(Math.abs(areaM2(pieces(done(through))) / areaM2(zones) - 1)).toBeLessThan(1e-6);
    expect(pieces(done(through)).map(({ geometry }) => ringsOf(geometry).length)).toEqual([1, 1]);
  });

  test("may begin and end in vertices", () => {
    const zones = shakenGrid([]);
    const ring = ringOf(zones, "C11");
    const edit = done(split(zones, "C11", [ring[0] ?? [], ring[2] ?? []]));
    expectSplit(zones, edit, "C11", 2);
    expect(edit.zones.length).toBe(2);
  });

  test.each([
    [
      "line-outside",
      [
        [114.29, 30.6],
        [114.29, 30.62],
      ],
    ],
    [
      "line-outside",
      [
        [114.3, 30.599],
        [114.3, 30.62],
      ],
    ],
    [
      "line-outside",
      [
        [114.299, 30.601],
        [114.3, 30.6],
        [114.301, 30.599],
      ],
    ],
    [
      "line-ends-inside",
      [
        [114.299, 30.605],
        [114.305, 30.605],
      ],
    ],
    [
      "line-crosses-itself",
      [
        [114.299, 30.605],
        [114.306, 30.605],
        [114.306, 30.607],
        [114.304, 30.607],
        [114.304, 30.599],
      ],
    ],
  ])("is refused where it does not cut: %s", (refused, line) => {
    const zones = [zone("A", [box(114.3, 30.6, 0.01, 0.01)])];
    expect(split(zones, "A", line)).toEqual({ refused });
  });

  test("from the rim into a hole separates nothing", () => {
    const hole = box(114.303, 30.603, 0.004, 0.004).toReversed();
    const zones = [zone("A", [box(114.3, 30.6, 0.01, 0.01), hole])];
    const line = [
      [114.299, 30.605],
      [114.305, 30.605],
    ];
    expect(split(zones, "A", line)).toEqual({ refused: "line-outside" });
  });

  test("cuts no zone that has children", () => {
    const zones = shakenGrid([]);
    expect(
      split(zones, "P", [
        [114.29, 30.605],
        [114.33, 30.605],
      ]),
    ).toEqual({
      refused: "has-children",
    });
  });
});

test("a zone is split by its children, which get new parents", () => {
  const zones = demoZones();
  const children = zones.filter(({ parentId }) => parentId === "Z01").map(({ id }) => id);
  const second = new Set(children.slice(0, 2));
  const names = [
    { id: "Z01A", name: "甲" },
    { id: "Z01B", name: "乙" },
  ] as const;
  const edit = splitByChildren(zones, "Z01", second, names);
  if (isRefused(edit)) throw new Error(edit.refused);
  expectSplit(zones, edit, "Z01", 2);
  for (const { id, parentId } of edit.zones.filter(({ level }) => level === "community")) {
    expect(parentId).toBe(second.has(id) ? "Z01B" : "Z01A");
  }
  expect(splitByChildren(zones, "Z01", new Set(), names)).toEqual({ refused: "group-empty" });
});

function between(a: Position | undefined, b: Position | undefined, share: number): Position {
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [a ?? [], b ?? []];
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}

function verticesOf({ geometry }: ZoneShape): Set<string> {
  return new Set(ringsOf(geometry).flat().map(vertexKey));
}
