/**
 * One package of a lock file, as far as it matters here.
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string | readonly string[]} [os]
 * @property {string | readonly string[]} [cpu]
 * @property {string | readonly string[]} [libc]
 */

/**
 * package-lock.json, or the one that npm keeps of what it installed. Keys are folders, "" is the
 * project.
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lock
 */

/**
 * @typedef {{ readonly os: string, readonly cpu: string, readonly libc: string | null }} Platform
 */

/**
 * @typedef {object} InstallState
 * @property {Lock} lock
 * @property {string} hash Of everything that decides what is installed.
 * @property {string | null} stamp The hash that the last complete installation left.
 * @property {Lock | null} installed What npm says it installed.
 * @property {Platform} platform
 * @property {(folder: string) => boolean} has Whether the package's folder is there.
 * @property {boolean} isLockInStep Whether package.json asks for what the lock file holds.
 */

/**
 * Why packages must be installed; null when those that are there are the ones asked for. An
 * installation that this program did not make counts when npm's own record of it agrees with the
 * lock file.
 * @param {InstallState} state
 * @returns {"never" | "changed" | "incomplete" | null}
 */
export function installReason({ lock, hash, stamp, installed, platform, has, isLockInStep }) {
  const required = requiredFolders(lock);
  if (stamp === hash) return required.every(has) ? null : "incomplete";
  if (!isLockInStep) return "changed";
  if (!installed) return stamp === null ? "never" : "incomplete";
  const needed = [...required, ...platformFolders(lock, platform)];
  const isSame = needed.every((folder) => {
    const [want, got] = [lock.packages[folder], installed.packages[folder]];
    return got?.version === want?.version && got?.integrity === want?.integrity;
  });
  if (!isSame) return "changed";
  return needed.every(has) ? null : "incomplete";
}

/**
 * Folders of optional packages made for this platform: programs and native parts.
 * @param {Lock} lock
 * @param {Platform} platform
 * @returns {string[]}
 */
export function platformFolders(lock, { os, cpu, libc }) {
  return Object.entries(lock.packages).flatMap(([folder, about]) => {
    const isForSome = about.optional && (about.os ?? about.cpu);
    const isOurs = allows(about.os, os) && allows(about.cpu, cpu) && allows(about.libc, libc);
    return isForSome && isOurs ? [folder] : [];
  });
}

/**
 * @param {Lock} lock
 * @returns {string[]}
 */
function requiredFolders(lock) {
  return Object.entries(lock.packages).flatMap(([folder, { optional }]) =>
    folder === "" || optional ? [] : [folder],
  );
}

/**
 * After package.json: one or more names, or names that are refused.
 * @param {string | readonly string[] | undefined} given
 * @param {string | null} value
 */
function allows(given, value) {
  if (given === undefined) return true;
  const names = typeof given === "string" ? [given] : given;
  if (value === null || names.includes(`!${value}`)) return false;
  return names.includes(value) || names.every((name) => name.startsWith("!"));
}
