import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { handOver } from "../../../scripts/setup/hand-over.mjs";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();

test("the program's exit code is ours, 128 + n after signal n", async () => {
  expect(await handOver(process.execPath, ["-e", "process.exit(7)"])).toBe(7);
  expect(await handOver(process.execPath, ["-e", ""])).toBe(0);
  const killed = "process.kill(process.pid, 'SIGKILL'); setInterval(() => 0, 1000)";
  expect(await handOver(process.execPath, ["-e", killed])).toBe(137);
});

test("arguments arrive as they were given, and programs of packages are found first", async () => {
  const out = join(await scratch.folder(), "said.json");
  const program = await scratch.file(
    "say.mjs",
    `import { writeFileSync } from "node:fs";
     const [, , out, ...args] = process.argv;
     writeFileSync(out, JSON.stringify({ args, path: process.env.PATH }));`,
  );
  const args = ["--as-of", "two words", "$HOME", "网格", "'\"", ""];
  expect(await handOver(process.execPath, [program, out, ...args])).toBe(0);
  const said = JSON.parse(readFileSync(out, "utf8"));
  expect(said.args).toEqual(args);
  expect(said.path.startsWith(resolve("node_modules/.bin"))).toBe(true);
});

test.skipIf(process.platform === "win32")(
  "the program ends when the shell above it is killed, as npm kills it",
  async () => {
    const pidFile = join(await scratch.folder(), "pid");
    const program = await scratch.file(
      "stay.mjs",
      `import { writeFileSync } from "node:fs";
       writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
       setInterval(() => 0, 1000);`,
    );
    const module = resolve("scripts/setup/hand-over.mjs");
    const parent = await scratch.file(
      "parent.mjs",
      `import { handOver } from ${JSON.stringify(module)};
       process.exitCode = await handOver(process.execPath, [${JSON.stringify(program)}]);`,
    );
    const env = { ...process.env, npm_lifecycle_event: "start" };
    const shell = spawn("sh", ["-c", `"${process.execPath}" "${parent}"; true`], { env });
    await vi.waitFor(() => expect(existsSync(pidFile)).toBe(true), { timeout: 10_000 });
    const pid = Number(readFileSync(pidFile, "utf8"));
    expect(isAlive(pid)).toBe(true);
    shell.kill("SIGTERM");
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
  },
);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
