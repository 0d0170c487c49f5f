import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "../../domain/errors.ts";
import type { Note } from "../../domain/note.ts";
import { ProblemMapping } from "../../domain/problem-mapping.ts";
import { datums } from "../../domain/spatial/datum.ts";
import { catalogueOf, type LanguageCode } from "../../domain/text/catalogues.ts";
import { readEnv } from "../../server/env.ts";
import { ownCategories, packCategories } from "../../server/imports/pack-definitions.ts";
import { fileRefusal } from "../../server/imports/raw-chunks.ts";
import { type ProblemReading, readProblems } from "../../server/imports/read-problems.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import type { ImportTotals } from "../../server/services/import-problems.ts";
import { cityStorage } from "./city-storage.ts";
import { type ImportWords, importWords } from "./import-words.ts";
import { keepProblems } from "./keep-problems.ts";
import { createNoteFile } from "./note-file.ts";
import { NoteReport } from "./note-report.ts";
import { packFolder } from "./pack-folder.ts";
import { progressBar } from "./progress-bar.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "import-problems",
  usage:
    "<file> --pack <pack> [--mapping m.json] [--crs wgs84|cgcs2000|gcj02|bd09] [--dry-run] " +
    "[--notes n.csv] [--json] [--lang zh|en]",
  summary: "导入问题点位：CSV、XLSX、GeoJSON、GeoJSONL，均可带 .gz；按编号重复导入即为更新",
  run: importFile,
};

const OPTIONS = {
  pack: { type: "string" },
  mapping: { type: "string" },
  crs: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  notes: { type: "string" },
  json: { type: "boolean", default: false },
  lang: { type: "string", default: "zh" },
} as const;

/** Of each code this many notes are printed; all of them are in the file of notes. */
const SHOWN = 3;

/** Answers 1 when rows were read and none of them could become a problem. */
async function importFile(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("import-problems", args, ["file"], OPTIONS);
  const catalogue = catalogueOf(values.lang);
  if (!catalogue) throw usage(`--lang ${values.lang}: zh, en`);
  if (values.pack === undefined) throw usage("--pack <pack> expected");
  const datum = datums.find((each) => each === values.crs);
  if (values.crs !== undefined && !datum) throw usage(`--crs ${values.crs}: ${datums.join(", ")}`);
  const say = importWords[values.lang as LanguageCode];
  const folder = packFolder(values.pack);
  const mapping = values.mapping === undefined ? undefined : await readMapping(values.mapping);
  const { value: pack } = await readPack(folder);
  const env = readEnv(process.env, process.cwd());
  const { id } = pack.manifest;

  const storage = values["dry-run"] ? null : await cityStorage(env, id);
  const bar = progressBar(process.stderr);
  try {
    const isEmpty = pack.problemsFile === null && ((await storage?.countProblems()) ?? 0) === 0;
    const own = await ownCategories(folder);
    const categories = packCategories({ own, mapping, hasProblems: !isEmpty });
    const reading = await readProblems({
      path: words[0],
      mapping,
      manifest: pack.manifest,
      tree: categories.tree,
      datum,
      now: Date.now(),
      onProgress: ({ bytesRead, bytesTotal, rowCount }) =>
        bar.update(bytesRead / Math.max(1, bytesTotal), say.rows(rowCount)),
    });
    const path = values.notes ?? notesPath(env.stateFolder(id), reading.file);
    const file = await createNoteFile(path, say.noteColumns, catalogue);
    const report = new NoteReport(SHOWN);
    const tell = async (notes: readonly Note[]) => {
      report.add(notes);
      await file.write(notes);
    };
    const kept = storage
      ? await keepProblems(reading, { folder, storage, categories, now: Date.now, tell })
      : await checkOnly(reading, tell);
    await file.close();
    bar.end();
    const totals = { ...reading.totals(), kept };
    if (values.json) {
      const notes = report.byCode();
      console.log(JSON.stringify({ file: reading.file, ...totals, notes, notesFile: path }));
    } else {
      for (const line of totalLines(totals, say)) console.log(line);
      for (const line of report.lines(catalogue, say.more)) console.log(line);
      console.log(catalogue.totals(report.counts()));
      console.log(say.notesWritten(path));
      if (!kept) console.log(say.notStored);
    }
    return totals.readCount > 0 && totals.problemCount === 0 ? 1 : 0;
  } finally {
    bar.end();
    await storage?.close();
  }
}

async function checkOnly(
  { batches }: ProblemReading,
  tell: (notes: readonly Note[]) => Promise<void>,
): Promise<null> {
  for await (const { notes } of batches) await tell(notes);
  return null;
}

type Totals = ReturnType<ProblemReading["totals"]> & { readonly kept: ImportTotals | null };

function totalLines(
  { readCount, unplacedCount, leftOutCount, kept }: Totals,
  { totals }: ImportWords,
): string[] {
  const list: (readonly [string, number | undefined])[] = [
    [totals.read, readCount],
    [totals.added, kept?.added],
    [totals.updated, kept?.updated],
    [totals.unchanged, kept?.unchanged],
    [totals.repeated, kept?.repeated],
    [totals.unplaced, unplacedCount],
    [totals.leftOut, leftOutCount],
  ];
  return list.flatMap(([word, count]) => (count === undefined ? [] : `${word} ${count}`));
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
    if (!(error instanceof SyntaxError)) throw fileRefusal(error, path);
    throw new DomainError("unreadable-file", { file: path, seems: "not-json" });
  }
}

function notesPath(stateFolder: string, file: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  return join(stateFolder, "imports", `${file}-${stamp}.notes.csv`);
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "import-problems", problem });
}
