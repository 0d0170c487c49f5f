import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { switchable } from "../../../client/map/layers/registry.ts";
import {
  cameraText,
  filterParams,
  parseSearch,
  pickedText,
  readCamera,
  readEvidenceUrl,
  readPicked,
  readUrl,
  stringifySearch,
  urlNames,
} from "../../../client/state/url-state.ts";
import { layersText, readLayers, toggledLayer } from "../../../client/state/visible-layers.ts";

describe("the address of the workbench", () => {
  test("whatever it holds comes back from its text", () => {
    const value = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
    const url = fc.dictionary(fc.constantFrom(...urlNames), value, { maxKeys: 8 });
    fc.assert(
      fc.property(url, (given) => {
        const wellFormed = Object.fromEntries(
          Object.entries(given).map(([name, text]) => [name, text.toWellFormed()]),
        );
        const text = stringifySearch(wellFormed);
        expect(readUrl(parseSearch(text))).toEqual(wellFormed);
      }),
    );
  });

  test("keeps commas and colons readable and drops what it does not know", () => {
    expect(stringifySearch({ category: "E05,P0203", pick: "zone:Z07" })).toBe(
      "?category=E05,P0203&pick=zone:Z07",
    );
    expect(readUrl({ category: "E05", shade: "red", zone: 7, from: "" })).toEqual({
      category: "E05",
    });
  });

  test("bbox is the map's own and no part of the filter that goes into requests", () => {
    expect(filterParams({ category: "E05", bbox: "1,2,3,4", at: "1,2,3" })).toEqual({
      category: "E05",
    });
  });

  test("a camera comes back to a metre and a hundredth of a zoom; nonsense is no camera", () => {
    const camera = { lng: 114.298765, lat: 30.601234, zoom: 13.456 };
    const back = readCamera(cameraText(camera));
    expect(back?.lng).toBeCloseTo(camera.lng, 4);
    expect(back?.zoom).toBeCloseTo(camera.zoom, 1);
    for (const text of [undefined, "", "1,2", "a,b,c", "200,0,3", "1,2,99", "1,2,3,4"]) {
      expect(readCamera(text), String(text)).toBeNull();
    }
  });

  test("what is picked comes back; nonsense is nothing", () => {
    for (const picked of [
      { kind: "zone", id: "Z07" },
      { kind: "problem", id: "a:b" },
      { kind: "place", id: 12 },
      { kind: "spot", lng: 114.25, lat: 30.5 },
      { kind: "stack", bbox: "1,2,3,4" },
      { kind: "quality", of: "recurrence" },
    ] as const) {
      expect(readPicked(pickedText(picked))).toEqual(picked);
    }
    for (const text of [
      undefined,
      "",
      "zone",
      "zone:",
      "place:x",
      "spot:1",
      "spot:999,1",
      "ghost:1",
      "quality:roads",
    ]) {
      expect(readPicked(text), String(text)).toBeNull();
    }
  });
});

test("a printed sheet keeps the moment it is of and its language, nothing else", () => {
  expect(readEvidenceUrl({ asOf: "2026-11-21", lang: "en", category: "E05", list: "x" })).toEqual({
    asOf: "2026-11-21",
    lang: "en",
  });
  expect(readEvidenceUrl({})).toEqual({});
});

describe("layers in the address", () => {
  test("absent means the default ones, and they are written as absent", () => {
    expect(layersText(readLayers(undefined))).toBeUndefined();
    expect(readLayers(layersText(new Set()))).toEqual(new Set());
  });

  test("any choice comes back", () => {
    fc.assert(
      fc.property(fc.subarray(switchable.map(({ id }) => id)), (ids) => {
        expect(readLayers(layersText(new Set(ids)))).toEqual(new Set(ids));
      }),
    );
  });

  test("recurrence and backlog are never on together", () => {
    let on = readLayers("hexagons,clusters");
    on = toggledLayer(on, "backlog");
    expect(on).toEqual(new Set(["clusters", "backlog"]));
    on = toggledLayer(on, "heat");
    expect(on).toEqual(new Set(["clusters", "heat"]));
    expect(toggledLayer(on, "heat")).toEqual(new Set(["clusters"]));
  });
});
