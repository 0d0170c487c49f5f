import { decode } from "fast-png";
import { latLngToCell } from "h3-js";
import { beforeAll, describe, expect, test } from "vitest";
import { CityManifest, Health } from "../../../domain/contract/city.ts";
import { ProblemCount } from "../../../domain/contract/problems.ts";
import {
  RecurrenceCells,
  RecurrenceLegend,
  RecurrencePlaces,
} from "../../../domain/contract/recurrence.ts";
import { SearchResults } from "../../../domain/contract/search.ts";
import { DutyAt, DutyList, ZoneList } from "../../../domain/contract/zones.ts";
import { bandOf, heatColours } from "../../../domain/heat-ramp.ts";
import { noFilter } from "../../../domain/problem-filter.ts";
import { kernelDensityAt } from "../../../domain/recurrence/kernel-density.ts";
import { tilesCovering } from "../../../domain/spatial/web-mercator.ts";
import { recurrencePoints } from "../../../server/heat/weighted-points.ts";
import { at } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp(gridCity(), randomProblems(seeded(81), 2500));
});

describe("the city", () => {
  test("health and manifest speak of the same city", async () => {
    const health = Health.parse(await app.get("/api/health"));
    const city = CityManifest.parse(await app.get("/api/city"));
    const count = ProblemCount.parse(await app.get("/api/problems/count"));
    expect(health).toMatchObject({ status: "ok", pack: "test", revision: city.revision });
    expect(city.problems).toBe(count.total);
    expect(city.unplaced).toBe(count.unplaced);
    const [west, south, east, north] = city.bounds;
    const all = ProblemCount.parse(
      await app.get(`/api/problems/count?bbox=${[west, south, east, north]}`),
    );
    expect(all.total).toBe(count.total);
  });

  test("zones carry their leads of the day and counts that add up", async () => {
    const zones = ZoneList.parse(await app.get("/api/zones?level=zone"));
    expect(zones.features).toHaveLength(16);
    for (const { properties } of zones.features.slice(0, 5)) {
      const { byStatus } = ProblemCount.parse(
        await app.get(`/api/problems/count?zone=${properties.id}`),
      );
      expect(properties.openCount).toBe(byStatus.open);
      expect(properties.overdueCount).toBe(byStatus.overdue);
      const places = RecurrencePlaces.parse(
        await app.get(`/api/recurrence/places?limit=2000&zone=${properties.id}`),
      );
      expect(properties.recurrenceCount).toBe(places.places.reduce((sum, { k }) => sum + k, 0));
    }
    const early = ZoneList.parse(await app.get("/api/zones?level=zone&asOf=2026-01-05"));
    expect(early.features[0]?.properties.leads).toEqual(["领导0"]);
    expect(zones.features[0]?.properties.leads).toEqual(["领导4"]);
  });

  test("duties of a day, and everyone who answers for a spot", async () => {
    const today = DutyList.parse(await app.get("/api/duties?role=zone-lead"));
    const then = DutyList.parse(await app.get("/api/duties?role=zone-lead&on=2026-01-05"));
    const history = DutyList.parse(await app.get("/api/duties?role=zone-lead&on=all"));
    expect([today.features.length, then.features.length, history.features.length]).toEqual([
      16, 16, 32,
    ]);
    expect(then.features[0]?.geometry?.type).toBe("Polygon");
    const [lng, lat] = at(2.5, 0.1);
    const answer = DutyAt.parse(
      await app.get(`/api/duty-at?lng=${lng}&lat=${lat}&category=E0501&on=2026-01-05`),
    );
    expect(answer.zone).toEqual({ id: "Z00", name: "Z00片区" });
    expect(answer.section?.id).toBe("H0");
    expect(answer.duties.map(({ via }) => via)).toEqual([
      "section",
      "community",
      "zone",
      "category",
      "territory",
    ]);
  });

  test("search finds zones, roads, people and problems", async () => {
    const find = async (q: string) =>
      SearchResults.parse(await app.get(`/api/search?q=${encodeURIComponent(q)}`)).results;
    expect((await find("横3路"))[0]).toMatchObject({ kind: "road", title: "横3路" });
    expect((await find("领导2"))[0]).toMatchObject({ kind: "person" });
    expect((await find("Z11"))[0]).toMatchObject({ kind: "zone" });
    expect((await find("r1234"))[0]).toMatchObject({ kind: "problem", id: "r1234" });
    expect(await find("没有这个")).toEqual([]);
  });
});

