import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./alone.mjs";
import { installFailure } from "./install-failure.mjs";
import { installReason, platformFolders } from "./install-state.mjs";
import { pinnedNode } from "./pinned-node.mjs";
import { ROOT } from "./project-root.mjs";
import { runNpm } from "./run-npm.mjs";
import { SetupError } from "./setup-error.mjs";
import { step } from "./step.mjs";

/** @typedef {import("./install-state.mjs").InstallState} InstallState */

const STAMP = join(ROOT, "node_modules", ".installed-from");
/** Scripts of packages are not run; none that is used has one that matters. */
const CI = [
  "ci",
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--prefer-offline",
  "--loglevel=error",
];

/**
 * Installs what package-lock.json names, once; later calls cost some milliseconds. Works without a
 * network when everything is there. Answers the Node to run programs with. Throws a SetupError that
 * says what to do.
 */
export async function installPackages() {
  const wanted = readWanted();
  if (installReason(stateOf(wanted)) === null) {
    if (readStamp() !== wanted.hash) leaveStamp(wanted.hash);
    return pinnedNode(wanted.floor);
  }
  return alone(async () => {
    // Whoever waited may find the work done.
    if (installReason(stateOf(wanted)) === null) return pinnedNode(wanted.floor);
    const title = "安装依赖，首次约一分钟 Installing packages, about a minute";
    return step(title, () => install(wanted));
  });
}

/** @param {ReturnType<typeof readWanted>} wanted */
async function install(wanted) {
  rmSync(STAMP, { force: true });
  await runCi();
  const node = pinnedNode(wanted.floor);
  // npm leaves out optional packages that its own Node is too old for, though the pinned one is not.
  const missing = platformFolders(wanted.lock, platform()).filter((folder) => !has(folder));
  if (missing.length > 0 && node !== process.execPath) await runCi(node);
  leaveStamp(wanted.hash);
  return pinnedNode(wanted.floor);
}

/** @param {string} [node] */
async function runCi(node) {
  const { code, output } = await runNpm(CI, node);
  if (code !== 0) throw new SetupError(installFailure(output));
}

function readWanted() {
  const [lockText, manifestText] = ["package-lock.json", "package.json"].map((name) =>
    readFileSync(join(ROOT, name), "utf8"),
  );
  const manifest = JSON.parse(manifestText ?? "");
  const asked = JSON.stringify(dependenciesOf(manifest));
  /** @type {import("./install-state.mjs").Lock} */
  const lock = JSON.parse(lockText ?? "");
  return {
    lock,
    hash: createHash("sha256").update(`${lockText}\n${asked}`).digest("hex"),
    isLockInStep: JSON.stringify(dependenciesOf(lock.packages[""] ?? {})) === asked,
    floor: String(manifest.engines.node).replace(/^>=/, ""),
  };
}

/**
 * @param {ReturnType<typeof readWanted>} wanted
 * @returns {InstallState}
 */
function stateOf({ lock, hash, isLockInStep }) {
  const installed = readOrNull(join(ROOT, "node_modules", ".package-lock.json"));
  return {
    lock,
    hash,
    stamp: readStamp(),
    installed: installed === null ? null : JSON.parse(installed),
    platform: platform(),
    has,
    isLockInStep,
  };
}

/** @param {Record<string, unknown>} about */
function dependenciesOf({ dependencies, devDependencies, optionalDependencies }) {
  return [dependencies, devDependencies, optionalDependencies].map((list) =>
    Object.entries(list ?? {}).sort(),
  );
}

/** @param {string} folder */
function has(folder) {
  return existsSync(join(ROOT, folder, "package.json"));
}

function platform() {
  return { os: process.platform, cpu: process.arch, libc: libc() };
}

function libc() {
  if (process.platform !== "linux") return null;
  return existsSync("/etc/alpine-release") ? "musl" : "glibc";
}

/** @param {string} hash */
function leaveStamp(hash) {
  try {
    writeFileSync(STAMP, hash);
  } catch {
    // What somebody else installed may not be ours to write to; the next call compares once more.
  }
}

function readStamp() {
  return readOrNull(STAMP);
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
