import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Until everything of a scene has come, on a slow machine that draws in software. */
const SHUTTER_MS = 25_000;
const KILLED_MS = 120_000;

export type Shot = {
  readonly chromium: string;
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
};

/**
 * A page as PNG, by a browser without a screen that is started for it, with a profile that is thrown away. Loads nothing but
 * the page. Throws an Error where no picture came.
 */
export async function shootPage({ chromium, url, widthPx, heightPx }: Shot): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "wangge-shot-"));
  const file = join(folder, "wall.png");
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    chromium,
    [
      "--headless=new",
      // A browser of the superuser has no sandbox; what it loads is the own page alone.
      ...(isRoot ? ["--no-sandbox"] : []),
      "--hide-scrollbars",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-extensions",
      "--enable-unsafe-swiftshader",
      "--force-device-scale-factor=1",
      `--user-data-dir=${join(folder, "profile")}`,
      `--window-size=${widthPx},${heightPx}`,
      `--timeout=${SHUTTER_MS}`,
      `--screenshot=${file}`,
      url,
    ],
    { stdio: "ignore" },
  );
  const killing = setTimeout(() => child.kill("SIGKILL"), KILLED_MS);
  try {
    const [code] = await once(child, "exit");
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) throw new Error(`${chromium} made no picture (${String(code)})`);
    return bytes;
  } finally {
    clearTimeout(killing);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
