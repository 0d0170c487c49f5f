import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { AdsNear, InventoryAd, InventoryAds } from "../../../domain/contract/ads-inventory.ts";
import { UploadedPhoto } from "../../../domain/contract/photos.ts";
import { appOfStreet, beside, STREET } from "../../support/ad-street.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import type { TestApp } from "../../support/test-app.ts";
import { as, aViewer } from "../../support/viewers.ts";

const scratch = scratchFolder();
let app: TestApp;
beforeEach(async () => {
  app = await appOfStreet(await scratch.folder());
});

let sent = 0;
const found = (east: number, rest: Record<string, unknown> = {}) => ({
  clientId: `phone-request-${++sent}`,
  position: beside(east),
  carrier: "mural",
  state: "ok",
  ...rest,
});
const send = (body: unknown, headers = {}) => app.post("/api/ads/inventory", body, headers);
async function registered(body: unknown, status = 201) {
  const response = await send(body);
  expect(response.status).toBe(status);
  return InventoryAd.parse(await response.json());
}
async function refused(body: unknown) {
  const response = await send(body);
  const { error } = (await response.json()) as { error: { details: { reason: string } } };
  return [response.status, error.details.reason];
}
const list = async (query = "") => InventoryAds.parse(await app.get(`/api/ads/inventory${query}`));
const near = async (east: number, north = 8, query = "") => {
  const [lng, lat] = beside(east, north);
  return AdsNear.parse(await app.get(`/api/ads/near?lng=${lng}&lat=${lat}${query}`));
};

describe("registering in the street", () => {
  it("keeps a new ad with a number of its own, and the road it serves", async () => {
    const ad = await registered(found(200, { theme: "values", facing: 180, note: "新" }));
    expect(ad).toMatchObject({
      id: "AD-20261028-001",
      carrier: "mural",
      theme: "values",
      facing: 180,
      note: "新",
      version: 1,
      changedBy: "演示操作员",
      road: { key: "西路", group: "main", side: 1 },
    });
    expect(ad.road?.distanceM).toBeCloseTo(8, 0);
    expect(ad.road?.chainageM).toBeCloseTo(200, 0);
    expect((await list()).ads.map(({ id }) => id)).toEqual([ad.id, "P1"]);
    expect(await app.city.storage.auditOf("ad", ad.id)).toMatchObject([
      { action: "register", actor: "demo-operator", before: null, after: { carrier: "mural" } },
    ]);
  });

  it("counts a request once however often it comes", async () => {
    const body = found(200);
    const first = await registered(body);
    expect(await registered({ ...body, state: "faded" }, 200)).toEqual(first);
    expect((await list()).total).toBe(2);
  });

  it("changes a known one, the pack's too, and leaves what is not said", async () => {
    const ad = await registered(found(103, { id: "P1", carrier: "lamp", state: "damaged" }), 200);
    expect(ad).toMatchObject({ id: "P1", state: "damaged", version: 1 });
    const again = await registered(found(103, { id: "P1", state: "ok", theme: "law" }), 200);
    expect(again).toMatchObject({ state: "ok", theme: "law", version: 2 });
    const kept = await registered(found(103, { id: "P1", state: "minor" }), 200);
    expect(kept.theme).toBe("law");
    expect((await list()).total).toBe(1);
    expect((await app.city.storage.auditOf("ad", "P1")).map(({ before }) => before)).toMatchObject([
      { state: "ok" },
      { state: "damaged" },
      { state: "ok" },
    ]);
  });

  it("does not undo a later finding when an earlier request comes again", async () => {
    const early = found(100, { id: "P1", state: "damaged" });
    await registered(early, 200);
    await registered(found(100, { id: "P1", state: "ok" }), 200);
    expect((await registered(early, 200)).state).toBe("ok");
  });

  it("refuses what cannot be", async () => {
    expect(await refused(found(0, { id: "nobody" }))).toEqual([404, "not-found"]);
    expect(await refused(found(0, { position: [10, 10] }))).toEqual([400, "position-off-map"]);
    expect(await refused(found(0, { state: "shiny" }))).toEqual([400, "bad-body"]);
    expect(await refused(found(0, { unitId: "C99" }))).toEqual([400, "unknown-value"]);
    expect(await refused(found(0, { photo: "none.jpg" }))).toEqual([400, "unknown-photo"]);
    expect(await refused(found(0, { colour: "red" }))).toEqual([400, "bad-body"]);
    expect((await list()).total).toBe(1);
  });

  it("shows its picture to those who register ads", async () => {
    const planner = as(aViewer("planner"));
    const bytes = await sharp({
      create: { width: 500, height: 300, channels: 3, background: "#a33" },
    })
      .jpeg()
      .toBuffer();
    const response = await app.request("/api/ads/photos", {
      method: "POST",
      headers: { "Content-Type": "image/jpeg", ...planner },
      body: new Uint8Array(bytes),
    });
    expect(response.status).toBe(200);
    const { file } = UploadedPhoto.parse(await response.json());
    const ad = await registered(found(200, { photo: file }));
    expect(ad.hasPhoto).toBe(true);
    const path = `/api/ads/inventory/${ad.id}/photo`;
    const picture = await app.request(`${path}?size=small`, { headers: as(aViewer("inspector")) });
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect((await app.request("/api/ads/inventory/P1/photo")).status).toBe(404);
    expect((await app.request(path, { headers: as(aViewer("leader")) })).status).toBe(403);
  });

  it("shows telephone numbers in notes to those who work on reports alone", async () => {
    const { id } = await registered(found(200, { note: "联系 13812345678" }));
    const noteFor = async (role: "operator" | "inspector" | "planner") => {
      const headers = as(aViewer(role));
      const response = await app.request(`/api/ads/inventory/${id}`, { headers });
      return InventoryAd.parse(await response.json()).note;
    };
    expect(await noteFor("operator")).toContain("13812345678");
    expect(await noteFor("inspector")).not.toContain("13812345678");
    expect(await noteFor("planner")).not.toContain("13812345678");
  });

  it("is for those who work outside and those who plan", async () => {
    for (const [role, status] of [
      ["inspector", 201],
      ["unit", 201],
      ["planner", 201],
      ["admin", 201],
      ["leader", 403],
      ["screen", 403],
      ["public", 403],
    ] as const) {
      const response = await send(found(300), as(aViewer(role)));
      expect([role, response.status]).toEqual([role, status]);
    }
  });
});

