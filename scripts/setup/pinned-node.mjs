import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { SetupError } from "./setup-error.mjs";

/** The Node that comes as a package, where there is one for this platform. */
const PACKAGE = `node-${process.platform}-${process.arch}`;
const PROGRAM = join(ROOT, "node_modules", PACKAGE, "bin", "node");
/** What npm scripts find first as `node`. */
const LINK = join(ROOT, "node_modules", ".bin", "node");

/**
 * The Node that the project runs on: the pinned one, or the machine's own where none is pinned for
 * this platform or the pinned one does not run (another C library). Throws a SetupError when
 * neither will do.
 * @param {string} floor Oldest version that will do, `22.18`.
 * @returns {string} Path of the program.
 */
export function pinnedNode(floor) {
  if (existsSync(PROGRAM)) {
    if (realpathSync(PROGRAM) === realpathSync(process.execPath)) return process.execPath;
    const { status, stdout } = spawnSync(PROGRAM, ["--version"], { encoding: "utf8" });
    if (status === 0 && isAtLeast(stdout.trim().slice(1), floor)) {
      putFirst();
      return PROGRAM;
    }
    rmSync(LINK, { force: true });
  }
  if (isAtLeast(process.versions.node, floor)) return process.execPath;
  throw new SetupError(
    `Node.js ${process.versions.node} 过旧，本机又没有可用的内置版本：请安装 Node.js ${floor} 以上（建议 24）。\n` +
      `Node.js ${process.versions.node} is too old and none could be brought along: install ${floor} or later (24 is best).`,
  );
}

/** npm 10 takes the link away again together with that of the other platform's package. */
function putFirst() {
  if (existsSync(LINK)) return;
  mkdirSync(join(ROOT, "node_modules", ".bin"), { recursive: true });
  symlinkSync(join("..", PACKAGE, "bin", "node"), LINK);
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
