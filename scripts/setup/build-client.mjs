import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { ROOT } from "./project-root.mjs";
import { runNpm } from "./run-npm.mjs";
import { SetupError } from "./setup-error.mjs";
import { step } from "./step.mjs";

/** Everything that the built pages are made of. */
const SOURCES = ["vite.config.ts", "package-lock.json", "client", "domain"];
const STAMP = join(ROOT, "dist", ".built-from");

/**
 * Builds the pages when their sources are other ones than last time. Throws a SetupError with what
 * the build printed.
 */
export async function buildClient() {
  if (!existsSync(join(ROOT, "vite.config.ts"))) return;
  const hash = hashOfFiles(ROOT, SOURCES);
  if (isBuilt(hash)) return;
  await alone(async () => {
    if (isBuilt(hash)) return;
    await step("构建页面 Building the pages", async () => {
      const { code, output } = await runNpm(["run", "-s", "build"]);
      if (code !== 0) throw new SetupError(`页面构建失败 The build failed:\n\n${output.trimEnd()}`);
      writeFileSync(STAMP, hash);
    });
  });
}

/**
 * One hash of names and contents below `root`, in the order of names.
 * @param {string} root
 * @param {readonly string[]} sources Files and folders; those that are not there count as empty.
 */
export function hashOfFiles(root, sources) {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const path of filesOf(root, source)) {
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/** @param {string} hash */
function isBuilt(hash) {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  try {
    const entries = readdirSync(full).sort();
    return entries.flatMap((name) => filesOf(root, `${path}/${name}`));
  } catch {
    return [path];
  }
}
