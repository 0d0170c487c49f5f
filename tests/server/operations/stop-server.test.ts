import type { Server } from "node:http";
import { setTimeout } from "node:timers/promises";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { OpenStreams, type StreamLine } from "../../../server/operations/open-streams.ts";
import { stopServer } from "../../../server/operations/stop-server.ts";

/** A server with an answer that takes its time, one that never comes, and a stream of events. */
async function aServer() {
  const streams = new OpenStreams();
  const app = new Hono();
  const seen = { ended: false };
  app.get("/slow", async (c) => {
    await setTimeout(300);
    return c.text("done");
  });
  app.get("/never", () => new Promise(() => undefined));
  app.get("/live", (c) =>
    c.body(
      streams.open((line) => {
        const timer = setInterval(() => line.send(new TextEncoder().encode("data: …\n\n")), 20);
        return () => {
          clearInterval(timer);
          seen.ended = true;
        };
      }),
    ),
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
  expect(await heard).toMatch(/^data: …\n\n/);
  await stopped;
  expect(performance.now() - from).toBeLessThan(2000);
  expect(seen.ended).toBe(true);
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

test("a reader that takes nothing is held to its last piece, one that leaves is let go", async () => {
  const streams = new OpenStreams();
  const lines: StreamLine[] = [];
  let isDone = false;
  const body = streams.open((opened) => {
    lines.push(opened);
    return () => {
      isDone = true;
    };
  });
  const [line] = lines;
  for (let i = 0; i < 10; i++) line?.send(Uint8Array.of(i));
  expect(line?.waiting).toBe(9);
  line?.restart(Uint8Array.of(99));
  const reader = body.getReader();
  expect((await reader.read()).value).toEqual(Uint8Array.of(0));
  expect((await reader.read()).value).toEqual(Uint8Array.of(99));
  await reader.cancel();
  expect(isDone).toBe(true);
  expect(() => streams.endAll()).not.toThrow();
});
