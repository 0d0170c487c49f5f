import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAds } from "../../../server/packs/read-ads.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
const FILES = [
  "pack.json",
  "zones.geojson",
  "ads.geojson",
  "ad-candidates.geojson",
  "ad-hoardings.geojson",
  "ad-screens.geojson",
  "ad-rules.json",
];

async function demoAds(change?: (folder: string) => Promise<void>) {
  const folder = await scratch.folder();
  for (const file of FILES) await cp(join("data/packs/demo", file), join(folder, file));
  await change?.(folder);
  const { value: pack } = await readPack(folder);
  return readAds(pack);
}

test("the demo pack's ads, sites and rules read without a note", async () => {
  const { value, notes } = await demoAds();
  expect(notes).toEqual([]);
  expect(value.ads.length).toBeGreaterThan(300);
  expect(value.candidates.length).toBeGreaterThan(300);
  expect([value.hoardings.length, value.screens.length]).toEqual([36, 30]);
  expect(value.rules).toMatchObject({ version: "v3", sharing: "all", gapTol: 50 });
});

test("an ad in an unknown state is left out with a note, the others stay", async () => {
  const sound = await demoAds();
  const { value, notes } = await demoAds(async (folder) => {
    const path = join(folder, "ads.geojson");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace('"state":"ok"', '"state":"gone"'));
  });
  expect(value.ads.length).toBe(sound.value.ads.length - 1);
  expect(notes).toMatchObject([{ code: "bad-field", file: "ads.geojson", field: "state", row: 1 }]);
});

test("rules that name a group there is not are no rules, and it is said where", async () => {
  const { value, notes } = await demoAds(async (folder) => {
    const path = join(folder, "ad-rules.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace('"primary": "arterial"', '"primary": "boulevard"'));
  });
  expect(value.rules).toBeNull();
  expect(notes).toMatchObject([{ file: "ad-rules.json", field: "classes.primary" }]);
});

test("a pack without ads is no defect", async () => {
  const { value, notes } = await demoAds(async (folder) => {
    for (const file of FILES.slice(2)) await rm(join(folder, file));
  });
  expect(value).toEqual({
    ads: [],
    candidates: [],
    hoardings: [],
    screens: [],
    forbidden: [],
    rules: null,
  });
  expect(notes).toEqual([]);
});

test("a hoarding without a length and a screen without a loop are left out, each with its note", async () => {
  const { value, notes } = await demoAds(async (folder) => {
    for (const [file, member] of [
      ["ad-hoardings.geojson", "length"],
      ["ad-screens.geojson", "loopSeconds"],
    ] as const) {
      const path = join(folder, file);
      const text = await readFile(path, "utf8");
      await writeFile(path, text.replace(new RegExp(`"${member}":\\d+`), `"${member}":-1`));
    }
  });
  expect([value.hoardings.length, value.screens.length]).toEqual([35, 29]);
  expect(notes).toMatchObject([
    { code: "bad-field", file: "ad-hoardings.geojson", field: "length", row: 1 },
    { code: "bad-field", file: "ad-screens.geojson", field: "loopSeconds", row: 1 },
  ]);
});
