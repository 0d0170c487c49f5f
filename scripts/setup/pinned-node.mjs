import { spawnSync } from "node:child_process";
import { existsSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { SetupError } from "./setup-error.mjs";

/** What npm scripts find first as `node`. */
const PINNED = join(ROOT, "node_modules", ".bin", "node");

/**
 * The Node that the project runs on: the pinned one, or the machine's own where none is pinned for this platform. A pinned
 * one that does not run here (another C library) is taken out of the way. Throws a SetupError when neither will do.
 * @param {string} floor Oldest version that will do, `22.18`.
 * @returns {string} Path of the program.
 */
export function pinnedNode(floor) {
  const isOwnEnough = isAtLeast(process.versions.node, floor);
  if (existsSync(PINNED)) {
    if (realpathSync(PINNED) === realpathSync(process.execPath)) return process.execPath;
    const { status, stdout } = spawnSync(PINNED, ["--version"], { encoding: "utf8" });
    if (status === 0 && isAtLeast(stdout.trim().slice(1), floor)) return PINNED;
    if (isOwnEnough) rmSync(PINNED);
  }
  if (isOwnEnough) return process.execPath;
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
