import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { readScreen, SCREEN_FILE } from "../../../server/packs/read-screen.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();

async function readText(text: string | null) {
  const folder = await scratch.folder();
  if (text !== null) await writeFile(join(folder, SCREEN_FILE), text);
  return readScreen({ folder });
}
const read = (value: unknown) => readText(JSON.stringify(value));
const scene = (id: string, more: object = {}) => ({ id, kind: "overview", name: id, ...more });
const codes = ({ notes }: { notes: readonly { code: string; field?: string }[] }) =>
  notes.map(({ code, field }) => [code, field]);

test("a pack without the file says nothing, and its walls show the usual", async () => {
  expect(await readText(null)).toEqual({ value: null, notes: [] });
});

test("what a plan is written as reads back without a note", async () => {
  expect(await read(defaultScreen)).toEqual({ value: defaultScreen, notes: [] });
});

test("a bad scene is listed and the good ones stay", async () => {
  const result = await read({
    scenes: [scene("a"), { id: "B B", kind: "overview", name: "坏" }, scene("c", { kind: "film" })],
  });
  expect(result.value?.scenes.map(({ id }) => id)).toEqual(["a"]);
  expect(codes(result)).toEqual([
    ["bad-field", "scenes[1].id"],
    ["bad-field", "scenes[2].kind"],
  ]);
});

test("a target may be none, and a wrong one is the usual", async () => {
  const targets = { accepted: null, closed: 0.97, satisfied: 95 };
  const result = await read({ scenes: [scene("a")], targets });
  const usual = defaultScreen.targets;
  expect(result.value?.targets).toEqual({ ...usual, accepted: null, closed: 0.97 });
  expect(codes(result)).toEqual([["ignored-field", "targets.satisfied"]]);
});

test("a wrong member costs itself alone", async () => {
  const result = await read({
    scenes: [scene("a", { durationS: -3, layers: ["zones", "moon"], colour: "red" })],
    rotation: { resumeAfterS: "soon", flyS: 90 },
    hasSound: "yes",
    volume: 11,
  });
  expect(result.value).toMatchObject({
    scenes: [{ id: "a", durationS: 40, layers: ["zones"] }],
    rotation: { resumeAfterS: 60, flyS: 90 },
    hasSound: false,
  });
  expect(codes(result).sort()).toEqual([
    ["ignored-field", "hasSound"],
    ["ignored-field", "rotation.resumeAfterS"],
    ["ignored-field", "scenes[0].durationS"],
    ["ignored-field", "scenes[0].layers[1]"],
    ["unknown-column", "scenes[0].colour"],
    ["unknown-column", "volume"],
  ]);
});

test("of two scenes with one id the first stays", async () => {
  const result = await read({ scenes: [scene("a", { name: "甲" }), scene("a", { name: "乙" })] });
  expect(result.value?.scenes).toMatchObject([{ name: "甲" }]);
  expect(codes(result)).toEqual([["duplicate-id", "scenes[1].id"]]);
});

test.each(["", "{", "[]", '{"scenes":{}}', '{"scenes":[]}', "null", '"x"'])(
  "%j is no plan, with a note",
  async (text) => {
    const result = await readText(text);
    expect(result.value).toBeNull();
    expect(result.notes.length).toBeGreaterThan(0);
  },
);
