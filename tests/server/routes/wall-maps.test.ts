import { distance } from "@turf/distance";
import { beforeAll, describe, expect, it } from "vitest";
import { ProblemCount } from "../../../domain/contract/problems.ts";
import { sheetOf } from "../../../domain/paper/page-size.ts";
import { wallLayout } from "../../../domain/paper/wall-layout.ts";
import { mapFrame } from "../../../domain/paper-map/map-frame.ts";
import { papersTexts } from "../../../domain/text/papers-text.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import { openPdf } from "../../../scripts/pdf-page.ts";
import { paperSource } from "../../../server/papers/paper-source.ts";
import { wallFills } from "../../../server/papers/wall-map/wall-fills.ts";
import { wallMapMarks } from "../../../server/papers/wall-map/wall-map-marks.ts";
import { wallMapOf } from "../../../server/papers/wall-map/wall-map-of.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = aCity()
  .withZone("Z1", [0, 0, 20, 30])
  .withZone("Z2", [20, 0, 40, 30])
  .withZone("Z11", [0, 0, 10, 30], "community", "Z1")
  .withZone("Z12", [10, 0, 20, 30], "community", "Z1")
  .withLead("市领导 01", "Z1")
  .withLead("市领导 02", "Z2", { to: TODAY - DAY_MS })
  .withLead("市领导 03", "Z2", { from: TODAY - DAY_MS })
  .withRoad(
    "R1",
    [
      [-4, 15],
      [20, 15],
      [44, 16],
    ],
    "和平大道",
  )
  .withRoad(
    "R2",
    [
      [8, -4],
      [8, 34],
    ],
    "学府路",
  )
  .withChief("区干部 05", "R1")
  .build();

const random = seeded(11);
const problems = Array.from({ length: 300 }, (_, i) => {
  const isClosed = i % 3 === 0;
  const reportedAt = TODAY - random.below(90) * DAY_MS;
  return aProblem({
    position: at(random() * 39 + 0.5, random() * 29 + 0.5),
    reportedAt,
    dueAt: reportedAt + Math.round((i % 5 === 0 ? 2000 : 2400) * HOUR_MS * random()),
    ...(isClosed && { closings: [{ closedAt: TODAY - HOUR_MS, reopenedAt: null }] }),
  });
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp(pack, [
    ...problems,
    aProblem({ position: at(80, 80), reportedAt: TODAY - DAY_MS }),
  ]);
});

async function mapOf(query: string) {
  const response = await app.request(`/api/wall-maps/map.pdf?${query}`);
  expect(response.status).toBe(200);
  return openPdf(new Uint8Array(await response.arrayBuffer()));
}

const countOf = async (query: string) =>
  ProblemCount.parse(await app.get(`/api/problems/count?${query}`));

async function drawn(zone: string | null, size: "A3" | "A1" = "A3") {
  const text = papersTexts.zh;
  const map = wallMapOf(app.city, { zone, colour: "lead", on: TODAY, text });
  const layout = wallLayout(sheetOf(size, "landscape"), map.areas.length);
  const measure = (words: string, sizeMm: number) => [...words].length * sizeMm;
  const { fills } = wallFills(map, text);
  const source = paperSource(app.city.pack);
  return { map, layout, ...(await wallMapMarks({ map, layout, fills, source, measure, text })) };
}

