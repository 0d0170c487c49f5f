import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/**
 * For a Chromium without screen, network and first-run pages; drawing is done in software where
 * there is no GPU.
 */
export const chromiumArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** What installing may take. */
const INSTALL_MS = 300_000;

/**
 * Path of a Chromium: `CHROMIUM`, then the machine's, then the one that Playwright keeps; null
 * without any.
 */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM;
  if (given) return existsSync(given) ? given : null;
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/**
 * Finds a Chromium or tries to install one; throws an Error that says what to do where that fails.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (process.env.CHROMIUM) throw new Error(`CHROMIUM=${process.env.CHROMIUM} 不存在 is not there`);
  say("安装浏览器 Installing Chromium");
  run("npx", ["playwright", "install", "chromium"]);
  if (findChromium() === null) aptInstall("chromium");
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    "没有可用的 Chromium：请安装 chromium 或 Google Chrome（Debian、Ubuntu：apt-get install chromium），或用 CHROMIUM=<路径> 指定。\n" +
      "No Chromium: install chromium or Google Chrome, or name one with CHROMIUM=<path>.",
  );
}

/**
 * Whether text in Chinese can be drawn; tries to install a font first. True where the system cannot
 * be asked.
 */
export function ensureChineseFont(): boolean {
  if (hasChineseFont() !== false) return true;
  say("安装中文字体 Installing a Chinese font");
  aptInstall("fonts-noto-cjk");
  return hasChineseFont() !== false;
}

function hasChineseFont(): boolean | null {
  const { status, stdout } = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() !== "" : null;
}

function aptInstall(name: string): void {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  if (run("apt-get", ["update", "-q"])) {
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", name]);
  }
}

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = spawnSync(command, args, { env, stdio: "ignore", timeout: INSTALL_MS });
  return status === 0;
}

function say(what: string): void {
  process.stderr.write(`${what} …\n`);
}
