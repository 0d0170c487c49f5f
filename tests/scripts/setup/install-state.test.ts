import { describe, expect, test } from "vitest";
import { installReason, platformFolders } from "../../../scripts/setup/install-state.mjs";

type State = Parameters<typeof installReason>[0];
type Lock = State["lock"];

const linux = { os: "linux", cpu: "x64", libc: "glibc" };

const lock: Lock = {
  packages: {
    "": {},
    "node_modules/zod": { version: "4.0.0", integrity: "sha512-z" },
    "node_modules/vite": { version: "8.0.0", integrity: "sha512-v" },
    "node_modules/vite-linux": {
      version: "8.0.0",
      integrity: "sha512-vl",
      optional: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["glibc"],
    },
    "node_modules/vite-musl": {
      version: "8.0.0",
      optional: true,
      os: ["linux"],
      cpu: "x64",
      libc: ["musl"],
    },
    "node_modules/vite-mac": { version: "8.0.0", optional: true, os: "darwin", cpu: ["arm64"] },
    "node_modules/vite-not-mac": { version: "8.0.0", optional: true, os: ["!darwin"] },
    "node_modules/vite-wasm": { version: "8.0.0", optional: true, cpu: ["wasm32"] },
    "node_modules/wasm-runtime": { version: "1.0.0", optional: true },
  },
};

const here = ["zod", "vite", "vite-linux", "vite-not-mac"].map((name) => `node_modules/${name}`);

/** A machine on which everything was installed by our own setup. */
function aState(given: Partial<State> = {}): State {
  const packages = Object.fromEntries(
    Object.entries(lock.packages).filter(([folder]) => here.includes(folder)),
  );
  return {
    lock,
    hash: "h1",
    stamp: "h1",
    installed: { packages },
    platform: linux,
    has: (folder) => here.includes(folder),
    isLockInStep: true,
    ...given,
  };
}

function lockWith(folder: string, version: string): Lock {
  return { packages: { ...lock.packages, [folder]: { version, integrity: `sha512-${version}` } } };
}

describe("packages are installed", () => {
  test("when nothing is there", () => {
    const state = aState({ stamp: null, installed: null, has: () => false });
    expect(installReason(state)).toBe("never");
  });

  test("when the lock file asks for another version", () => {
    const changed = lockWith("node_modules/zod", "4.0.1");
    expect(installReason(aState({ lock: changed, hash: "h2" }))).toBe("changed");
  });

  test("when the lock file asks for one more package", () => {
    const more = lockWith("node_modules/hono", "4.0.0");
    expect(installReason(aState({ lock: more, hash: "h2" }))).toBe("changed");
  });

  test("when package.json asks for what the lock file lacks, so that npm says so", () => {
    expect(installReason(aState({ hash: "h2", isLockInStep: false }))).toBe("changed");
  });

  test("when an installation was broken off before npm recorded it", () => {
    const state = aState({ stamp: null, installed: null, has: () => true });
    expect(installReason(state)).toBe("never");
    expect(installReason(aState({ stamp: "h0", installed: null }))).toBe("incomplete");
  });

  test("when a package's folder is gone, whatever was recorded", () => {
    const has = (folder: string) => here.includes(folder) && folder !== "node_modules/vite";
    expect(installReason(aState({ has }))).toBe("incomplete");
    expect(installReason(aState({ stamp: null, has }))).toBe("incomplete");
  });

  test("when a native part of this platform was left out by somebody else's installation", () => {
    const { "node_modules/vite-linux": _, ...packages } = aState().installed?.packages ?? {};
    expect(installReason(aState({ stamp: null, installed: { packages } }))).toBe("changed");
  });
});

describe("packages are left alone", () => {
  test("when our stamp says they are those of this lock file", () => {
    expect(installReason(aState())).toBeNull();
    expect(installReason(aState({ installed: null }))).toBeNull();
  });

  test("when npm's own record agrees with the lock file, whoever ran it", () => {
    expect(installReason(aState({ stamp: null }))).toBeNull();
    expect(installReason(aState({ stamp: "h0" }))).toBeNull();
  });
});

test("a platform needs its own native parts and no others", () => {
  const names = (platform: typeof linux | { os: string; cpu: string; libc: null }) =>
    platformFolders(lock, platform).map((folder) => folder.replace("node_modules/", ""));
  expect(names(linux)).toEqual(["vite-linux", "vite-not-mac"]);
  expect(names({ ...linux, libc: "musl" })).toEqual(["vite-musl", "vite-not-mac"]);
  expect(names({ os: "darwin", cpu: "arm64", libc: null })).toEqual(["vite-mac"]);
  expect(names({ os: "win32", cpu: "x64", libc: null })).toEqual(["vite-not-mac"]);
});
