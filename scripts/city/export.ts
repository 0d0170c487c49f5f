import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { categoryTree } from "../../domain/category.ts";
import type { CityPack } from "../../domain/city-pack.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Problem } from "../../domain/problem.ts";
import { cityClock } from "../../domain/time.ts";
import { readEnv } from "../../server/env.ts";
import { exportFormats, problemText } from "../../server/exports/problem-text.ts";
import { readProblems } from "../../server/imports/read-problems.ts";
import { datumOfFile } from "../../server/packs/file-datum.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import type { Storage } from "../../server/storage/storage.ts";
import { filledCity } from "./city-storage.ts";
import { packFolder } from "./pack-folder.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "export",
  usage: "<pack> --format geojson|csv [--out file[.gz]]",
  summary: "导出全部问题点位，格式与数据包自身的问题文件一致，导回后不改变任何记录",
  run: exportProblems,
};

type Source = {
  readonly problems: AsyncIterable<readonly Problem[]>;
  /** Null: the pack's own file, nothing was ever stored. */
  readonly storage: Storage | null;
};

/** Streams to standard output, or to a file that appears only when it is complete. */
async function exportProblems(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("export", args, ["pack"], {
    format: { type: "string" },
    out: { type: "string" },
  });
  const format = exportFormats.find((each) => each === values.format);
  if (!format) throw usage(`--format ${values.format ?? ""}: ${exportFormats.join(", ")}`);
  const { value: pack } = await readPack(packFolder(words[0]));
  const { timezone, categories } = pack.manifest;
  const vocabulary = { tree: categoryTree(categories), clock: cityClock(timezone) };
  const { problems, storage } = await openSource(pack);
  const counted = { problems: 0 };
  try {
    const text = problemText(format, counting(problems, counted), vocabulary);
    if (values.out === undefined) await writeOut(text);
    else await writeFile(text, values.out);
  } finally {
    await storage?.close();
  }
  const target = values.out === undefined ? "" : ` → ${values.out}`;
  console.error(`已导出 ${counted.problems} 件问题点位${target}`);
  const file = basename(values.out ?? `problems.${format}`);
  if (datumOfFile(pack.manifest, file) !== "wgs84") {
    console.error("坐标为 WGS 84，导回时请加 --crs wgs84");
  }
  return 0;
}

/** The database where the pack's problems are in it, else the pack's own file. */
async function openSource(pack: CityPack): Promise<Source> {
  const storage = await filledCity(readEnv(process.env, process.cwd()), pack);
  if (storage) return { problems: storage.problems(), storage };
  return { problems: ownProblems(pack), storage: null };
}

async function* ownProblems({
  manifest,
  problemsFile,
}: CityPack): AsyncGenerator<readonly Problem[]> {
  if (problemsFile === null) return;
  const tree = categoryTree(manifest.categories);
  const reading = await readProblems({ path: problemsFile, manifest, tree, now: Date.now() });
  for await (const { problems } of reading.batches) yield problems;
}

async function* counting(
  batches: AsyncIterable<readonly Problem[]>,
  counted: { problems: number },
): AsyncGenerator<readonly Problem[]> {
  for await (const batch of batches) {
    counted.problems += batch.length;
    yield batch;
  }
}

async function writeOut(text: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(text), process.stdout, { end: false });
}

async function writeFile(text: AsyncIterable<string>, path: string): Promise<void> {
  const part = `${path}.part`;
  const file = createWriteStream(part, { flush: true });
  try {
    if (path.endsWith(".gz")) await pipeline(Readable.from(text), createGzip(), file);
    else await pipeline(Readable.from(text), file);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "export", problem });
}
