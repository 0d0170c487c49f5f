import { beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { CityPack } from "../../../domain/city-pack.ts";
import {
  Open311Discovery,
  Open311Errors,
  Open311MadeList,
  type Open311Request,
  Open311Requests,
  type Open311Service,
  Open311ServiceDefinition,
  Open311Services,
  Open311Token,
} from "../../../domain/contract/open311.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import { PHOTO_BYTES } from "../../../server/photos/sent-photo.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";
import { as, aViewer, LEADER, UNIT } from "../../support/viewers.ts";
import { aPicture } from "../photos/hostile-pictures.ts";
import { sparkJson } from "./spark-convention.ts";

const V2 = "/open311/v2";
const HOSTILE = `<b>&amp;"']]></description> \u0007\u{1f6d1} 电话13812345678\n第二行`;

const operator = encodeURIComponent(JSON.stringify(aViewer("operator")));
const leader = encodeURIComponent(JSON.stringify(aViewer("leader")));

function aPack(): CityPack {
  return aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withRoad(
      "R1",
      [
        [1, 5],
        [9, 5],
      ],
      "和平大道",
    )
    .withLead(LEADER, "A")
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: UNIT })
    .build();
}

const reportedAt = TODAY - 10 * DAY_MS;
const problems = [
  aProblem({ id: "open", reportedAt, position: at(1, 1), description: HOSTILE, dueAt: TODAY }),
  aProblem({
    id: "closed",
    reportedAt: reportedAt + HOUR_MS,
    position: at(9, 9),
    category: "E0501",
    closings: [
      { closedAt: TODAY - 8 * DAY_MS, reopenedAt: TODAY - 7 * DAY_MS },
      { closedAt: TODAY - 3 * DAY_MS, reopenedAt: null },
    ],
    photos: [{ file: "p1.png", kind: "before" }],
  }),
  aProblem({ id: "withdrawn", reportedAt: reportedAt + 2 * HOUR_MS, state: "withdrawn" }),
  aProblem({
    id: "nowhere",
    reportedAt: reportedAt + 3 * HOUR_MS,
    position: null,
    address: "某处",
  }),
  aProblem({ id: "old", reportedAt: TODAY - 100 * DAY_MS, position: at(2, 2) }),
];

let app: TestApp;
beforeEach(async () => {
  app = await testApp(aPack(), problems);
});

function read(path: string, key: string | null = operator): Promise<Response> {
  const url = new URL(`http://city.test${V2}${path}`);
  if (key !== null) url.searchParams.set("api_key", decodeURIComponent(key));
  if (key !== null) url.search = `${url.search}`;
  return app.request(`${url.pathname}${url.search}`, { headers: as("none") });
}

/** The answer in both formats, checked against the specification and each other. */
async function checked<S extends z.ZodType>(
  path: string,
  { schema, root, status = 200 }: { schema: S; root: string; status?: number },
  key: string | null = operator,
): Promise<z.infer<S>> {
  const [before = "", query = ""] = path.split("?");
  const [json, xml] = await Promise.all(
    [".json", ".xml"].map((end) => read(`${before}${end}${query ? `?${query}` : ""}`, key)),
  );
  expect([path, json?.status, xml?.status]).toEqual([path, status, status]);
  expect(json?.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(xml?.headers.get("content-type")).toBe("text/xml; charset=utf-8");
  const value = schema.parse(await json?.json());
  expect(sparkJson((await xml?.text()) ?? "", root)).toEqual(inXml(value));
  return value;
}

/** Text without what XML cannot write, with line ends as its readers have them. */
function inXml(value: unknown): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text.replaceAll("\\u0007", "\ufffd").replaceAll("\\r\\n", "\\n"));
}

const requestList = { schema: Open311Requests, root: "service_requests" };
const idsOf = (requests: readonly Open311Request[]) =>
  requests.map((each) => each.service_request_id);
const refusal = (status: number) => ({ schema: Open311Errors, root: "errors", status });

