import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { SetupError } from "./setup-error.mjs";

/** Where npm scripts find `node` first. */
const PINNED = join(ROOT, "node_modules", ".bin", "node");

/**
 * The Node that npm scripts will use: the pinned one, or the machine's own where there is none for this platform.
 * Throws a SetupError when neither is recent enough. A pinned one that does not run here (another C library) is taken out
 * of the way.
 * @param {string} floor Oldest version that will do, `22.18`.
 * @returns {string} Path of the program.
 */
export function nodeForScripts(floor) {
  if (existsSync(PINNED)) {
    const { status, stdout } = spawnSync(PINNED, ["--version"], { encoding: "utf8" });
    if (status === 0 && isAtLeast(stdout.trim().slice(1), floor)) return PINNED;
    if (isAtLeast(process.versions.node, floor)) rmSync(PINNED);
  }
  if (isAtLeast(process.versions.node, floor)) return process.execPath;
  throw new SetupError(
    `Node.js ${process.versions.node} 过旧，本机又没有可用的内置版本：请安装 Node.js ${floor} 以上（建议 24）。\n` +
      `Node.js ${process.versions.node} is too old and none could be brought along: install ${floor} or later (24 is best).`,
  );
}

/**
 * @param {string} version
 * @param {string} floor Each of its numbers counts, left to right.
 */
export function isAtLeast(version, floor) {
  const have = version.split(".").map(Number);
  for (const [i, want] of floor.split(".").map(Number).entries()) {
    const part = have[i] ?? 0;
    if (part !== want) return part > want;
  }
  return true;
}
