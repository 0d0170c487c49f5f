import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDegrees, parsePair, parseWktPoint } from "../../../domain/imports/position-text.ts";

const lngs = fc
  .double({ min: -180, max: 180, noNaN: true })
  .map((v) => Math.round(v * 1e7) / 1e7 + 0);
const lats = fc
  .double({ min: -90, max: 90, noNaN: true })
  .map((v) => Math.round(v * 1e7) / 1e7 + 0);
const MICRO = 1e-9;

describe("parseDegrees", () => {
  test.each([
    ["114.2609", 114.2609],
    ["114,2609", 114.2609],
    ["－71.0587", -71.0587],
    ["-71.0587", -71.0587],
    ["１１４．２６", 114.26],
    ["30°35'34.2\"N", 30 + 35 / 60 + 34.2 / 3600],
    ["30°35′34.2″S", -(30 + 35 / 60 + 34.2 / 3600)],
    ["N30°35.57′", 30 + 35.57 / 60],
    ["30 35 34.2", 30 + 35 / 60 + 34.2 / 3600],
    ["-0°30'", -0.5],
    ["北纬30度35分34秒", 30 + 35 / 60 + 34 / 3600],
    ["东经114.26", 114.26],
    ["西经71度3分", -(71 + 3 / 60)],
    ["30.5°", 30.5],
    ["30°60'", null],
    ["-30°N", null],
    ["abc", null],
    ["", null],
    ["1.2.3", null],
    ["Infinity", null],
  ])("%s", (text, degrees) => {
    const read = parseDegrees(text)?.degrees ?? null;
    if (degrees === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(degrees, 9);
  });

  test("degrees, minutes and seconds of any angle are read back", () => {
    fc.assert(
      fc.property(lngs, fc.constantFrom("°'\"", "度分秒", "°′″"), (value, marks) => {
        const [d, m, s] = [...marks];
        const size = Math.abs(value);
        const minutes = (size % 1) * 60;
        const seconds = Math.min(59.9999999, (minutes % 1) * 60);
        const text = `${Math.floor(size)}${d}${Math.floor(minutes)}${m}${seconds.toFixed(7)}${s}${value < 0 ? "W" : "E"}`;
        const read = parseDegrees(text);
        expect(read?.axis).toBe("lng");
        expect(Math.abs(read!.degrees - value)).toBeLessThan(1e-7);
      }),
    );
  });
});

describe("parsePair", () => {
  test("two decimals are read back in either order, however they are set apart", () => {
    const shapes = fc.constantFrom(
      (a: string, b: string) => `${a},${b}`,
      (a: string, b: string) => `(${a}, ${b})`,
      (a: string, b: string) => `${a} ${b}`,
      (a: string, b: string) => `[${a}，${b}]`,
      (a: string, b: string) => `${a.replace(".", ",")}; ${b.replace(".", ",")}`,
    );
    fc.assert(
      fc.property(lngs, lats, shapes, fc.boolean(), (lng, lat, shape, isLatFirst) => {
        const [a, b] = [lng.toFixed(7), lat.toFixed(7)];
        const read = isLatFirst
          ? parsePair(shape(b, a), "lat-lng")
          : parsePair(shape(a, b), "lng-lat");
        expect(Math.abs(read!.lng - lng)).toBeLessThan(MICRO);
        expect(Math.abs(read!.lat - lat)).toBeLessThan(MICRO);
      }),
    );
  });

  test("hemispheres say which is which, whatever the order", () => {
    const here = { lng: 114.5, lat: 30.5 };
    expect(parsePair("30.5N, 114.5E", "lng-lat")).toEqual(here);
    expect(parsePair("E114.5 N30.5", "lat-lng")).toEqual(here);
    expect(parsePair("N30°30' E114°30'", "lng-lat")).toEqual(here);
    expect(parsePair("30°30′N114°30′E", "lng-lat")).toEqual(here);
    expect(parsePair("东经114.5，北纬30.5", "lat-lng")).toEqual(here);
    expect(parsePair("30.5N, 31.5N", "lat-lng")).toBeNull();
  });

  test("four numbers parted by commas are two decimal commas", () => {
    expect(parsePair("30,5, 114,25", "lat-lng")).toEqual({ lng: 114.25, lat: 30.5 });
  });

  test.each(["", "30.5", "30.5,", "a,b", "1,2,3", "长江路 5 号"])("%s is no pair", (text) => {
    expect(parsePair(text, "lng-lat")).toBeNull();
  });
});

test("parseWktPoint reads points with and without height and SRID, and nothing else", () => {
  expect(parseWktPoint("POINT (114.3 30.6)")).toEqual({ lng: 114.3, lat: 30.6 });
  expect(parseWktPoint("point z(114.3 30.6 12)")).toEqual({ lng: 114.3, lat: 30.6 });
  expect(parseWktPoint("SRID=4326;POINT(-71.05 42.3)")).toEqual({ lng: -71.05, lat: 42.3 });
  for (const text of ["POINT EMPTY", "POINT (1)", "POINT (a b)", "LINESTRING (0 0, 1 1)", ""]) {
    expect(parseWktPoint(text)).toBeNull();
  }
});
