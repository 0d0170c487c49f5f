import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJsonText } from "../../../../server/packs/reading/json-text.ts";

const text = JSON.stringify(
  {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        id: 1.5e21,
        ok: true,
        none: null,
        properties: { name: "一\n\u0001“", empty: {}, list: [] },
        geometry: { type: "Point", coordinates: [-1.5, 2] },
      },
    ],
  },
  null,
  1,
);

test("a text cut anywhere is called truncated, not wrong", () => {
  for (let length = 1; length < text.length; length++) {
    const { value, notes } = parseJsonText(text.slice(0, length), "x.geojson");
    expect(value).toBeUndefined();
    expect(notes).toEqual([{ code: "file-truncated", file: "x.geojson" }]);
  }
});

test("a character that does not belong is found on its line, or close before the place it spoils", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 3 }), (at) => {
      const spoiled = `${text.slice(0, at)}§${text.slice(at)}`;
      const { value, notes } = parseJsonText(spoiled, "x.geojson");
      // Inside a string it is a character like any other.
      if (value !== undefined) return;
      expect(notes).toHaveLength(1);
      const [line = 0, column = 0] = (notes[0]?.detail ?? "").split(":").map(Number);
      const before = spoiled.slice(0, at).split("\n");
      expect(notes[0]?.code).toBe("file-not-json");
      expect(line).toBe(before.length);
      expect(Math.abs(column - ((before.at(-1)?.length ?? 0) + 1))).toBeLessThanOrEqual(1);
      expect(notes[0]?.value).toContain("§");
    }),
    { seed: 6, numRuns: 400 },
  );
});

describe("NaN and Infinity", () => {
  test("become null, counted, wherever they stand as values", () => {
    const { value, notes } = parseJsonText('{"a":[NaN,-Infinity, 1],"b":Infinity}', "x.json");
    expect(value).toEqual({ a: [null, null, 1], b: null });
    expect(notes).toEqual([{ code: "not-a-number", file: "x.json", count: 3 }]);
  });

  test("stay what they are inside text", () => {
    const { value } = parseJsonText('{"NaN":"Infinity \\" NaN","n":NaN}', "x.json");
    expect(value).toEqual({ NaN: 'Infinity " NaN', n: null });
  });

  test("do not hide what else is wrong", () => {
    const { value, notes } = parseJsonText('{"a":NaN,"b":}', "x.json");
    expect(value).toBeUndefined();
    expect(notes.map(({ code }) => code)).toEqual(["file-not-json"]);
  });
});
