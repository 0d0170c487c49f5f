import type { Server } from "node:http";
import { setTimeout } from "node:timers/promises";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { expect, test } from "vitest";
import { OpenStreams } from "../../../server/operations/open-streams.ts";
import { stopServer } from "../../../server/operations/stop-server.ts";

/** A server with an answer that takes its time, one that never comes, and a stream of events. */
async function aServer() {
  const streams = new OpenStreams();
  const app = new Hono();
  const seen = { aborted: false };
  app.use((c, next) => streams.watch(c, next));
  app.get("/slow", async (c) => {
    await setTimeout(300);
    return c.text("done");
  });
  app.get("/never", () => new Promise(() => undefined));
  app.get("/live", (c) =>
    streamSSE(c, async (stream) => {
      stream.onAbort(() => {
        seen.aborted = true;
      });
      for (let i = 0; !stream.aborted; i++) {
        await stream.writeSSE({ id: String(i), data: "…" });
        await setTimeout(20);
      }
    }),
  );
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (at) => resolve(at.port));
  });
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  return { server: server as Server, streams, seen, ask };
}
let server: ReturnType<typeof serve>;

test("what is asked is answered, streams come to an end, nothing new is taken", async () => {
  const { server, streams, seen, ask } = await aServer();
  const live = await ask("/live");
  const heard = live.text();
  const slow = ask("/slow");
  await setTimeout(100);
  const from = performance.now();
  const stopped = stopServer(server, () => streams.endAll());
  expect(await (await slow).text()).toBe("done");
  expect(await heard).toMatch(/^data: …\nid: 0\n\n/);
  await stopped;
  expect(performance.now() - from).toBeLessThan(2000);
  expect(seen.aborted).toBe(true);
  await expect(ask("/slow")).rejects.toThrow();
});

test("whoever never comes to an end is cut off", async () => {
  const { server, streams, ask } = await aServer();
  const never = ask("/never");
  never.catch(() => undefined);
  await setTimeout(100);
  await stopServer(server, () => streams.endAll(), 200);
  await expect(never).rejects.toThrow();
});
