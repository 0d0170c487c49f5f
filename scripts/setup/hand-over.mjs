import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ROOT } from "./project-root.mjs";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const LOOK_MS = 500;

/**
 * Runs a program of the project with our input, output and signals; answers its exit code, 128 + n
 * after signal n. Not through `npm run`: its shell dies of a signal and leaves the program behind.
 * For the same reason the program is stopped when the shell above us is gone.
 * @param {string} node
 * @param {readonly string[]} words Options of Node, the file, relative to the project, and its
 * arguments.
 * @returns {Promise<number>}
 */
export function handOver(node, words) {
  const PATH = [join(ROOT, "node_modules", ".bin"), dirname(node), process.env.PATH];
  const env = { ...process.env, PATH: PATH.join(delimiter) };
  const parent = process.ppid;
  // Started by hand in the background, it may well outlive its shell.
  const isUnderNpm = process.env.npm_lifecycle_event !== undefined;
  return new Promise((resolve, reject) => {
    const child = spawn(node, words, { cwd: ROOT, env, stdio: "inherit" });
    for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
    const watch = setInterval(() => {
      if (isUnderNpm && process.ppid !== parent) child.kill("SIGTERM");
    }, LOOK_MS);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
