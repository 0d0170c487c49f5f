import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumArgs, findChromium } from "./scripts/browser.ts";

/** Of this run; its workers, which read this file once more, get it by the environment. */
const stateFolder = process.env.WANGGE_E2E_STATE ?? newStateFolder();

/** The server takes a free port and says which; workers start after it and know it. */
const port = process.env.WANGGE_E2E_PORT ?? "0";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 1,
  timeout: 60_000,
  // A loaded machine without a graphics card takes several seconds for what a desk shows at once.
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    launchOptions: {
      args: [...chromiumArgs],
      ...executable(),
    },
  },
  webServer: {
    command: "node server/main.ts",
    env: {
      HOST: "127.0.0.1",
      PORT: "0",
      PACK: "data/packs/demo",
      STATE_DIR: stateFolder,
      LOG_LEVEL: "warn",
    },
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<wangge_e2e_port>\d+)/ },
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});

function newStateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wangge-e2e-"));
  process.env.WANGGE_E2E_STATE = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function executable(): { executablePath?: string } {
  const path = findChromium();
  return path === null ? {} : { executablePath: path };
}
