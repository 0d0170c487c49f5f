import { fileURLToPath } from "node:url";
import { type ServerType, serve } from "@hono/node-server";
import type { City } from "../../server/city/city.ts";
import { readEnv } from "../../server/env.ts";
import { openApp } from "../../server/open-app.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A server in this process, with everything a real one has, listening on loopback alone. */
export type ServedCity = {
  readonly port: number;
  readonly city: City;
  close(): Promise<void>;
};

/** Serves the pack over the state of a folder, or over a database where an address is given. */
export async function serveCity(
  packFolder: string,
  stateFolder: string,
  databaseUrl: string | null,
): Promise<ServedCity> {
  const variables = {
    PACK: packFolder,
    STATE_DIR: stateFolder,
    LOG_LEVEL: "error",
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  };
  const opened = await openApp(readEnv(variables, ROOT), ROOT, () => undefined);
  let server: ServerType | null = null;
  const port = await new Promise<number>((resolve) => {
    const { fetch } = opened.app;
    server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, (at) => resolve(at.port));
  });
  return {
    port,
    city: opened.city,
    async close() {
      await new Promise((resolve) => {
        server?.close(resolve);
        if (server && "closeAllConnections" in server) server.closeAllConnections();
      });
      await opened.close();
    },
  };
}
