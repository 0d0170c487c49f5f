import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { City } from "../../../server/city/city.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { closeProblem } from "../../../server/services/close-problem.ts";
import { createProblem } from "../../../server/services/create-problem.ts";
import { openSqlite } from "../../../server/storage/sqlite.ts";
import { startWebhooks } from "../../../server/webhooks/start-webhooks.ts";
import { addWebhook, readWebhooks, removeWebhook } from "../../../server/webhooks/webhook-list.ts";
import { signatureOf } from "../../../server/webhooks/webhook-message.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { fill, runningCity, TODAY } from "../../support/test-city.ts";

const scratch = scratchFolder();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const WAITS = { firstMs: 5, mostMs: 40 };
const pack = aCity().withZone("Z", [0, 0, 10, 10]).build();

type Heard = {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly at: number;
};

/** A system that answers as it is told, and keeps what it took and what it refused. */
async function aReceiver(answer: (count: number) => number = () => 204) {
  const taken: Heard[] = [];
  const refused: Heard[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const status = answer(taken.length + refused.length);
      const heard = {
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
        at: Date.now(),
      };
      (status < 300 ? taken : refused).push(heard);
      response.writeHead(status, status === 302 ? { Location: "/elsewhere" } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, taken, refused };
}

const ids = (heard: readonly Heard[]) => heard.map(({ body }) => JSON.parse(body).id);

const onceEach = (heard: readonly Heard[]) => [
  ...new Map(heard.map((each) => [each.headers["x-wangge-delivery"], each])).values(),
];

let reports = 0;
async function report(city: City): Promise<string> {
  const clientId = `c${++reports}`;
  const body = { clientId, category: "E0102", source: "hotline", position: at(5, 5) };
  const { problem } = await createProblem({ city, actor: "test" }, body);
  return problem.id;
}

function start(city: City, folder: string) {
  const warnings: string[] = [];
  const webhooks = startWebhooks(city, folder, (message) => warnings.push(message), WAITS);
  ends.push(() => webhooks.stop());
  return { ...webhooks, warnings };
}

/** Its couriers have read where they stand: what comes now is theirs. */
const settled = (city: City, id: string) =>
  vi.waitFor(async () => expect(await city.storage.meta(`webhook:${id}`)).not.toBeNull());

describe("a receiver", () => {
  test("hears of every new and changed report, signed", async () => {
    const city = await runningCity(pack, [aProblem({ id: "before" })]);
    const folder = await scratch.folder();
    const { url, taken } = await aReceiver();
    const { id: hook, secret } = await addWebhook(folder, url);
    start(city, folder);
    await settled(city, hook);
    const id = await report(city);
    await closeProblem({ city, actor: "test" }, { id, version: 1 }, {});
    await vi.waitFor(() => expect(taken).toHaveLength(2));
    const [first, second] = taken;
    expect(JSON.parse(second?.body ?? "")).toEqual({
      event: "request",
      id,
      status: "closed",
      updated_datetime: city.clock.toIso(TODAY),
    });
    const seconds = Number(first?.headers["x-wangge-timestamp"]);
    expect(seconds).toBe(TODAY / 1000);
    expect(first?.headers["x-wangge-signature"]).toBe(
      signatureOf(secret, seconds, first?.body ?? ""),
    );
    expect(first?.headers["x-wangge-signature"]).toMatch(/^sha256=[0-9a-f]{64}$/);
    expect(signatureOf(secret, seconds + 1, first?.body ?? "")).not.toBe(
      first?.headers["x-wangge-signature"],
    );
    expect(first?.headers["x-wangge-delivery"]).not.toBe(second?.headers["x-wangge-delivery"]);
  });

  test("that fails twice hears the same again, later each time, in order", async () => {
    const city = await runningCity(pack, []);
    const folder = await scratch.folder();
    const { url, taken, refused } = await aReceiver((count) => (count < 2 ? 500 : 200));
    const { id: hook } = await addWebhook(folder, url);
    const { warnings } = start(city, folder);
    await settled(city, hook);
    const sent = [await report(city), await report(city), await report(city)];
    await vi.waitFor(() => expect(taken).toHaveLength(3));
    expect(ids(refused)).toEqual([sent[0], sent[0]]);
    expect(ids(taken)).toEqual(sent);
    expect(taken[0]?.headers["x-wangge-delivery"]).toBe(refused[0]?.headers["x-wangge-delivery"]);
    const [a, b, c] = [...refused, ...taken].map((heard) => heard.at);
    expect((b ?? 0) - (a ?? 0)).toBeGreaterThanOrEqual(4);
    expect((c ?? 0) - (b ?? 0)).toBeGreaterThanOrEqual(9);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).not.toContain("/hook");
  });

  test("is never led elsewhere", async () => {
    const city = await runningCity(pack, []);
    const folder = await scratch.folder();
    const { url, taken, refused } = await aReceiver((count) => (count < 2 ? 302 : 200));
    const { id: hook } = await addWebhook(folder, url);
    start(city, folder);
    await settled(city, hook);
    const id = await report(city);
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    expect(ids([...refused, ...taken])).toEqual([id, id, id]);
  });

  test("loses nothing over a restart", async () => {
    const [state, folder] = [await scratch.folder(), await scratch.folder()];
    let isDown = true;
    const { url, taken } = await aReceiver(() => (isDown ? 503 : 200));
    const { id: hook } = await addWebhook(folder, url);
    const before = await openSqlite(state);
    const city = await openCity(pack, before, () => TODAY);
    const first = start(city, folder);
    await settled(city, hook);
    const sent = [await report(city), await report(city)];
    await vi.waitFor(() => expect(first.warnings.length).toBeGreaterThan(0));
    await first.stop();
    sent.push(await report(city));
    await before.close();

    isDown = false;
    const after = await openSqlite(state);
    ends.push(() => after.close());
    const again = await openCity(pack, after, () => TODAY);
    const second = start(again, folder);
    await vi.waitFor(() => expect(taken.length).toBeGreaterThanOrEqual(3));
    sent.push(await report(again));
    // What was on its way at the stop may have come: under the same number.
    await vi.waitFor(() => expect(ids(onceEach(taken))).toEqual(sent));
    await second.stop();
  });

  test("is told to read anew after an import, or where the log was forgotten meanwhile", async () => {
    const city = await runningCity(pack, []);
    const folder = await scratch.folder();
    const { url, taken } = await aReceiver();
    const { id: hook } = await addWebhook(folder, url);
    const first = start(city, folder);
    await settled(city, hook);
    const many = Array.from({ length: 700 }, (_, i) => aProblem({ id: `i${i}` }));
    await city.change(() => fill(city.storage, many, TODAY));
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    expect(taken[0]?.body).toBe('{"event":"resync"}');
    await first.stop();
    for (let i = 0; i < 5; i++) await report(city);
    await city.storage.forgetChanges(2);
    start(city, folder);
    await vi.waitFor(() => expect(taken).toHaveLength(2));
    expect(taken[1]?.body).toBe('{"event":"resync"}');
    const id = await report(city);
    await vi.waitFor(() => expect(ids(taken).at(-1)).toBe(id));
  });

  test("comes and goes while the server runs", async () => {
    const city = await runningCity(pack, []);
    const folder = await scratch.folder();
    const { look } = start(city, folder);
    const { url, taken } = await aReceiver();
    const { id: hook } = await addWebhook(folder, url);
    await look();
    await settled(city, hook);
    const id = await report(city);
    await vi.waitFor(() => expect(ids(taken)).toEqual([id]));
    await removeWebhook(folder, url);
    await look();
    await report(city);
    await look();
    expect(ids(taken)).toEqual([id]);
  });

  test("goes, and the server stops, while it rests after a failed query", async () => {
    const city = await runningCity(pack, []);
    const folder = await scratch.folder();
    await addWebhook(folder, "http://127.0.0.1:9/a");
    await addWebhook(folder, "http://127.0.0.1:9/b");
    const failing = vi.spyOn(city.storage, "meta").mockRejectedValue(new Error("busy"));
    ends.push(() => failing.mockRestore());
    const warnings: string[] = [];
    const waits = { firstMs: 5, mostMs: 600_000 };
    const webhooks = startWebhooks(city, folder, (message) => warnings.push(message), waits);
    await vi.waitFor(() => expect(warnings).toHaveLength(2));
    await removeWebhook(folder, "http://127.0.0.1:9/a");
    await expect(webhooks.look()).resolves.toBeUndefined();
    await expect(webhooks.stop()).resolves.toBeUndefined();
  });
});

