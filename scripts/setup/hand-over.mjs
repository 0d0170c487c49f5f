import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ROOT } from "./project-root.mjs";
import { npmCommand } from "./run-npm.mjs";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a script of package.json, whose first `node` is the pinned one, with our input, output and signals; answers its
 * exit code, 128 + n after signal n.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function handOver(script, args) {
  const { command, first, shell } = npmCommand();
  const words = [...first, "run", "-s", script, "--", ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: ROOT, shell, stdio: "inherit" });
    for (const signal of SIGNALS) {
      // A terminal sends its signal to the whole group; a second one to the same process is harmless.
      process.on(signal, () => child.kill(signal));
    }
    child.on("error", reject);
    child.on("exit", (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}
