import { beforeAll, describe, expect, test } from "vitest";
import { DutyActBody, DutyHistory, DutyScopes } from "../../../domain/contract/duties.ts";
import { ProblemCount } from "../../../domain/contract/problems.ts";
import { DutyAt, DutyList } from "../../../domain/contract/zones.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { at, T0 } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = gridCity();
let app: TestApp;
beforeAll(async () => {
  app = await testApp(pack, randomProblems(seeded(101), 1500));
});

const iso = (t: number) => new Date(t).toISOString();
const HANDOVER = iso(TODAY - 50 * DAY_MS);

async function dutiesOf(query: string): Promise<DutyList["features"][number]["properties"][]> {
  const { features } = DutyList.parse(await app.get(`/api/duties?${query}`));
  return features.map(({ properties }) => properties);
}

async function totalOf(person: string): Promise<number> {
  const path = `/api/problems/count?person=${encodeURIComponent(person)}`;
  return ProblemCount.parse(await app.get(path)).total;
}

async function act(path: string, body: unknown): Promise<DutyActBody> {
  const response = await app.post(`/api/duties${path}`, body);
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(200);
  return DutyActBody.parse(answer);
}

describe("a handover", () => {
  test("leaves the past with the one and the rest with the other; undone, all is as before", async () => {
    const before = await dutiesOf("on=all");
    const total = await totalOf("领导5");
    const passing = (await dutiesOf("on=all&person=领导5")).map(({ id }) => id);
    const done = await act("/handover", {
      duties: passing,
      at: HANDOVER,
      person: "新任领导",
      reason: "班子调整",
    });
    expect(done.saved.filter(({ person }) => person === "新任领导")).toHaveLength(passing.length);
    const [old, fresh] = [await totalOf("领导5"), await totalOf("新任领导")];
    expect(old + fresh).toBe(total);
    expect(old).toBeGreaterThan(0);
    expect(fresh).toBeGreaterThan(0);

    const [lng, lat] = at(12, 22);
    const who = async (on: string) => {
      const answer = DutyAt.parse(await app.get(`/api/duty-at?lng=${lng}&lat=${lat}&on=${on}`));
      return answer.duties.filter(({ role }) => role === "zone-lead").map(({ person }) => person);
    };
    expect(await who(iso(Date.parse(HANDOVER) - 1))).toEqual(["领导5"]);
    expect(await who(HANDOVER)).toEqual(["新任领导"]);

    const { entries } = DutyHistory.parse(await app.get("/api/duties/history"));
    expect(entries[0]).toMatchObject({ action: "hand-over", reason: "班子调整" });
    await act("/undo", { revision: done.revision });
    expect(await dutiesOf("on=all")).toEqual(before);
    expect(await totalOf("领导5")).toBe(total);
  });

  test("names what is open where it holds", async () => {
    const [duty] = await dutiesOf("role=zone-lead");
    const done = await act("/handover", {
      duties: [duty?.id],
      at: iso(TODAY),
      person: "接任者",
    });
    const { byStatus } = ProblemCount.parse(
      await app.get(`/api/problems/count?zone=${duty?.scope.id}`),
    );
    expect(done.open.total).toBe(byStatus.open);
    expect(done.open.ids).toHaveLength(Math.min(200, byStatus.open));
    await act("/undo", { revision: done.revision });
  });
});