describe("services", () => {
  test("are the categories of the tree, without a key", async () => {
    const services: Open311Service[] = await checked(
      "/services",
      { schema: Open311Services, root: "services" },
      null,
    );
    expect(services.find((each) => each.service_code === "E0501")).toEqual({
      service_code: "E0501",
      service_name: "无照经营游商",
      description: "街面秩序 / 无照经营游商，处置时限 4 小时",
      metadata: false,
      type: "realtime",
      keywords: "街面秩序,无照经营游商",
      group: "街面秩序",
    });
    expect(services.map((each) => each.service_code)).not.toContain("E");
  });

  test("ask for nothing more", async () => {
    const asked = { schema: Open311ServiceDefinition, root: "service_definition" };
    expect(await checked("/services/E0501", asked, null)).toEqual({
      service_code: "E0501",
      attributes: [],
    });
    for (const code of ["E", "E9999", "constructor", "%00"]) {
      const status = code === "%00" ? 400 : 404;
      await checked(`/services/${code}`, refusal(status), null);
    }
  });

  test("are of this city or another's", async () => {
    const asked = { schema: Open311Services, root: "services" };
    await checked("/services?jurisdiction_id=test", asked, null);
    await checked("/services?jurisdiction_id=", asked, null);
    const [error] = await checked("/services?jurisdiction_id=city.gov", refusal(404), null);
    expect(error).toMatchObject({ code: 404, description: expect.stringContaining("city.gov") });
  });
});

test("the door is found by its discovery file, in both formats", async () => {
  const [json, xml] = await Promise.all(
    ["json", "xml"].map((end) => app.request(`/open311/discovery.${end}`, { headers: as("none") })),
  );
  const found = Open311Discovery.parse(await json?.json());
  expect(found.endpoints[0]).toMatchObject({
    url: "http://localhost/open311/v2",
    type: "production",
  });
  expect(sparkJson((await xml?.text()) ?? "", "discovery")).toEqual(found);
});

describe("requests", () => {
  test("are those of the last 90 days, newest first, each as the specification has it", async () => {
    const found = await checked("/requests", requestList);
    expect(idsOf(found)).toEqual(["nowhere", "withdrawn", "closed", "open"]);
    const { clock } = app.city;
    expect(found[3]).toEqual({
      service_request_id: "open",
      status: "open",
      status_notes: null,
      service_name: "暴露垃圾",
      service_code: "E0102",
      description: HOSTILE,
      agency_responsible: `单位${UNIT}`,
      service_notice: null,
      requested_datetime: clock.toIso(reportedAt),
      updated_datetime: clock.toIso(reportedAt),
      expected_datetime: clock.toIso(TODAY),
      address: null,
      address_id: null,
      zipcode: null,
      lat: 30.601,
      long: 114.301,
      media_url: null,
    });
    expect(found[2]).toMatchObject({
      status: "closed",
      updated_datetime: clock.toIso(TODAY - 3 * DAY_MS),
      media_url: "http://localhost/api/photos/p1.png",
    });
    expect(found[1]).toMatchObject({ status: "closed", status_notes: "已撤回" });
    expect(found[0]).toMatchObject({ lat: null, long: null, address: "某处" });
  });

  test.each([
    ["status=open", ["nowhere", "open"]],
    ["status=closed", ["withdrawn", "closed"]],
    ["status=closed,open", ["nowhere", "withdrawn", "closed", "open"]],
    ["service_code=E05", ["closed"]],
    ["service_code=E0501,E0102", ["nowhere", "withdrawn", "closed", "open"]],
    ["service_code=E0501&service_code=P01", ["closed"]],
    ["service_request_id=old,open,none&status=closed", ["old", "open"]],
    [`bbox=${[...at(0, 0), ...at(2, 2)].join()}`, ["open"]],
    ["page_size=2", ["nowhere", "withdrawn"]],
    ["page_size=2&page=2", ["closed", "open"]],
    ["page_size=2&page=3", []],
    ["status=closed&page_size=1&page=2", ["closed"]],
    ["status=&service_code=&extensions=true", ["nowhere", "withdrawn", "closed", "open"]],
  ])("with %s", async (query, ids) => {
    expect(idsOf(await checked(`/requests?${query}`, requestList)).sort()).toEqual([...ids].sort());
  });

  test("span 90 days at most, between any dates", async () => {
    const iso = (t: number) => encodeURIComponent(app.city.clock.toIso(t));
    const between = async (from: number, to: number) =>
      idsOf(await checked(`/requests?start_date=${iso(from)}&end_date=${iso(to)}`, requestList));
    expect(await between(TODAY - 120 * DAY_MS, TODAY - 90 * DAY_MS)).toEqual(["old"]);
    expect(await between(reportedAt, reportedAt)).toEqual(["open"]);
    const start = await checked(`/requests?start_date=${iso(TODAY - 101 * DAY_MS)}`, requestList);
    expect(idsOf(start)).toEqual(["old"]);
    const end = await checked(`/requests?end_date=${iso(reportedAt - 1)}`, requestList);
    expect(idsOf(end)).toEqual(["old"]);
    const [from, to] = [iso(TODAY - 91 * DAY_MS), iso(TODAY)];
    await checked(`/requests?start_date=${from}&end_date=${to}`, refusal(400));
  });

  test("that changed since, whenever they were reported", async () => {
    const iso = (t: number) => encodeURIComponent(app.city.clock.toIso(t));
    const since = async (t: number) =>
      idsOf(await checked(`/requests?updated_after=${iso(t)}`, requestList));
    expect(await since(TODAY - 4 * DAY_MS)).toEqual(["closed"]);
    app.clock.now = TODAY + HOUR_MS;
    await app.patch("/api/problems/old", { action: "recategorise", category: "E0104" }, "1");
    expect(await since(TODAY + 1)).toEqual(["old"]);
    const [changed] = await checked("/requests/old", requestList);
    expect(changed?.updated_datetime).toBe(app.city.clock.toIso(TODAY + HOUR_MS));
    const before = `updated_after=${iso(0)}&updated_before=${iso(TODAY - 20 * DAY_MS)}`;
    expect(idsOf(await checked(`/requests?${before}`, requestList))).toEqual(["old"]);
  });

  test.each([
    ["status=done", 400],
    ["page=0", 400],
    ["page_size=1001", 400],
    ["page=9999999", 400],
    ["start_date=yesterday", 400],
    ["updated_after=2026-13-01T00:00:00Z", 400],
    ["bbox=1,2,3", 400],
    ["service_code=E9999", 404],
    ["jurisdiction_id=nowhere", 404],
  ])("with %s are refused with %i", async (query, status) => {
    const [error] = await checked(`/requests?${query}`, refusal(status));
    expect(error?.code).toBe(status);
  });

  test("are found one by one, by their number or as a token", async () => {
    expect(idsOf(await checked("/requests/closed", requestList))).toEqual(["closed"]);
    const token = { schema: Open311Token.array(), root: "service_requests" };
    expect(await checked("/tokens/closed", token)).toEqual([
      { service_request_id: "closed", token: "closed" },
    ]);
    await checked("/requests/none", refusal(404));
    await checked("/tokens/none", refusal(404));
  });
});