describe("GET /api/wall-maps/map.pdf", () => {
  it.each([
    ["size=A3", 1191, 842],
    ["size=A1&orientation=portrait", 1684, 2384],
  ])("%s is a sheet of that size, all of its text on it", async (query, width, height) => {
    const pdf = await mapOf(query);
    expect((await pdf.sizeOf(1)).map(Math.round)).toEqual([width, height]);
    for (const { text, x, y } of await pdf.textsOf(1)) {
      expect(x, text).toBeGreaterThan(0);
      expect(x, text).toBeLessThan(width);
      expect(y, text).toBeGreaterThan(0);
      expect(y, text).toBeLessThan(height);
    }
  });

  it("says scale, projection, day, zones, and who leads them on that day", async () => {
    const words = async (query: string) =>
      (await (await mapOf(query)).textsOf(1)).map(({ text }) => text).join("|");
    const now = await words("colour=workload");
    for (const word of ["1:", "WGS 84", "数据截至", "Z1片区", "市领导 01", "市领导 03", "件/km²"])
      expect(now).toContain(word);
    expect(now).not.toContain("市领导 02");
    const before = app.city.clock.toIso(TODAY - 2 * DAY_MS);
    expect(await words(`on=${encodeURIComponent(before)}`)).toContain("市领导 02");
  });

  it("names communities and section chiefs on the map of one zone", async () => {
    const words = (await (await mapOf("zone=Z1")).textsOf(1)).map(({ text }) => text).join("|");
    expect(words).toContain("Z11片区");
    expect(words).toContain("和平大道 区干部 05");
    expect(words).toContain("挂片领导");
  });

  it.each(["size=A4", "colour=red", "orientation=upright", "scale=5", "on=soon"])(
    "refuses %s",
    async (query) => {
      expect((await app.request(`/api/wall-maps/map.pdf?${query}`)).status).toBe(400);
    },
  );

  it("answers 404 for a zone that is not there", async () => {
    expect((await app.request("/api/wall-maps/map.pdf?zone=Z9")).status).toBe(404);
  });

  it("is drawn for a city without zones, roads and problems", async () => {
    const empty = await testApp(aCity().build(), []);
    expect((await empty.request("/api/wall-maps/map.pdf?colour=workload")).status).toBe(200);
  });
});

describe("what a wall map shows", () => {
  it.each([
    [null, "status=open"],
    ["Z1", "status=open&zone=Z1"],
  ])("rings of %s hold exactly the open problems that the list counts", async (zone, query) => {
    const { rings, outside, map } = await drawn(zone);
    const { total, byStatus } = await countOf(query);
    expect(rings.reduce((sum, ring) => sum + ring.open, 0) + outside).toBe(total);
    expect(map).toMatchObject({ open: total, overdue: byStatus.overdue });
    expect(rings.length).toBeGreaterThan(10);
  });

  it("says how many lie beyond the sheet", async () => {
    const { outside, map } = await drawn(null);
    expect(outside).toBe(1);
    const words = (await (await mapOf("")).textsOf(1)).map(({ text }) => text).join("");
    expect(words).toContain("另有 1 件在图幅以外");
    expect(words).toContain(`图上共 ${map.open - 1} 件未办结`);
  });

  it("prints no ring over another", async () => {
    const { rings } = await drawn(null);
    for (const [i, a] of rings.entries())
      for (const b of rings.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.radius + b.radius);
  });

  it("is true to its scale within half a percent", async () => {
    for (const size of ["A3", "A1"] as const) {
      const { frame } = await drawn(null, size);
      const [a, b] = [at(2, 3), at(37, 28)];
      const onPaperM =
        (Math.hypot(frame.x(b[0]) - frame.x(a[0]), frame.y(b[1]) - frame.y(a[1])) *
          frame.denominator) /
        1000;
      expect(Math.abs(onPaperM / distance(a, b, { units: "meters" }) - 1)).toBeLessThan(0.005);
    }
  });

  it("shows more of the ground on a larger sheet, not more ground", async () => {
    const [small, large] = [(await drawn(null, "A3")).frame, (await drawn(null, "A1")).frame];
    expect(large.denominator).toBeLessThanOrEqual(small.denominator / 1.6);
    const { box } = small;
    const doubled = { x: box.x * 2, y: box.y * 2, width: box.width * 2, height: box.height * 2 };
    expect(mapFrame(doubled, at(20, 15), large.denominator).denominator).toBe(large.denominator);
  });
});