describe("the list", () => {
  test("keeps addresses and secrets for the own user, each address once", async () => {
    const folder = await scratch.folder();
    const made = await addWebhook(folder, "http://10.0.0.7:9000/in");
    expect(await addWebhook(folder, "http://10.0.0.7:9000/in")).toEqual(made);
    await addWebhook(folder, "https://[::1]/in");
    expect((await readWebhooks(folder)).map(({ url }) => url)).toHaveLength(2);
    expect(statSync(join(folder, "webhooks.json")).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, "webhooks.json"), "utf8")).toContain(made.secret);
    await expect(removeWebhook(folder, "http://other")).rejects.toMatchObject({
      reason: "not-found",
    });
  });

  test.each(["ftp://a/b", "file:///etc/passwd", "javascript:alert(1)", "no address"])(
    "takes no %s",
    async (url) => {
      const folder = await scratch.folder();
      await expect(addWebhook(folder, url)).rejects.toMatchObject({ reason: "usage" });
    },
  );

  test("that was broken by hand is said, and what runs goes on", async () => {
    const city = await runningCity(pack, []);
    const folder = await scratch.folder();
    const { url, taken } = await aReceiver();
    const { id: hook } = await addWebhook(folder, url);
    const { look, warnings } = start(city, folder);
    await settled(city, hook);
    writeFileSync(join(folder, "webhooks.json"), "[{");
    await look();
    expect(warnings).toHaveLength(1);
    const id = await report(city);
    await vi.waitFor(() => expect(ids(taken)).toEqual([id]));
  });
});
