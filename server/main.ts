import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { DomainError } from "../domain/errors.ts";
import { type Note, severityOf } from "../domain/note.ts";
import { catalogues } from "../domain/text/catalogues.ts";
import { describeNote } from "../domain/text/describe-note.ts";
import { describeRefusal } from "../domain/text/describe-refusal.ts";
import { createApp } from "./app.ts";
import { basemapLayers } from "./basemap/basemap-layers.ts";
import { basemapTiles } from "./basemap/basemap-tiles.ts";
import { startCity } from "./city/start-city.ts";
import type { LogEntry } from "./deps.ts";
import { readEnv } from "./env.ts";
import { heatPainter } from "./heat/heat-painter.ts";
import { HeatScales } from "./heat/heat-scales.ts";
import { readPack } from "./packs/read-pack.ts";
import { openSqlite } from "./storage/sqlite.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

try {
  await main();
} catch (error) {
  const sentence =
    error instanceof DomainError
      ? describeRefusal(error, catalogues.zh)
      : catalogues.zh.unexpected(error instanceof Error ? error.message : String(error));
  console.error(sentence);
  if (process.env.DEBUG === "1") console.error(error);
  process.exitCode = 1;
}

/** Environment → pack → storage → index → app → listen. */
async function main(): Promise<void> {
  const env = readEnv(process.env, ROOT);
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const { value: pack, notes } = await readPack(env.packFolder);
  const { id, name } = pack.manifest;
  tell(`读取城市数据包 ${name}(${id})`, notes);

  const storage = await openSqlite(env.stateFolder(id));
  const started = await startCity(pack, storage, Date.now);
  if (started.filled) tell(`首次启动，已装入 ${started.filled.added} 件问题`, started.notes);
  const { city } = started;

  const clientFolder = join(ROOT, "dist");
  const painter = heatPainter();
  const app = createApp({
    city,
    basemap: basemapTiles(basemapLayers(city.pack)),
    heatPainter: painter,
    heatScales: new HeatScales(city),
    version,
    clientFolder: existsSync(join(clientFolder, "index.html")) ? clientFolder : null,
    log,
  });
  const server = serve({ fetch: app.fetch, port: env.port, hostname: env.host }, ({ port }) => {
    console.log(`${name}:${city.problems.size} 件问题点位，${city.pack.zones.length} 个片区和社区`);
    console.log(`打开 http://${env.host}:${port}`);
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === "EADDRINUSE"
        ? `端口 ${env.port} 已被占用，可用 PORT=8788 另选`
        : error.message;
    console.error(`无法监听 ${env.host}:${env.port}:${reason}`);
    process.exit(1);
  });

  const stop = () => {
    server.close();
    void painter.close();
    void storage.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** One line for what was read, and one for everything that should not stay as it is. */
function tell(what: string, notes: readonly Note[]): void {
  const odd = notes.filter((note) => severityOf(note) !== "info");
  console.log(
    odd.length === 0 ? what : `${what}，${odd.length} 条提示,npm run city -- validate 可列出全部`,
  );
  for (const note of odd.slice(0, 5)) console.log(`  ${describeNote(note, catalogues.zh)}`);
}

function log(entry: LogEntry): void {
  console.error(JSON.stringify({ at: new Date().toISOString(), ...entry }));
}
