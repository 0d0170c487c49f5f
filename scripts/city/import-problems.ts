import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PackManifest } from "../../domain/city-pack.ts";
import { DomainError } from "../../domain/errors.ts";
import type { FileKind } from "../../domain/file-kind.ts";
import { ProblemMapping } from "../../domain/problem-mapping.ts";
import { datums } from "../../domain/spatial/datum.ts";
import { catalogueOf, type LanguageCode } from "../../domain/text/catalogues.ts";
import { packCategories } from "../../server/imports/pack-definitions.ts";
import { fileRefusal } from "../../server/imports/raw-chunks.ts";
import { type ProblemReading, readProblems } from "../../server/imports/read-problems.ts";
import { importWords } from "./import-words.ts";
import { createNoteFile, type NoteFile } from "./note-file.ts";
import { NoteSummary } from "./note-summary.ts";
import { progressBar } from "./progress-bar.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "import-problems",
  usage:
    "<file> --pack <pack> [--mapping m.json] [--crs wgs84|cgcs2000|gcj02|bd09] [--notes n.csv] " +
    "[--json] [--lang zh|en]",
  summary: "导入问题点位：CSV、XLSX、GeoJSON、GeoJSONL，均可带 .gz；按编号重复导入即为更新",
  run: importFile,
};

const OPTIONS = {
  pack: { type: "string" },
  mapping: { type: "string" },
  crs: { type: "string" },
  notes: { type: "string" },
  json: { type: "boolean", default: false },
  lang: { type: "string", default: "zh" },
} as const;

async function importFile(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("import-problems", args, ["file"], OPTIONS);
  const catalogue = catalogueOf(values.lang);
  if (!catalogue) throw usage(`--lang ${values.lang}: zh, en`);
  if (values.pack === undefined) throw usage("--pack <pack> expected");
  const datum = datums.find((each) => each === values.crs);
  if (values.crs !== undefined && !datum) throw usage(`--crs ${values.crs}: ${datums.join(", ")}`);
  const say = importWords[values.lang as LanguageCode];
  const folder = packFolder(values.pack);
  const manifest = await readManifest(folder);
  const mapping = values.mapping === undefined ? undefined : await readMapping(values.mapping);
  const { tree } = packCategories(manifest, mapping, { hasProblems: false });

  const bar = progressBar(process.stderr);
  const reading = await readProblems({
    path: words[0],
    mapping,
    manifest,
    tree,
    datum,
    now: Date.now(),
    onProgress: ({ bytesRead, bytesTotal, rowCount }) =>
      bar.update(bytesRead / Math.max(1, bytesTotal), say.rows(rowCount)),
  });
  const path = values.notes ?? defaultNotesPath(manifest.id, reading.file);
  const notes = await createNoteFile(path, say.noteColumns, catalogue);
  const summary = new NoteSummary();
  await checkOnly(reading, summary, notes);
  await notes.close();
  bar.end();

  const totals = reading.totals();
  if (values.json) {
    console.log(
      JSON.stringify({
        file: reading.file,
        read: totals.readCount,
        problems: totals.problemCount,
        unplaced: totals.unplacedCount,
        leftOut: totals.leftOutCount,
        isStored: false,
        notes: summary.byCode(),
        notesFile: path,
      }),
    );
    return 0;
  }
  console.log(`${say.totals.read} ${totals.readCount}`);
  console.log(`${say.totals.unplaced} ${totals.unplacedCount}`);
  console.log(`${say.totals.leftOut} ${totals.leftOutCount}`);
  for (const line of summary.lines(catalogue, say.more)) console.log(line);
  console.log(catalogue.totals(summary.bySeverity()));
  console.log(say.notesWritten(path));
  console.log(say.notStored);
  return 0;
}

/**
 * Draws a reading to its end without keeping its problems. The place where storing goes: `addDefinitions` with the
 * reading's additions first, then `importProblems` over its batches.
 */
async function checkOnly(
  reading: ProblemReading,
  summary: NoteSummary,
  file: NoteFile,
): Promise<void> {
  for await (const { notes } of reading.batches) {
    summary.add(notes);
    await file.write(notes);
  }
}

/** A folder, or the name of one under data/packs. */
function packFolder(pack: string): string {
  const named = join("data", "packs", pack);
  return !existsSync(pack) && existsSync(named) ? named : pack;
}

async function readManifest(folder: string): Promise<PackManifest> {
  const parsed = PackManifest.safeParse(await readJson(join(folder, "pack.json")));
  if (parsed.success) return parsed.data;
  throw unreadable(join(folder, "pack.json"), "not-a-pack");
}

/** Throws a `bad-mapping` refusal that names the first member that is wrong. */
async function readMapping(path: string): Promise<ProblemMapping> {
  const parsed = ProblemMapping.safeParse(await readJson(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const member = issue?.path.map(String).join(".") ?? "";
  throw new DomainError("bad-mapping", { file: path, path: member, problem: issue?.message ?? "" });
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(path, "not-json");
    throw fileRefusal(error, path);
  }
}

function defaultNotesPath(packId: string, file: string): string {
  const state = process.env.STATE_DIR ?? join(".state", packId);
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  return join(state, "imports", `${file}-${stamp}.notes.csv`);
}

function unreadable(file: string, seems: FileKind): DomainError {
  return new DomainError("unreadable-file", { file, seems });
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "import-problems", problem });
}
