import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { DomainError } from "../domain/errors.ts";

/** Built files: hashed names are kept for good, pages are asked for again. Every page address answers the one HTML file. */
export function clientFiles(folder: string) {
  const app = new Hono();
  app.use(
    "/assets/*",
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
  );
  app.use(
    "/*",
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_, c) => c.header("Cache-Control", "no-cache"),
    }),
  );
  app.get("/*", async (c) => {
    // Gone for a moment while a new version is put in its place.
    const page = await readFile(join(folder, "index.html"), "utf8").catch(() => null);
    if (page === null) throw new DomainError("not-ready", { detail: "index.html" });
    c.header("Cache-Control", "no-cache");
    return c.html(page);
  });
  return app;
}
