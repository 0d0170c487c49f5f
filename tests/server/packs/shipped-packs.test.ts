import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { severityOf } from "../../../domain/note.ts";
import { catalogues } from "../../../domain/text/catalogues.ts";
import { describeNote } from "../../../domain/text/describe-note.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { topologyNotes } from "../../../server/packs/topology-notes.ts";

const PACKS = "data/packs";
const folders = existsSync(PACKS)
  ? readdirSync(PACKS).filter((name) => existsSync(join(PACKS, name, "pack.json")))
  : [];

describe.skipIf(folders.length === 0)("every pack that is shipped", () => {
  test.each(folders)("%s is read without an error, in a second and a half", async (name) => {
    const started = performance.now();
    const { notes } = await readPack(join(PACKS, name));
    const tookMs = performance.now() - started;
    const errors = notes.filter((note) => severityOf(note) === "error");
    process.stdout.write(`${name}: ${Math.round(tookMs)} ms, ${notes.length} notes\n`);
    expect(errors.map((note) => describeNote(note, catalogues.en))).toEqual([]);
    expect(tookMs).toBeLessThan(1500);
  });

  test.each(folders)("%s has zones without gap and overlap, inside their parents", async (name) => {
    const { value } = await readPack(join(PACKS, name));
    const findings = topologyNotes(value.zones);
    expect(findings.map((note) => describeNote(note, catalogues.en))).toEqual([]);
  });
});
