import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server of the demo city on a free port, with a state of its own. */
export type DemoServer = { readonly url: string; stop(): void };

const STARTED = /http:\/\/127\.0\.0\.1:\d+/;

const WARP = new URL("./time-warp.mjs", import.meta.url).href;

/**
 * Resolves when it listens. Rejects with its output when it ends before.
 * @param shownAt What its clock shows at the begin, epoch ms; without it, the time of day.
 */
export async function startDemoServer(shownAt = Date.now()): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), "wangge-demo-"));
  const server = spawn(process.execPath, ["--import", WARP, "server/main.ts"], {
    env: {
      WARP_BEGAN_AT: String(Date.now()),
      WARP_SHOWN_AT: String(shownAt),
      WARP_SPEED: "1",
      ...process.env,
      HOST: "127.0.0.1",
      PORT: "0",
      PACK: "data/packs/demo",
      STATE_DIR: folder,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", stop);
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const started = STARTED.exec(output);
      if (started) resolve(started[0]);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("exit", () => reject(new Error(`The server ended:\n${output}`)));
  });
  return { url, stop };
}
