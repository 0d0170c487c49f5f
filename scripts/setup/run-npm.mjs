import { spawn } from "node:child_process";
import { basename } from "node:path";
import { ROOT } from "./project-root.mjs";

/**
 * How npm is started: the one that runs us, under the Node given, else the one on PATH.
 * @param {string} [node]
 * @returns {{ command: string, first: string[], shell: boolean }}
 */
export function npmCommand(node = process.execPath) {
  const cli = process.env.npm_execpath ?? "";
  if (basename(cli) === "npm-cli.js") return { command: node, first: [cli], shell: false };
  return { command: "npm", first: [], shell: process.platform === "win32" };
}

/**
 * Runs npm without showing what it prints; answers exit code and output.
 * @param {readonly string[]} args
 * @param {string} [node]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNpm(args, node) {
  const { command, first, shell } = npmCommand(node);
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], { cwd: ROOT, shell });
    child.stdin.end();
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
