import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { DomainError } from "../../domain/errors.ts";
import type { FileKind } from "../../domain/file-kind.ts";
import { kindOfBytes } from "../packs/reading/kind-of-bytes.ts";
import { fileRefusal, rawChunks } from "./raw-chunks.ts";

type RecordContent = "table" | "json" | "xlsx";
export type RoadContent = RecordContent | "osm-xml" | "osm-pbf" | "graphml";

/** A file that can be read, by its first bytes; its name is never believed. */
export type SniffedFile<Content extends string = RecordContent> = {
  readonly path: string;
  /** What notes and refusals call it. */
  readonly name: string;
  /** On disk, compressed as it is. */
  readonly byteLength: number;
  readonly isGzip: boolean;
  readonly content: Content;
  /** Up to 64 KB from the beginning, unpacked. */
  readonly head: Buffer;
};

const HEAD_BYTES = 65_536;
/** The kinds that are read; of everything else only its name is known. */
const RECORDS = { table: "table", text: "table", json: "json", xlsx: "xlsx" } as const;
const ROADS = {
  ...RECORDS,
  "osm-xml": "osm-xml",
  "osm-pbf": "osm-pbf",
  graphml: "graphml",
} as const;

/** Throws an `unreadable-file` refusal that says what the file is, or seems to be. */
export function sniffFile(path: string): Promise<SniffedFile> {
  return sniff<RecordContent>(path, RECORDS);
}

/** The same for what may hold roads. */
export function sniffRoads(path: string): Promise<SniffedFile<RoadContent>> {
  return sniff<RoadContent>(path, ROADS);
}

async function sniff<Content extends string>(
  path: string,
  readable: Readonly<Partial<Record<FileKind, Content>>>,
): Promise<SniffedFile<Content>> {
  const name = basename(path);
  const raw = await readHead(path, name);
  const isGzip = kindOfBytes(raw.head) === "gzip";
  const head = isGzip ? await gunzipHead(raw.head) : raw.head;
  // A packed file that gives nothing is empty, or cut off in its first bytes: reading it tells.
  if (isGzip && head.length === 0)
    for await (const _ of rawChunks({ path, name, isGzip, byteLength: 0 }));
  const kind = kindOfBytes(head);
  const content = Object.hasOwn(readable, kind) ? readable[kind] : undefined;
  if (content === undefined) throw new DomainError("unreadable-file", { file: name, seems: kind });
  return { path, name, byteLength: raw.byteLength, isGzip, content, head };
}

async function readHead(path: string, name: string): Promise<{ head: Buffer; byteLength: number }> {
  try {
    const { size } = await stat(path);
    const handle = await open(path, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return { head: buffer.subarray(0, bytesRead), byteLength: size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileRefusal(error, name);
  }
}

/**
 * As much as the first packed bytes give; what is wrong further on shows when all of it is read.
 */
function gunzipHead(packed: Buffer): Promise<Buffer> {
  return new Promise((resolve) => {
    const gunzip = createGunzip();
    const parts: Buffer[] = [];
    let length = 0;
    const finish = () => {
      resolve(Buffer.concat(parts).subarray(0, HEAD_BYTES));
      gunzip.destroy();
    };
    gunzip.on("data", (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length >= HEAD_BYTES) finish();
    });
    gunzip.on("end", finish);
    gunzip.on("error", finish);
    gunzip.end(packed);
  });
}