describe("the list", () => {
  it("is filtered, counted and paged", async () => {
    for (const state of ["ok", "faded", "removed"]) await registered(found(200, { state }));
    await registered(found(200, { carrier: "screen", position: beside(200, 300) }));
    expect((await list("?state=faded")).total).toBe(1);
    expect((await list("?carrier=mural")).total).toBe(3);
    expect((await list("?theme=values")).total).toBe(0);
    const onRoad = await list("?road=%E8%A5%BF%E8%B7%AF");
    expect(onRoad.ads.map(({ carrier }) => carrier)).toEqual(["mural", "mural", "mural", "lamp"]);
    expect((await list("?road=none")).total).toBe(0);
    const first = await list("?limit=3");
    expect([first.total, first.ads.length]).toEqual([5, 3]);
    const rest = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect([...first.ads, ...rest.ads].map(({ id }) => id)).toEqual(
      (await list()).ads.map(({ id }) => id),
    );
    expect(rest.nextCursor).toBeNull();
    for (const query of ["?state=x", "?limit=0", "?cursor=%20", "?colour=1"]) {
      expect((await app.request(`/api/ads/inventory${query}`)).status).toBe(400);
    }
  });

  it("answers one by its id", async () => {
    expect(InventoryAd.parse(await app.get("/api/ads/inventory/P1"))).toMatchObject({
      version: 0,
      changedAt: null,
      hasPhoto: false,
      road: { key: "西路" },
    });
    expect((await app.request("/api/ads/inventory/P9")).status).toBe(404);
  });
});

describe("what is near", () => {
  it("says which road a spot serves, on which side, and who is too near", async () => {
    const spot = await near(130, -8);
    expect(spot).toMatchObject({ road: { key: "西路", side: -1 }, hasRules: true, missed: null });
    expect(spot.ads).toMatchObject([{ ad: { id: "P1" }, isTooNear: true, mayBeSame: false }]);
    expect(spot.ads[0]?.distanceM).toBeCloseTo(34, 0);
    expect((await near(145)).ads).toMatchObject([{ isTooNear: false }]);
    expect((await near(170)).ads).toEqual([]);
  });

  it("knows what may be the same", async () => {
    expect((await near(103)).ads[0]?.mayBeSame).toBe(true);
    expect((await near(103, 8, "&carrier=mural")).ads[0]?.mayBeSame).toBe(false);
  });

  it("says why a spot serves none", async () => {
    expect(await near(200, 30)).toMatchObject({
      road: null,
      missed: { key: "西路", why: "too-far", withinM: 20 },
    });
    expect(await near(200, 8, "&facing=0")).toMatchObject({
      road: null,
      missed: { key: "西路", why: "faces-away" },
    });
    expect((await near(200, 8, "&facing=180")).road?.key).toBe("西路");
    expect(await near(STREET.lengthM, 400)).toMatchObject({ road: null, missed: null });
  });

  it("works in a city without rules", async () => {
    app = await appOfStreet(await scratch.folder(), false);
    expect(await near(103)).toMatchObject({ road: null, hasRules: false });
    expect((await near(103)).ads).toHaveLength(1);
  });

  it("refuses a spot that is none", async () => {
    for (const query of ["", "?lng=114", "?lng=200&lat=30", "?lng=114&lat=30&r=1"]) {
      expect((await app.request(`/api/ads/near${query}`)).status).toBe(400);
    }
  });
});