describe("assigning and ending", () => {
  test("a duty holds from its first moment until its end, and survives a restart", async () => {
    const sent = {
      role: "zone-lead",
      scope: { type: "zone", id: "Z22" },
      person: "第二领导",
      from: "2026-05-01",
      phone: "0000-0000",
    };
    const { saved } = await act("", sent);
    const [duty] = saved;
    expect(duty).toMatchObject({ person: "第二领导", to: null, phone: "0000-0000" });
    await act(`/${duty?.id}/end`, { at: "2026-07-01" });
    const afresh = await openCity(pack, app.city.storage, () => TODAY);
    const kept = afresh.tables.registry.duties.find(({ id }) => id === duty?.id);
    expect(kept).toEqual(app.city.tables.registry.duties.find(({ id }) => id === duty?.id));
    expect(kept?.to).toBe(app.city.clock.parse("2026-07-01"));
  });

  test("what would never have held is taken away; what has ended stays ended", async () => {
    const { saved } = await act("", {
      role: "partner-unit",
      scope: { type: "zone", id: "Z22" },
      unitId: "U1",
      from: "2026-12-01",
    });
    const [duty] = saved;
    const ended = await act(`/${duty?.id}/end`, { at: "2026-11-01" });
    expect(ended.removed).toEqual([duty?.id]);
    const revision = app.city.revision;
    const [past] = (await dutiesOf("on=all")).filter(({ to }) => to !== null);
    expect((await act(`/${past?.id}/end`, { at: iso(TODAY) })).saved).toEqual([]);
    expect(app.city.revision).toBe(revision);
  });

  test.each([
    [{ scope: { type: "zone", id: "Z99" }, person: "x", from: "2026-05-01" }, /Z99/],
    [{ scope: { type: "category", id: "E9" }, person: "x", from: "2026-05-01" }, /E9/],
    [{ scope: { type: "zone", id: "Z22" }, from: "2026-05-01" }, /person/],
    [{ scope: { type: "zone", id: "Z22" }, unitId: "NONE", from: "2026-05-01" }, /NONE/],
    [{ scope: { type: "zone", id: "Z22" }, person: "x", from: "someday" }, /someday/],
    [
      { scope: { type: "zone", id: "Z22" }, person: "x", from: "2026-05-01", to: "2026-05-01" },
      /from/,
    ],
  ])("%j is refused and nothing is kept", async (body, message) => {
    const revision = app.city.revision;
    const response = await app.post("/api/duties", { role: "zone-lead", ...body });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(message);
    expect(app.city.revision).toBe(revision);
  });
});

describe("undo", () => {
  test("is refused where a later act touched the same duty, and for a number that is none", async () => {
    const [duty] = await dutiesOf("role=section-chief");
    const first = await act(`/${duty?.id}/end`, { at: iso(TODAY - 9 * DAY_MS) });
    const second = await act("/undo", { revision: first.revision });
    expect((await app.post("/api/duties/undo", { revision: first.revision })).status).toBe(409);
    expect((await app.post("/api/duties/undo", { revision: 1_000_000 })).status).toBe(404);
    await act("/undo", { revision: second.revision });
    const [ended] = (await dutiesOf("on=all")).filter(({ id }) => id === duty?.id);
    expect(ended?.to).not.toBeNull();
  });

  test("any row of acts, undone backwards, leaves the duties as they were", async () => {
    const random = seeded(7);
    const before = await dutiesOf("on=all");
    const revisions: number[] = [];
    for (let i = 0; i < 40; i++) {
      const all = await dutiesOf("on=all");
      const when = iso(T0 + random.below(300) * DAY_MS);
      const duties = [random.pick(all).id, random.pick(all).id];
      const done =
        random() < 0.5
          ? await act("/handover", { duties: [...new Set(duties)], at: when, person: `人${i}` })
          : await act(`/${duties[0]}/end`, { at: when });
      if (done.saved.length + done.removed.length > 0) revisions.push(done.revision);
    }
    for (const revision of revisions.reverse()) await act("/undo", { revision });
    expect(await dutiesOf("on=all")).toEqual(before);
  });
});

describe("choosing", () => {
  test("a table needs no geometry, and scopes are found by name or id", async () => {
    const bare = DutyList.parse(await app.get("/api/duties?geometry=none"));
    expect(bare.features.every(({ geometry }) => geometry === null)).toBe(true);
    const found = async (query: string) =>
      DutyScopes.parse(await app.get(`/api/duties/scopes?${query}`)).scopes.map(({ id }) => id);
    expect((await found("type=zone&q=z22"))[0]).toBe("Z22");
    expect(await found("type=category&q=暴露")).toEqual(["E0102"]);
    expect(await found("type=city")).toEqual([""]);
  });
});
