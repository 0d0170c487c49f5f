import { describe, expect, test } from "vitest";
import { cleanLine, cleanRing } from "../../../domain/spatial/clean-vertices.ts";

describe("a ring", () => {
  test("that is sound comes back vertex for vertex", () => {
    const ring = [
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    expect(cleanRing(ring)).toEqual({ ring, wasOpen: false, repeated: 0 });
  });

  test("that is open is closed, and says so", () => {
    const open = [
      [0, 0],
      [1, 0],
      [0, 1],
    ];
    expect(cleanRing(open)).toEqual({ ring: [...open, [0, 0]], wasOpen: true, repeated: 0 });
  });

  test("loses vertices that repeat the one before at seven decimals, the seam included", () => {
    const ring = [
      [0, 0],
      [0, 0],
      [1, 0],
      [1, 0.00000004],
      [0, 1],
      [0, 0],
      [0, 0],
    ];
    expect(cleanRing(ring)).toEqual({
      ring: [
        [0, 0],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      wasOpen: false,
      repeated: 3,
    });
  });

  test.each([
    ["no vertex", []],
    ["one vertex", [[1, 1]]],
    [
      "one vertex many times",
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      "two vertices and back",
      [
        [0, 0],
        [1, 1],
        [0, 0],
      ],
    ],
    [
      "vertices on one line",
      [
        [0, 0],
        [1, 1],
        [3, 3],
        [2, 2],
        [0, 0],
      ],
    ],
  ])("of %s encloses nothing", (_, positions) => {
    expect(cleanRing(positions).ring).toBeNull();
  });
});

test("a line of one point, however often, is none; others lose repeats only", () => {
  expect(
    cleanLine([
      [1, 1],
      [1, 1],
    ]),
  ).toEqual({ line: null, repeated: 1 });
  expect(cleanLine([])).toEqual({ line: null, repeated: 0 });
  expect(
    cleanLine([
      [0, 0],
      [0, 0],
      [2, 2],
      [0, 0],
    ]),
  ).toEqual({
    line: [
      [0, 0],
      [2, 2],
      [0, 0],
    ],
    repeated: 1,
  });
});
