import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installFailure } from "./install-failure.mjs";
import { ROOT } from "./project-root.mjs";
import { SetupError } from "./setup-error.mjs";

const FOLDER = join(ROOT, ".cache");
const LOCK = join(FOLDER, "setup.pid");
const WAIT_MS = 300;

/**
 * Runs work that changes node_modules or dist while nobody else's setup does; waits for another
 * that is at it. A lock whose process is gone counts for nothing. Throws a SetupError where nothing
 * can be written.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  let isTold = false;
  while (!take()) {
    if (!isTold) process.stderr.write(waitingFor(holder()));
    isTold = true;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** @param {number} pid */
function waitingFor(pid) {
  return (
    `等待另一次准备完成（进程 ${pid}；若已不在，请删除 .cache/setup.pid）\n` +
    `Waiting for another setup (process ${pid}; if it is gone, delete .cache/setup.pid)\n`
  );
}

function take() {
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "EEXIST") throw new SetupError(installFailure(message));
  }
  if (!isAlive(holder())) rmSync(LOCK, { force: true });
  return false;
}

function holder() {
  try {
    return Number(readFileSync(LOCK, "utf8"));
  } catch {
    return 0;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
