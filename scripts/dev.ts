import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { createServer as createViteServer } from "vite";
import { readEnv } from "../server/env.ts";
import { openApp } from "../server/open-app.ts";
import { failureLine, listenFailureLine, stepLines } from "../server/start-words.ts";

const ROOT = join(import.meta.dirname, "..");

try {
  await main();
} catch (error) {
  console.error(failureLine(error));
  console.error(error);
  process.exitCode = 1;
}

/** The pages have a folder of that name too; Vite asks for its sources by their endings. */
function isForServer(url: string): boolean {
  return url.startsWith("/api/") && !/\.tsx?(\?|$)/.test(url);
}

/**
 * Pages straight from their sources by Vite, everything under /api by the server, at one address.
 */
async function main(): Promise<void> {
  const env = readEnv(process.env, ROOT);
  const { app, close } = await openApp(env, ROOT, (what, notes) => {
    for (const line of stepLines(what, notes)) console.log(line);
  });
  const server = createServer();
  const vite = await createViteServer({
    configFile: join(ROOT, "vite.config.ts"),
    configLoader: "native",
    server: { middlewareMode: true, hmr: { server } },
  });
  const api = getRequestListener(app.fetch);
  server.on("request", (request, response) => {
    if (isForServer(request.url ?? "")) void api(request, response);
    else vite.middlewares(request, response);
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(listenFailureLine(error, env));
    process.exit(1);
  });
  server.listen(env.port, env.host, () => console.log(`打开 http://${env.host}:${env.port}`));

  const stop = () => void close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
