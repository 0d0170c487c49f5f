import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const packages: Readonly<Record<string, Locked>> = read("package-lock.json").packages;

test("the lock file holds every package that one of its packages names, for all platforms", () => {
  const missing = Object.entries(packages).flatMap(([folder, locked]) =>
    namesIn(locked)
      .filter((name) => !isFound(folder, name))
      .map((name) => `${folder || "package.json"}: ${name}`),
  );
  expect(missing, "npm ci refuses such a file; a fresh clone could not be installed").toEqual([]);
});

test("the lock file is of this package.json, and versions are exact", () => {
  const manifest: Locked = read("package.json");
  for (const kind of ["dependencies", "devDependencies", "optionalDependencies"] as const) {
    expect(packages[""]?.[kind]).toEqual(manifest[kind]);
  }
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

function namesIn({ dependencies, devDependencies, optionalDependencies }: Locked): string[] {
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
}

/** As Node looks for it: in the folder's own node_modules, then in those above. */
function isFound(folder: string, name: string): boolean {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const path = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
    if (Object.hasOwn(packages, path)) return true;
    if (at === "") return false;
  }
}
