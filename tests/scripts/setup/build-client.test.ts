import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashOfFiles } from "../../../scripts/setup/build-client.mjs";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();

test("pages count as built until a source is changed, added, renamed or taken away", async () => {
  const root = await scratch.folder();
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  const hash = () => hashOfFiles(root, ["client", "vite.config.ts", "not-there"]);
  mkdirSync(join(root, "client", "map"), { recursive: true });
  write("client/main.tsx", "main");
  write("client/map/engine.ts", "engine");
  write("vite.config.ts", "config");
  const first = hash();
  expect(hash()).toBe(first);

  const hashes = new Set([first]);
  const changes: (() => void)[] = [
    () => write("client/map/engine.ts", "engine 2"),
    () => write("client/map/layer.ts", ""),
    () => write("vite.config.ts", "config 2"),
    () => rmSync(join(root, "client/main.tsx")),
    () => write("client/app.tsx", "main"),
  ];
  for (const change of changes) {
    change();
    hashes.add(hash());
  }
  expect(hashes.size).toBe(changes.length + 1);

  write("unrelated.ts", "x");
  expect(hashes.has(hash())).toBe(true);
});