describe("recurrence", () => {
  test("cells of every resolution hold the same recurrences as the places", async () => {
    for (const filter of ["", "category=E05", "zone=Z11", "source=hotline&asOf=2026-08-01"]) {
      const { places, total } = RecurrencePlaces.parse(
        await app.get(`/api/recurrence/places?limit=2000&${filter}`),
      );
      expect(places).toHaveLength(total);
      const k = places.reduce((sum, place) => sum + place.k, 0);
      for (const res of [8, 9, 10]) {
        const cells = RecurrenceCells.parse(
          await app.get(`/api/recurrence/cells?res=${res}&${filter}`),
        );
        const inCell = new Map<string, number>();
        for (const { position, k: own } of places) {
          const id = latLngToCell(position[1], position[0], res);
          inCell.set(id, (inCell.get(id) ?? 0) + own);
        }
        expect(new Map(cells.map(({ h3, count }) => [h3, count]))).toEqual(inCell);
        expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(k);
        expect(cells.every(({ boundary, rate }) => boundary.length === 7 && rate > 0)).toBe(true);
      }
    }
  });

  test("a heat tile shows at each pixel the band of the direct kernel sum there", async () => {
    const { kernel } = RecurrenceLegend.parse(await app.get("/api/recurrence/legend"));
    const { recurrence, problems, tables } = app.city;
    const points = recurrencePoints(recurrence, problems.compile(noFilter, TODAY), null);
    const colours = heatColours.light.map((hex) =>
      [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)),
    );
    let painted = 0;
    for (const z of [12, 14, 16]) {
      for (const tile of tilesCovering([...at(8, 8), ...at(12, 12)] as never, z).slice(0, 2)) {
        const response = await app.request(`/api/recurrence/heat/${z}/${tile.x}/${tile.y}.png`);
        expect(response.headers.get("content-type")).toBe("image/png");
        const { data, width } = decode(new Uint8Array(await response.arrayBuffer()));
        for (let probe = 0; probe < 60; probe++) {
          const [px, py] = [(probe * 37) % 256, (probe * 91) % 256];
          const lng = ((tile.x + (px + 0.5) / 256) / 2 ** z) * 360 - 180;
          const n = Math.PI * (1 - (2 * (tile.y + (py + 0.5) / 256)) / 2 ** z);
          const lat = (Math.atan(Math.sinh(n)) * 180) / Math.PI;
          const value = kernelDensityAt(
            tables.plane.x(lng),
            tables.plane.y(lat),
            points.weight.length,
            points.x,
            points.y,
            points.weight,
            recurrence.settings.kernelM,
          );
          const band = bandOf(value, kernel.breaks);
          const at4 = 4 * (py * width + px);
          if (band < 0) {
            expect(data[at4 + 3]).toBe(0);
            continue;
          }
          painted++;
          const low = kernel.breaks[band]!;
          const top = kernel.breaks[band + 1] ?? Number.POSITIVE_INFINITY;
          if (value < top - (top - low) * 0.14) {
            expect([...data.slice(at4, at4 + 3)]).toEqual(colours[band]);
          }
        }
      }
    }
    expect(painted).toBeGreaterThan(30);
  });

  test("breaks double, and stay the same whatever the filter's dates, box or day", async () => {
    const breaks = async (query: string) =>
      RecurrenceLegend.parse(await app.get(`/api/recurrence/legend?${query}`));
    const all = await breaks("");
    for (const scale of [all.kernel, ...all.hexagons, all.backlog]) {
      expect(scale.breaks).toHaveLength(6);
      for (const [i, value] of scale.breaks.slice(1).entries())
        expect(value).toBe(2 * scale.breaks[i]!);
    }
    const other = await breaks("from=2026-05-01&zone=Z11&asOf=2026-07-01");
    expect(other.kernel).toEqual(all.kernel);
    expect(other.hexagons).toEqual(all.hexagons);
  });
});

