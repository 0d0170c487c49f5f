import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { Open311Settings } from "../domain/open311.ts";
import { variableNames } from "../server/env.ts";

const OFFLINE = ["docs/install-offline.md", "docs/install-offline.zh-CN.md"] as const;
const OPEN311 = ["docs/open311.md", "docs/open311.zh-CN.md"] as const;
const WALL = ["docs/wall.md", "docs/wall.zh-CN.md"] as const;
const DOCUMENTS = [
  "README.md",
  "README.zh-CN.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...OFFLINE,
  ...OPEN311,
  ...WALL,
];
const READMES = ["README.md", "README.zh-CN.md"] as const;

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const textOf = (file: string) => readFileSync(file, "utf8");

/**
 * Begins of paths that are of the project; anything else in code marks is a name, a value or an
 * address.
 */
const ROOTS =
  /^(\.ci|client|data|deploy|docs|domain|scripts|server|tests|types)\/|^[\w.-]+\.(md|json|ts|mjs)$|^LICENSE$/;
/** Made when the program runs, or in a city's folder. */
const ELSEWHERE = ["pack.json", "utils.ts"];

describe.each(DOCUMENTS)("%s", (file) => {
  test("names only paths that exist", () => {
    const missing = pathsIn(textOf(file)).filter(
      (path) => !existsSync(path) && !existsSync(join(dirname(file), path)),
    );
    expect(missing).toEqual([]);
  });

  test("names only commands that package.json has", () => {
    const missing = commandsIn(textOf(file)).filter((name) => !Object.hasOwn(scripts, name));
    expect(missing).toEqual([]);
  });
});

describe("the two READMEs", () => {
  const [english, chinese] = READMES.map(textOf) as [string, string];

  test("list the same commands, and every command that package.json has", () => {
    expect(commandsIn(english)).toEqual(commandsIn(chinese));
    expect(commandsIn(english)).toEqual(Object.keys(scripts).sort());
  });

  test.each(READMES)("%s lists the environment variables that the server reads", (file) => {
    const rows = [...textOf(file).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual([...variableNames].sort());
  });

  test.each(READMES)("%s lists the commands on cities", (file) => {
    const verbs = [...textOf("scripts/city.ts").matchAll(/import\("\.\/city\/([\w-]+)\.ts"\)/g)];
    const rows = [...textOf(file).matchAll(/^\| `([a-z-]+) </gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(verbs.map(([, name]) => name).sort());
  });

  test("say the same settings and show the same commands, word for word", () => {
    const shell = (text: string) =>
      [...text.matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, code]) => code);
    expect(shell(english)).toEqual(shell(chinese));
    const defaults = (text: string) =>
      [...text.matchAll(/^\| `[A-Z_]+` \| (`?[\w./-]+)/gm)].map(([, value]) => value);
    expect(defaults(english)).toEqual(defaults(chinese));
  });
});

test("installing without a network is the same, command by command, and names what is there", () => {
  const [english, chinese] = OFFLINE.map((file) =>
    [...textOf(file).matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, code]) => code ?? ""),
  );
  expect(english).toEqual(chinese);
  const named = (english ?? [])
    .join("\n")
    .matchAll(/\/opt\/wangge\/((?:deploy|scripts)\/[\w./-]+)/g);
  const paths = [...named].map(([, path]) => path ?? "");
  expect(paths.length).toBeGreaterThan(2);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test("a wall's machine is set up by the same words in both languages, with files and options that are there", () => {
  const unit = textOf("deploy/wangge-wall.service");
  const optionsIn = (text: string) =>
    [...text.matchAll(/[` ]--([a-z-]+)/g)].map(([, option]) => option ?? "");
  const [english, chinese] = WALL.map((file) => {
    const shell = [...textOf(file).matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, code]) => code);
    return { shell, options: optionsIn(textOf(file).replace(/^```[\s\S]*?^```/gm, "")) };
  });
  expect(english).toEqual(chinese);
  const paths = `${english?.shell}\n${unit}`.matchAll(
    /\/opt\/wangge\/((?:deploy|scripts)\/[\w./-]+)/g,
  );
  expect([...paths].filter(([, path]) => !existsSync(path ?? ""))).toEqual([]);
  const ofUnit = optionsIn(/wall\.ts(.*)/.exec(unit)?.[1] ?? "");
  const named = new Set([...(english?.options ?? []), ...ofUnit]);
  expect(named).toContain("link-file");
  const known = textOf("scripts/wall.ts");
  expect(
    [...named].filter(
      (option) => !known.includes(`"${option}"`) && !known.includes(` ${option}: {`),
    ),
  ).toEqual([]);
});

test("the door for other systems says the same addresses and settings in both languages", () => {
  const [english, chinese] = OPEN311.map((file) => {
    const shell = [...textOf(file).matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, code]) => code);
    const rows = [...textOf(file).matchAll(/^\| `((?:GET|POST) [^`]+|[a-zA-Z]+)` \|/gm)];
    return [...shell, ...rows.map(([, cell]) => cell)];
  });
  expect(english).toEqual(chinese);
  const settings = Object.keys(Open311Settings.shape);
  expect(english).toEqual(expect.arrayContaining(settings));
});

/** Inline code that looks like a path, and targets of links. */
function pathsIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const code = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? "");
  const links = [...prose.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? "");
  return [...code.filter((word) => ROOTS.test(word)), ...links]
    .filter((path) => !/^https?:|[<*]/.test(path) && !ELSEWHERE.includes(path))
    .map((path) => path.replace(/\/$/, ""));
}

/** Names after `npm run`, with `npm start` and `npm test`; each once, in order of names. */
function commandsIn(text: string): string[] {
  const named = text.matchAll(/npm (?:run (?:-s )?([a-z][\w:-]*)|(start|test)\b)/g);
  return [...new Set([...named].map(([, run, own]) => run ?? own ?? ""))].sort();
}
