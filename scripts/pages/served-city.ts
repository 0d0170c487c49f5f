import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { chromiumArgs, ensureChromium } from "../browser.ts";

const ROOT = join(import.meta.dirname, "../..");
const START_MS = 60_000;

/**
 * Serves the demo city from a state folder of its own, opens a browser, and takes both away after
 * `work`. Throws when the server does not start within a minute.
 */
export async function withServedCity<T>(
  work: (served: { readonly address: string; readonly browser: Browser }) => Promise<T>,
): Promise<T> {
  const state = mkdtempSync(join(tmpdir(), "wangge-pages-"));
  const env = { ...process.env, PORT: "0", HOST: "127.0.0.1", STATE_DIR: state };
  const server = spawn(process.execPath, [join(ROOT, "server/main.ts")], {
    cwd: ROOT,
    env: { ...env, PACK: "data/packs/demo" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await addressOf(server);
    const browser = await chromium.launch({
      executablePath: ensureChromium(),
      args: [...chromiumArgs],
    });
    try {
      return await work({ address, browser });
    } finally {
      await browser.close();
    }
  } finally {
    await stopped(server);
    rmSync(state, { recursive: true, force: true });
  }
}

/** What the server says it listens at. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`No address in a minute: ${said}`)), START_MS);
    server.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
  });
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}
