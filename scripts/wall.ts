import { mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findChromium } from "../server/screen/find-chromium.ts";
import { isRect, kioskArgs } from "./wall/kiosk-args.ts";
import { KioskBrowser } from "./wall/kiosk-browser.ts";
import { tendWall } from "./wall/tend-wall.ts";
import { wallAddress } from "./wall/wall-address.ts";
import { wallWords } from "./wall/wall-words.ts";

const EXIT_REFUSED = 2;
const USAGE =
  "  npm run wall -- --link-file <file> | <link>   [--window 3840x2160+0+0] [--scale 1] [--profile <folder>] [--headless]\n" +
  "  <link> 为 - 时从标准输入读取 - reads it from standard input";

process.exit(await main(process.argv.slice(2)));

/** Keeps the page of a wall on this machine's screen, whatever happens to it, until a signal comes. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    strict: true,
    allowPositionals: true,
    options: {
      "link-file": { type: "string" },
      window: { type: "string" },
      scale: { type: "string", default: "1" },
      profile: { type: "string" },
      headless: { type: "boolean", default: false },
    },
  });
  // What it was called with can be read by everybody on this machine; from here on only this can.
  process.title = "wangge wall";
  const [given] = positionals;
  const file = values["link-file"] ?? (given === "-" ? 0 : undefined);
  const address = wallAddress(file === undefined ? (given ?? "") : readFileSync(file, "utf8"));
  const scale = Number(values.scale);
  const rect = values.window ?? null;
  if (!address || !(scale >= 0.5 && scale <= 4) || (rect !== null && !isRect(rect))) {
    return refuse(USAGE);
  }
  const chromium = findChromium(process.env.CHROMIUM ?? null);
  if (chromium === null) {
    return refuse(
      "没有可用的 Chromium（CHROMIUM=<路径> 可指定）\nNo Chromium; name one with CHROMIUM=<path>",
    );
  }
  if (file === undefined && address.isSecret) {
    say(
      "链接写在命令行上，其他用户可从进程列表读到；请改用 --link-file the link can be read by others",
    );
  }
  const profile = values.profile ?? join(process.env.STATE_DIRECTORY ?? stateFolder(), "profile");
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const kiosk = kioskArgs({
    profile,
    rect,
    scale,
    isHeadless: values.headless,
    isWayland: Boolean(process.env.WAYLAND_DISPLAY),
  });
  const over = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => over.abort());
  await tendWall({
    start: () => KioskBrowser.start(chromium, kiosk, address),
    over: over.signal,
    log: (entry) => say(wallWords(entry)),
  });
  return 0;
}

function stateFolder(): string {
  return join(process.env.XDG_STATE_HOME ?? join(homedir(), ".local", "state"), "wangge-wall");
}

function say(words: string): void {
  console.log(`${new Date().toISOString()} ${words}`);
}

function refuse(words: string): number {
  console.error(words);
  return EXIT_REFUSED;
}
