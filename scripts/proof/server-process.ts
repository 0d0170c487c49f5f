import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READY_WITHIN_MS = 120_000;
/** Of what the process said last, for when it fails. */
const KEPT_WORDS = 2000;

/** The server as a city hall runs it: a process of its own that can die at any moment. */
export type ServerProcess = {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the first answer. */
  readonly readyMs: number;
  /** At once, without a word to it; resolves when it is gone. */
  kill(): Promise<void>;
};

export type ServerState = {
  readonly packFolder: string;
  readonly stateFolder: string;
  /** Null: SQLite in the state folder. */
  readonly databaseUrl: string | null;
};

/**
 * Starts a server and waits until it answers; `environment` is what it is told besides. Throws with what it said when it does
 * not.
 */
export async function startServer(
  state: ServerState,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const begin = performance.now();
  const port = await freePort();
  const child = spawn(process.execPath, ["server/main.ts"], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      PACK: state.packFolder,
      STATE_DIR: state.stateFolder,
      DATABASE_URL: state.databaseUrl ?? "",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const words = lastWords(child);
  const kill = () => killed(child);
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const isUp = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) break;
    if (child.exitCode !== null || performance.now() - begin > READY_WITHIN_MS) {
      await kill();
      throw new Error(`The server did not start: ${words()}`);
    }
    await setTimeout(20);
  }
  return { url, pid: child.pid ?? 0, readyMs: performance.now() - begin, kill };
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

function lastWords(child: ChildProcess): () => string {
  let words = "";
  const hear = (part: Buffer) => {
    words = (words + part.toString()).slice(-KEPT_WORDS);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return () => words;
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