describe("who may", () => {
  test.each([null, "invalid"])("read with the key %s: 403, in words", async (key) => {
    for (const path of ["/requests", "/requests/open", "/tokens/open"]) {
      const [error] = await checked(path, refusal(403), key);
      expect(error).toEqual({ code: 403, description: expect.stringContaining("api_key") });
    }
    if (key !== null) await checked("/services", refusal(403), key);
  });

  test("read within reach alone, masked where the role needs no numbers of telephones", async () => {
    const found = await checked("/requests", requestList, leader);
    expect(idsOf(found)).toEqual(["open"]);
    expect(found[0]?.description).toContain("138****5678");
    await checked("/requests/closed", refusal(404), leader);
    expect(await checked("/requests?service_request_id=closed", requestList, leader)).toEqual([]);
  });

  test("read as anybody where the city says so: masked, without photos", async () => {
    const pack = aPack();
    const { manifest } = pack;
    const settings = { ...manifest.settings, open311: { isPublic: true, source: "hotline" } };
    app = await testApp({ ...pack, manifest: { ...manifest, settings } }, problems);
    const found = await checked("/requests", requestList, null);
    expect(idsOf(found)).toEqual(["nowhere", "withdrawn", "closed", "open"]);
    expect(found[3]?.description).toContain("138****5678");
    expect(found[2]?.media_url).toBeNull();
    expect(idsOf(await checked("/requests/open", requestList, null))).toEqual(["open"]);
    expect(
      (await post({ service_code: "E0102", lat: "30.605", long: "114.305" }, null)).status,
    ).toBe(403);
  });

  test("by a key in a header as well, never by a session, and no key is ever in the log", async () => {
    const by = (headers: Record<string, string>) =>
      app.request(`${V2}/requests.json`, { headers: { ...as("none"), ...headers } });
    expect((await by({ "x-api-key": operator })).status).toBe(200);
    expect((await by({ authorization: `Bearer ${operator}` })).status).toBe(200);
    expect((await app.request(`${V2}/requests.json`)).status).toBe(403);
    await read("/requests.json");
    await post({ service_code: "E0102", lat: "30.605", long: "114.305" });
    expect(app.logged.filter(({ route }) => String(route).startsWith("/open311")).length).toBe(5);
    const logged = JSON.stringify(app.logged);
    expect(logged).not.toContain("api_key");
    expect(logged).not.toMatch(/operator.{0,20}role|%22operator/);
  });
});

