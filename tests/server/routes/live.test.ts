import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type LiveEventName, liveEvents } from "../../../domain/contract/live.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

let app: TestApp;
beforeEach(async () => {
  const problem = aProblem({ id: "known", position: at(1, 1), dueAt: TODAY + 5000 });
  app = await testApp(aCity().withZone("Z", [0, 0, 10, 10]).build(), [problem]);
});
afterEach(() => vi.useRealTimers());

type Heard = { id: number; event: LiveEventName; data: Record<string, unknown> };

/** Listens until `count` events came. */
async function hear(count: number, lastEventId?: number) {
  const response = await app.request("/api/live", {
    headers: lastEventId === undefined ? {} : { "Last-Event-ID": String(lastEventId) },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const events = (): Heard[] =>
    text
      .split("\n\n")
      .slice(0, -1)
      .map((block) => {
        const part = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
        const event = part("event") as LiveEventName;
        const data = liveEvents[event].parse(JSON.parse(part("data")));
        return { id: Number(part("id")), event, data };
      });
  return {
    response,
    async events(): Promise<Heard[]> {
      while (events().length < count) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: "" };
        if (done) break;
        text += value;
      }
      await reader?.cancel();
      return events();
    },
  };
}

/** As it is stored: seven decimals. */
const stored = (east: number, north: number) => at(east, north).map((x) => Number(x.toFixed(7)));

const report = { clientId: "c1", category: "E0102", source: "hotline", position: at(2, 2) };

async function create(clientId: string) {
  return (await (await app.post("/api/problems", { ...report, clientId })).json()) as {
    id: string;
  };
}

describe("GET /api/live", () => {
  test("says where the city stands, then every change with where it happened", async () => {
    const heard = await hear(3);
    expect(heard.response.headers.get("content-type")).toContain("text/event-stream");
    expect(heard.response.headers.get("content-encoding")).toBeNull();
    const { id } = await create("c1");
    await app.patch("/api/problems/known", { action: "relocate", position: at(3, 3) }, "*");
    const [first, created, changed] = await heard.events();
    expect(first).toMatchObject({ event: "revision", data: { reset: false, overdue: [] } });
    expect(created).toMatchObject({
      event: "problem.created",
      data: { problems: [{ id, category: "E0102", at: [stored(2, 2)] }] },
    });
    expect(changed).toMatchObject({
      event: "problem.changed",
      data: { problems: [{ id: "known", at: [stored(1, 1), stored(3, 3)] }] },
    });
    expect(changed?.data.revision).toBe(app.city.revision);
  });

  test("resumes after the last event that was heard, missing and doubling none", async () => {
    const before = app.city.logPosition;
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push((await create(`c${i}`)).id);
    const all = (await (await hear(6, before)).events()).slice(0, -1);
    const named = (events: Heard[]) =>
      events.map(({ data }) => (data.problems as { id: string }[])[0]?.id);
    const since = all[1]?.id ?? 0;
    const rest = (await (await hear(4, since)).events()).slice(0, -1);
    expect(named(all).slice(2)).toEqual(named(rest));
    expect(named(rest)).toEqual(ids.slice(2));
  });

  test("tells somebody who was away too long to read everything", async () => {
    const [event] = await (await hear(1, 10_000)).events();
    expect(event).toMatchObject({ event: "revision", data: { reset: true } });
  });

  test("tells of an import that it is much, and not of each report in it", async () => {
    const heard = await hear(2);
    const many = Array.from({ length: 600 }, (_, i) => ({
      ...aProblem({ id: `many${i}`, position: at(2, 2) }),
      clientId: null,
      placeId: null,
      isPlacePending: false,
    }));
    await app.city.change(() => app.city.storage.write((writer) => writer.insertProblems(many)));
    const [, told] = await heard.events();
    expect(told).toMatchObject({ event: "revision", data: { reset: true } });
    expect(app.city.problems.size).toBe(601);
  });

  test("says whose time ran out, without anybody writing", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const heard = await hear(2);
    app.clock.now += 6000;
    vi.advanceTimersByTime(10_000);
    const [, pulse] = await heard.events();
    expect(pulse).toMatchObject({ event: "revision", data: { overdue: [stored(1, 1)] } });
  });
});
