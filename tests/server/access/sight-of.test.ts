import { expect, test } from "vitest";
import { noFilter } from "../../../domain/problem-filter.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { seesProblem, sightOf } from "../../../server/access/sight-of.ts";
import { unplacedRows } from "../../../server/problem-index/match-rows.ts";
import { changeZones } from "../../../server/services/change-zones.ts";
import { aCity, aProblem, at, T0 } from "../../support/city-builder.ts";
import { runningCity, TODAY } from "../../support/test-city.ts";
import { aViewer, LEADER, UNIT } from "../../support/viewers.ts";

const zone = (id: string, west: number, east: number) => ({
  id,
  name: id,
  level: "zone" as const,
  parentId: null,
  geometry: {
    type: "Polygon" as const,
    coordinates: [[at(west, 0), at(east, 0), at(east, 10), at(west, 10), at(west, 0)]],
  },
  from: [],
});

test("what a leader sees follows duties and borders on the day that they change", async () => {
  const clock = { now: TODAY };
  const until = TODAY + 3 * DAY_MS;
  const pack = aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withLead(LEADER, "A", { to: until })
    .build();
  const spot = { position: at(4.5, 5), category: "E0102", assignedUnitId: null };
  const city = await runningCity(pack, [aProblem(spot)], clock);
  const viewer = aViewer("leader");
  const day = new Date(TODAY + DAY_MS).toISOString();
  await changeZones(
    { city, actor: "test" },
    { at: day, kind: "edit", zones: [zone("A", 0, 4), zone("B", 4, 10)], remove: [] },
  );
  const sees = () => seesProblem(city, viewer, spot);
  const own = { ...spot, position: at(1, 1) };
  expect(sees()).toBe(true);
  clock.now = TODAY + DAY_MS;
  expect(sees()).toBe(false);
  expect(seesProblem(city, viewer, own)).toBe(true);
  clock.now = until;
  expect(seesProblem(city, viewer, own)).toBe(false);
});

test("the tray of a line shows what it can be opened for", async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 5, 10])
    .withDuty("sub-headquarters", { type: "category", id: "E01" }, { unitId: UNIT })
    .build();
  const tray = ["E0102", "P0102"].map((category) =>
    aProblem({ id: category, category, position: null, reportedAt: T0 }),
  );
  const city = await runningCity(pack, tray);
  const viewer = aViewer("unit");
  const rows = city.problems.compile(noFilter, TODAY, sightOf(city, viewer));
  const listed = city.problems.match(rows, unplacedRows);
  const ids = Array.from(listed.rows.subarray(0, listed.count), (row) =>
    city.problems.idOfRow(row),
  );
  expect(ids).toEqual(["E0102"]);
  expect(tray.filter((problem) => seesProblem(city, viewer, problem)).map(({ id }) => id)).toEqual(
    ids,
  );
});