function post(fields: Record<string, string>, key: string | null = operator, format = "json") {
  const form = new URLSearchParams(fields);
  if (key !== null) form.set("api_key", decodeURIComponent(key));
  return app.request(`${V2}/requests.${format}`, {
    method: "POST",
    headers: {
      ...as("none"),
      "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
    },
    body: form.toString(),
  });
}

async function made(response: Response, status = 201) {
  expect(response.status).toBe(status);
  const [request] = Open311MadeList.parse(await response.json());
  const id = request?.service_request_id ?? "";
  const [problem] = await app.city.storage.problemsById([id]);
  return { id, problem };
}

const SPOT = { service_code: "E0102", lat: "30.605", long: "114.305" };

describe("a report", () => {
  test("is kept as it was sent, without who sent it", async () => {
    const person = {
      email: "zhang@example.com",
      first_name: "三",
      last_name: "张",
      phone: "13900001111",
    };
    const ids = { device_id: "tt222111", account_id: "123456", jurisdiction_id: "test" };
    const words = {
      description: "路边垃圾\r\n两堆",
      address_string: "和平大道 1 号",
      "attribute[A]": "1",
    };
    const { problem } = await made(await post({ ...SPOT, ...person, ...ids, ...words }));
    expect(problem).toMatchObject({
      category: "E0102",
      source: "hotline",
      description: "路边垃圾\r\n两堆",
      address: "和平大道 1 号",
      state: "reported",
    });
    expect(problem?.position?.[1]).toBeCloseTo(30.605, 7);
    const audit = await app.city.storage.auditOf("problem", problem?.id ?? "");
    expect(audit[0]).toMatchObject({ actor: "operator", action: "report" });
    expect(JSON.stringify([problem, audit])).not.toMatch(/zhang@|张|13900001111|tt222111|123456/);
    const [shown] = await checked(`/requests/${problem?.id}`, requestList);
    expect(shown).toMatchObject({
      status: "open",
      service_code: "E0102",
      lat: 30.605,
      long: 114.305,
    });
  });

  test("answers XML where it is asked for", async () => {
    const response = await post(SPOT, operator, "xml");
    expect(response.status).toBe(201);
    const answer = sparkJson(await response.text(), "service_requests");
    expect(Open311MadeList.parse(answer)[0]).toMatchObject({
      service_notice: null,
      account_id: null,
    });
  });

  test("stands in the tray by its address alone, and at the section that address_id names", async () => {
    const tray = await made(await post({ service_code: "E0102", address_string: "老街口" }));
    expect(tray.problem).toMatchObject({ position: null, address: "老街口" });
    const section = await made(await post({ service_code: "E0102", address_id: "R1" }));
    expect(section.problem?.address).toBe("和平大道 R1");
    expect(section.problem?.position?.[0]).toBeCloseTo(at(5, 5)[0], 6);
  });

  test("sent again within a day is the same, and another one after it", async () => {
    const sent = { ...SPOT, description: "垃圾未清" };
    const first = await made(await post(sent));
    const again = await Promise.all([post(sent), post(sent), post({ ...sent, phone: "1" })]);
    for (const response of again) expect((await made(response, 200)).id).toBe(first.id);
    app.clock.now += DAY_MS - HOUR_MS;
    expect((await made(await post(sent), 200)).id).toBe(first.id);
    expect((await made(await post({ ...sent, description: "垃圾又满" }))).id).not.toBe(first.id);
    expect(
      (await made(await post(sent, encodeURIComponent(JSON.stringify(aViewer("admin")))))).id,
    ).not.toBe(first.id);
    app.clock.now += 2 * HOUR_MS;
    const later = await made(await post(sent));
    expect(later.id).not.toBe(first.id);
    app.clock.now += 20 * HOUR_MS;
    expect((await made(await post(sent), 200)).id).toBe(later.id);
  });

  test("sent at once by many is one", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(SPOT)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201]);
    expect(app.city.problems.size).toBe(problems.length + 1);
  });

  test("under its own client_id is the same for good", async () => {
    const first = await made(await post({ ...SPOT, client_id: "12345-9" }));
    app.clock.now += 40 * DAY_MS;
    expect((await made(await post({ ...SPOT, client_id: "12345-9" }), 200)).id).toBe(first.id);
    expect((await made(await post({ ...SPOT, client_id: "12345-10" }))).id).not.toBe(first.id);
  });

  test("takes a photo that was uploaded before, and keeps any other address in words", async () => {
    const bytes = Buffer.from(await aPicture(60, 40));
    expect(bytes.length).toBeLessThan(PHOTO_BYTES);
    const headers = { "Content-Type": "image/jpeg" };
    const upload = await app.request("/api/photos", { method: "POST", headers, body: bytes });
    const { file } = (await upload.json()) as { file: string };
    const own = await made(
      await post({ ...SPOT, media_url: `http://city.test/api/photos/${file}` }),
    );
    expect(own.problem?.photos).toEqual([{ file, kind: "before" }]);
    const url = "http://169.254.169.254/latest";
    const other = await made(await post({ ...SPOT, description: "垃圾", media_url: url }));
    expect(other.problem).toMatchObject({ photos: [], description: `垃圾\nmedia_url: ${url}` });
  });

  test.each<[Record<string, string>, number]>([
    [{ lat: "30.605", long: "114.305" }, 400],
    [{ service_code: "E9999", lat: "30.605", long: "114.305" }, 404],
    [{ service_code: "E0102" }, 400],
    [{ ...SPOT, lat: "" }, 400],
    [{ ...SPOT, lat: "north" }, 400],
    [{ ...SPOT, lat: "3.6", long: "14.3" }, 400],
    [{ service_code: "E0102", address_id: "none" }, 404],
    [{ ...SPOT, jurisdiction_id: "city.gov" }, 404],
    [{ ...SPOT, description: "长".repeat(4001) }, 400],
    [{ ...SPOT, address_string: "长".repeat(301) }, 400],
    [{ ...SPOT, description: "a\0b" }, 400],
    [{ ...SPOT, client_id: "x".repeat(61) }, 400],
  ])("that says %j is refused with %i", async (fields, status) => {
    for (const format of ["json", "xml"]) {
      const response = await post(fields, operator, format);
      expect(response.status).toBe(status);
      const text = await response.text();
      const errors = format === "json" ? JSON.parse(text) : sparkJson(text, "errors");
      expect(Open311Errors.parse(errors)[0]?.code).toBe(status);
    }
    expect(app.city.problems.size).toBe(problems.length);
  });

  test("without a key, with a bad one, or with one that may not, is refused with 403", async () => {
    const screen = encodeURIComponent(JSON.stringify(aViewer("screen")));
    for (const key of [null, "invalid", screen]) {
      const response = await post(SPOT, key, "xml");
      expect(response.status).toBe(403);
      Open311Errors.parse(sparkJson(await response.text(), "errors"));
    }
  });

  test("in another kind of body, too large, or from another site's page, is refused", async () => {
    const headers = { ...as("none"), "x-api-key": operator };
    const send = (type: string, body: string, more = {}) =>
      app.request(`${V2}/requests.json`, {
        method: "POST",
        headers: { ...headers, "Content-Type": type, ...more },
        body,
      });
    expect((await send("application/json", "{}")).status).toBe(400);
    expect((await send("multipart/form-data; boundary=x", "--x")).status).toBe(400);
    const form = "application/x-www-form-urlencoded";
    const large = `${new URLSearchParams(SPOT)}&description=${"a".repeat(300_000)}`;
    expect((await send(form, large)).status).toBe(413);
    const foreign = await send(form, `${new URLSearchParams(SPOT)}`, {
      Origin: "https://else.example",
    });
    expect(foreign.status).toBe(403);
  });
});

test("what there is not is 404 in the specification's words", async () => {
  for (const path of ["/nothing", "/services", "/requests/open.yaml", ""]) {
    const response = await read(path);
    expect(response.status).toBe(404);
    Open311Errors.parse(sparkJson(await response.text(), "errors"));
  }
  const json = await read("/nothing.json");
  expect([json.status, Open311Errors.parse(await json.json())[0]?.code]).toEqual([404, 404]);
});
