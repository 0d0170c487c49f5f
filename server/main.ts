import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { readEnv } from "./env.ts";
import { openApp } from "./open-app.ts";
import { stopServer } from "./operations/stop-server.ts";
import { failureLine, listenFailureLine, stepLines } from "./start-words.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

try {
  await main();
} catch (error) {
  console.error(failureLine(error));
  if (process.env.DEBUG === "1") console.error(error);
  process.exitCode = 1;
}

/** Environment → app → listen. */
async function main(): Promise<void> {
  const env = readEnv(process.env, ROOT);
  const { app, city, listening, endStreams, close } = await openApp(env, ROOT, (what, notes) => {
    for (const line of stepLines(what, notes)) console.log(line);
  });
  const server = serve({ fetch: app.fetch, port: env.port, hostname: env.host }, ({ port }) => {
    const { manifest } = city.pack;
    const { zones } = city.tables.registry.zones.latest;
    console.log(`${manifest.name}：${city.problems.size} 件问题点位，${zones.length} 个片区和社区`);
    console.log(`打开 http://${env.host}:${port}`);
    listening(port);
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(listenFailureLine(error, env));
    process.exit(1);
  });

  // The signal may come more than once: from the terminal, and from the npm above us.
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void stopServer(server as Server, endStreams)
      .then(close)
      .then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