describe("around the contract", () => {
  test("the OpenAPI document names every path of the contract and the docs page shows them", async () => {
    const document = (await app.get("/api/openapi.json")) as {
      paths: Record<string, Record<string, unknown>>;
    };
    for (const path of [
      "/api/health",
      "/api/city",
      "/api/zones",
      "/api/duties",
      "/api/duty-at",
      "/api/problems",
      "/api/problems/count",
      "/api/problems/{id}",
      "/api/problems/clusters/{z}/{x}/{y}",
      "/api/recurrence/places",
      "/api/recurrence/cells",
      "/api/recurrence/heat/{z}/{x}/{y}.png",
      "/api/recurrence/legend",
      "/api/tiles/basemap/{z}/{x}/{y}.pbf",
    ]) {
      expect(Object.keys(document.paths), path).toContain(path);
    }
    expect(Object.keys(document.paths["/api/problems"] ?? {})).toEqual(
      expect.arrayContaining(["get", "post"]),
    );
    expect(Object.keys(document.paths["/api/problems/{id}"] ?? {})).toEqual(
      expect.arrayContaining(["get", "patch"]),
    );
    const page = await (await app.request("/api/docs")).text();
    expect(page).toContain("/api/problems/clusters/{z}/{x}/{y}");
    expect(page).not.toMatch(/https?:\/\//);
  });

  test("basemap tiles are cached by version and empty far away", async () => {
    const [tile] = tilesCovering([...at(5, 5), ...at(5, 5)] as never, 13);
    const path = `/api/tiles/basemap/13/${tile!.x}/${tile!.y}.pbf`;
    const first = await app.request(path);
    expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(50);
    const again = await app.request(path, {
      headers: { "If-None-Match": first.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
    const away = await app.request("/api/tiles/basemap/13/0/0.pbf");
    expect([away.status, (await away.arrayBuffer()).byteLength]).toEqual([200, 0]);
  });

  test("an error that nobody foresaw tells the client a number and the log everything", async () => {
    const broken = await testApp(gridCity(), []);
    broken.city.storage.problemsById = () => Promise.reject(new Error("disk on fire"));
    const response = await broken.request("/api/problems/x");
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(body).not.toContain("disk on fire");
    expect(broken.logged[0]).toMatchObject({ level: "error", message: "disk on fire" });
    expect(body).toContain(String(broken.logged[0]?.requestId));
  });

  test("what is logged of an error says the route, and nothing that the request was sent with", async () => {
    const broken = await testApp(gridCity(), []);
    broken.city.storage.problemsById = () => Promise.reject(new Error("disk on fire"));
    const headers = { Authorization: "Bearer no-key-of-anybody", Cookie: "session=none" };
    const sent = ["330106199001011234", "secret=s3cret", "no-key-of-anybody", "session=none"];
    await broken.request("/api/problems/330106199001011234?secret=s3cret", { headers });
    await broken.request("/api/problems/330106199001011234", { headers });
    const [entry] = broken.logged.filter(({ level }) => level === "error");
    expect(entry).toMatchObject({ message: "disk on fire", route: "/api/problems/:id" });
    const logged = JSON.stringify(broken.logged);
    for (const each of sent) expect(logged).not.toContain(each);
  });

  test("answers carry the safety headers and allow no other host", async () => {
    const { headers } = await app.request("/api/health");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});
