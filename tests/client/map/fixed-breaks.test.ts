import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { legendQuery } from "../../../client/api/queries.ts";
import type { Scope } from "../../../client/map/layers/layer.ts";
import { recurrenceHexagons } from "../../../client/map/layers/recurrence-hexagons.ts";
import { recurrencePlaces } from "../../../client/map/layers/recurrence-places.ts";
import { keepRecurrenceTime } from "../../../client/state/recurrence-time.ts";

const [before, quiet, after] = [0, 1, 16].map(
  (minute) => `2026-08-01T10:${String(minute).padStart(2, "0")}:00+08:00`,
);

/** What the server fixed its breaks at when it started. */
let first = 4;
const six = () => Array.from({ length: 6 }, (_, band) => first * 2 ** band);

function answerTo(path: string): object {
  if (path.includes("/cells")) return [];
  if (path.includes("/places")) return { total: 0, places: [] };
  const scale = { unit: "", breaks: six() };
  return {
    unit: "",
    halfLifeDays: 60,
    windowDays: 365,
    historyStart: "2025-08-01",
    asOf: before,
    group: "all",
    kernel: { ...scale, bandwidthM: 150 },
    hexagons: [8, 9, 10].map((resolution) => ({ ...scale, resolution })),
    backlog: { ...scale, bandwidthM: 150 },
    reported: { ...scale, bandwidthM: 150 },
  };
}

beforeEach(() => {
  first = 4;
  vi.stubGlobal("document", { documentElement: { lang: "zh-CN" } });
  vi.stubGlobal("fetch", async (path: string) => Response.json(answerTo(path)));
});
afterEach(() => vi.unstubAllGlobals());

/** What the legend, the hexagons and the circles of a wall are banded by at a moment. */
async function breaksAt(asOf: string | undefined, client: QueryClient) {
  const scope = {
    filter: { asOf },
    bounds: [114.2, 30.5, 114.4, 30.7],
    zoom: 12,
    classes: "new",
    drawn: new Set(),
    client,
  } as unknown as Scope;
  const loaded = (layer: typeof recurrenceHexagons | typeof recurrencePlaces) =>
    client.ensureQueryData(layer.query(scope) as never);
  const { breaks } = (await loaded(recurrenceHexagons)) as { breaks: number[] };
  const { legend } = (await loaded(recurrencePlaces)) as {
    legend: { kernel: { breaks: number[] } };
  };
  const { kernel } = await client.ensureQueryData(legendQuery(scope.filter));
  return [kernel.breaks, breaks, legend.kernel.breaks];
}

test("the legend, hexagons and circles take the breaks of a server that began anew, all at the same moment", async () => {
  const client = new QueryClient();
  const old = six();
  keepRecurrenceTime(before ?? "", quiet ?? "");
  expect(await breaksAt(before, client)).toEqual([old, old, old]);
  first = 8;
  expect(await breaksAt(quiet, client)).toEqual([old, old, old]);
  expect(await breaksAt(after, client)).toEqual([six(), six(), six()]);
});
