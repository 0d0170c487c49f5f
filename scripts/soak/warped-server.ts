import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WARP = new URL("../time-warp.mjs", import.meta.url).href;
const READY_WITHIN_MS = 120_000;
const KEPT_WORDS = 3000;

/** A server of the demo city whose day goes faster; it can be ended and started again on the same state and port. */
export class WarpedServer {
  readonly #folder = mkdtempSync(join(tmpdir(), "wangge-soak-"));
  readonly #clock: Readonly<Record<string, string>>;
  #port = 0;
  #child: ChildProcess | null = null;
  #words = "";

  /** @param shownAt What its clock shows at the begin, epoch ms. */
  constructor(shownAt: number, speed: number) {
    this.#clock = {
      WARP_BEGAN_AT: String(Date.now()),
      WARP_SHOWN_AT: String(shownAt),
      WARP_SPEED: String(speed),
    };
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Resolves when it answers; how long that took, ms. */
  async start(): Promise<number> {
    const begin = performance.now();
    if (this.#port === 0) this.#port = await freePort();
    const child = spawn(process.execPath, ["--import", WARP, "server/main.ts"], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOST: "127.0.0.1",
        PORT: String(this.#port),
        PACK: "data/packs/demo",
        STATE_DIR: this.#folder,
        LOG_LEVEL: "error",
        ...this.#clock,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (part: Buffer) => {
        this.#words = (this.#words + part.toString()).slice(-KEPT_WORDS);
      });
    }
    while (!(await this.#isUp())) {
      if (child.exitCode !== null || performance.now() - begin > READY_WITHIN_MS) {
        throw new Error(`The server did not start: ${this.#words}`);
      }
      await setTimeout(50);
    }
    return performance.now() - begin;
  }

  async end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  /** What it said last. */
  get words(): string {
    return this.#words;
  }

  async close(): Promise<void> {
    await this.end("SIGKILL");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #isUp(): Promise<boolean> {
    return fetch(`${this.url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
