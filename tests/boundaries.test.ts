import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAllowed } from "./support/import-table.ts";
import { type ImportedFile, importsOf, withoutComments } from "./support/read-imports.ts";

/** Only these may open a database; everybody else is given one. */
const OPEN_STORAGE = ["server/storage/", "server/open-app.ts", "scripts/", "tests/"];
/** The only file that touches the map object; others may speak of its types. */
const MAP_ENGINE = "client/map/map-engine.ts";

const FOLDERS = ["domain", "server", "client", "scripts", "tests"];
const files = [
  ...FOLDERS.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
      (file) => `${folder}/${file.replaceAll("\\", "/")}`,
    ),
  ),
  ...readdirSync("."),
].filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file) && !file.endsWith(".d.ts"));

/** This file holds imports that are only spoken of. */
const imports = files
  .filter((file) => file !== "tests/boundaries.test.ts")
  .flatMap((file) => importsOf(file, readFileSync(file, "utf8")));
const isOwn = ({ to }: ImportedFile) => to.startsWith("./");

describe("imports", () => {
  test("are found in every form they are written in", () => {
    const text = `import a from "a";
import type { B } from "./b.ts";
import {
  c,
} from "../c.ts";
import "d/d.css";
export { e } from "e";
const f = await import("f");
new Worker(new URL("./g.ts", import.meta.url));
export const notOne = "h";`;
    expect(
      importsOf("x/y/z.ts", text).map(({ to, isType }) => `${to}${isType ? " type" : ""}`),
    ).toEqual(["a", "./x/y/b.ts type", "./x/c.ts", "d/d.css", "e", "f", "./x/y/g.ts"]);
  });

  test("go where the table allows", () => {
    expect(imports.length).toBeGreaterThan(1000);
    const forbidden = imports.filter((each) => !isAllowed(each));
    expect(forbidden.map(({ from, to }) => `${from} may not import ${to}`)).toEqual([]);
  });

  test("of the project lead to files that exist", () => {
    const missing = imports
      .filter((each) => isOwn(each) && !existsSync(each.to.replace(/\?.*$/, "")))
      .map(({ from, to }) => `${from}: ${to}`);
    expect(missing).toEqual([]);
  });

  test("of packages name only what package.json names", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    const named = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
    const unnamed = imports
      .filter((each) => !isOwn(each) && !each.to.startsWith("node:"))
      .filter(({ to }) => !named.has(packageOf(to)) && !named.has(`@types/${packageOf(to)}`))
      .map(({ from, to }) => `${from}: ${to}`);
    expect(unnamed).toEqual([]);
  });

  test("of tests come from tests alone, of database adapters from where storage is opened", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to.startsWith("./tests/")) return !from.startsWith("tests/");
      const isAdapter = to.startsWith("./server/storage/") && to !== "./server/storage/storage.ts";
      return isAdapter && !OPEN_STORAGE.some((start) => from.startsWith(start));
    });
    expect(wrong.map(({ from, to }) => `${from} may not import ${to}`)).toEqual([]);
  });

  test("of one page never come from another, of one map layer never from another", () => {
    const wrong = imports.filter(({ from, to }) => {
      const page = /^client\/features\/([^/]+)\//.exec(from)?.[1];
      const otherPage = /^\.\/client\/features\/([^/]+)\//.exec(to)?.[1];
      if (page && otherPage && page !== otherPage) return true;
      if (!isLayer(from)) return false;
      return isLayer(to.slice(2)) || to.startsWith("./client/features/");
    });
    expect(wrong.map(({ from, to }) => `${from} may not import ${to}`)).toEqual([]);
  });

  test("of the map library's code are in one file", () => {
    const wrong = imports.filter(
      ({ from, to, isType }) =>
        !isType &&
        /^(maplibre-gl|@deck\.gl\/maplibre)(\/|$)/.test(to) &&
        isClient(from) &&
        from !== MAP_ENGINE,
    );
    expect(wrong.map(({ from, to }) => `${from}: ${to}`)).toEqual([]);
  });
});

test("the domain asks for no clock, no chance, no network and no console", () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bconsole\.|\bprocess\.|\bperformance\./;
  const found = files
    .filter((file) => file.startsWith("domain/"))
    .filter((file) => impure.test(withoutComments(readFileSync(file, "utf8"))));
  expect(found).toEqual([]);
});

test.skipIf(!existsSync("client/map/layers"))("every map layer is registered", () => {
  const registered = imports
    .filter(({ from }) => from === "client/map/layers/registry.ts")
    .map(({ to }) => to.slice(2));
  const layers = files.filter(isLayer);
  expect(layers.filter((file) => !registered.includes(file))).toEqual([]);
});

function isClient(file: string): boolean {
  return file.startsWith("client/");
}

function isLayer(file: string): boolean {
  return /^client\/map\/layers\/(?!layer\.|registry\.).+\.ts$/.test(file);
}

function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}
