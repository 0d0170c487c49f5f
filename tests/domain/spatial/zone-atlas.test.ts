import { expect, test } from "vitest";
import type { GridZone, ZoneVersion } from "../../../domain/grid-zone.ts";
import { ALWAYS } from "../../../domain/grid-zone.ts";
import { zoneAtlas } from "../../../domain/spatial/zone-atlas.ts";
import { aCity, at, T0 } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";

/** Nine zones in a grid of three by three; cell lines at `x` and `y`. */
function grid(x: readonly [number, number], y: readonly [number, number]): readonly GridZone[] {
  const [xs, ys] = [
    [0, ...x, 9],
    [0, ...y, 9],
  ];
  const city = aCity();
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const [west = 0, east = 0] = xs.slice(column, column + 2);
      const [south = 0, north = 0] = ys.slice(row, row + 2);
      city.withZone(`Z${row}${column}`, [west, south, east, north]);
    }
  }
  return city.build().zones;
}

/** Sheet after sheet: a zone that is drawn as before keeps its version. */
function versionsOf(sheets: readonly (readonly [from: number, zones: readonly GridZone[]])[]) {
  const versions: ZoneVersion[] = [];
  for (const [from, zones] of sheets) {
    zones.forEach((zone, rank) => {
      const last = versions.findLast((version) => version.zone.id === zone.id);
      if (last && JSON.stringify(last.zone) === JSON.stringify(zone)) return;
      if (last) versions[versions.indexOf(last)] = { ...last, to: from };
      versions.push({ zone, rank, from, to: null });
    });
  }
  return versions;
}

test("an older sheet answers as if it stood alone, wherever it is asked", () => {
  const random = seeded(3);
  const line = () => [1 + random() * 3, 5 + random() * 3] as const;
  const sheets = [ALWAYS, T0, T0 + 1e9, T0 + 2e9].map(
    (from, i) => [from, i === 2 ? grid([3, 6], [3, 6]) : grid(line(), [3, 6])] as const,
  );
  const atlas = zoneAtlas(versionsOf(sheets));
  expect(atlas.sheets).toHaveLength(4);
  const found = new Int32Array(4);
  for (let i = 0; i < 3000; i++) {
    const [lng, lat] = at(random() * 11 - 1, random() * 11 - 1);
    atlas.locateInAll(lng, lat, found);
    expect([...found]).toEqual(atlas.sheets.map((sheet) => sheet.locate(lng, lat)));
  }
});

test("a sheet holds from its change to the next", () => {
  const atlas = zoneAtlas(
    versionsOf([
      [ALWAYS, grid([3, 6], [3, 6])],
      [T0, grid([4, 6], [3, 6])],
    ]),
  );
  expect([T0 - 1, T0, T0 + 1].map((t) => atlas.at(t).number)).toEqual([0, 1, 1]);
  expect(atlas.latest.number).toBe(1);
});
