import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { DomainError } from "../../domain/errors.ts";
import type { FileKind } from "../../domain/file-kind.ts";
import { fileRefusal, rawChunks } from "./raw-chunks.ts";

/** A file that can be read, by its first bytes; its name is never believed. */
export type SniffedFile = {
  readonly path: string;
  /** What notes and refusals call it. */
  readonly name: string;
  /** On disk, compressed as it is. */
  readonly byteLength: number;
  readonly isGzip: boolean;
  readonly content: "table" | "json" | "xlsx";
  /** Up to 64 KB from the beginning, unpacked. */
  readonly head: Buffer;
};

const HEAD_BYTES = 65_536;
/** Begins every text of an RFC 8142 sequence. */
const RECORD_SEPARATOR = "\u001e";
/** The kinds that `readProblems` and `init` read; of everything else only its name is known. */
const READABLE = { table: "table", text: "table", json: "json", xlsx: "xlsx" } as const;

const MAGIC: readonly (readonly [FileKind, string])[] = [
  ["gzip", "1f8b"],
  ["zip", "504b0304"],
  ["zip", "504b0506"],
  ["xls", "d0cf11e0a1b11ae1"],
  ["pdf", "25504446"],
  ["image", "89504e47"],
  ["image", "ffd8ff"],
  ["image", "47494638"],
  ["image", "52494646"],
  ["geopackage", "53514c69746520666f726d6174203300"],
  ["shapefile", "0000270a"],
];

/** Throws an `unreadable-file` refusal that says what the file is, or seems to be. */
export async function sniffFile(path: string): Promise<SniffedFile> {
  const name = basename(path);
  const raw = await readHead(path, name);
  const isGzip = kindOfBytes(raw.head) === "gzip";
  const head = isGzip ? await gunzipHead(raw.head) : raw.head;
  // A packed file that gives nothing is empty, or cut off in its first bytes: reading it tells.
  if (isGzip && head.length === 0)
    for await (const _ of rawChunks({ path, name, isGzip, byteLength: 0 }));
  const kind = kindOfBytes(head);
  const content = Object.hasOwn(READABLE, kind) ? READABLE[kind as keyof typeof READABLE] : null;
  if (content === null) throw new DomainError("unreadable-file", { file: name, seems: kind });
  return { path, name, byteLength: raw.byteLength, isGzip, content, head };
}

/**
 * What bytes seem to be. A text of one line without separators is still a `table`: it may have one
 * column.
 */
export function kindOfBytes(head: Buffer): FileKind {
  const hex = head.subarray(0, 16).toString("hex");
  const magic = MAGIC.find(([, prefix]) => hex.startsWith(prefix));
  if (magic) return magic[0] === "zip" ? kindOfZip(head) : magic[0];
  const text = beginningAsText(head);
  if (text.trim() === "") return head.includes(0) ? "binary" : "empty";
  if (text.includes("\0")) return "binary";
  return kindOfText(text.trimStart());
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

function beginningAsText(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  return head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
}

function kindOfZip(head: Buffer): FileKind {
  const names = head.toString("latin1");
  if (/\b(?:word|ppt)\//.test(names)) return "zip";
  return names.includes("xl/") || names.includes("[Content_Types].xml") ? "xlsx" : "zip";
}

function kindOfText(text: string): FileKind {
  if (text.startsWith("version https://git-lfs.github.com/spec/")) return "git-lfs-pointer";
  if (/^<(?:!doctype\s+html|html|head|body|table|script|meta)\b/i.test(text)) return "html";
  if (/^<(?:\?xml|!--)/i.test(text)) return /<html\b/i.test(text) ? "html" : "xml";
  if (/^<[A-Za-z]/.test(text)) return "xml";
  if (text.startsWith("{") || text.startsWith(RECORD_SEPARATOR)) {
    return /"type"\s*:\s*"Topology"/.test(text) ? "topojson" : "json";
  }
  if (/^\[\s*[{\]]/.test(text)) return "json";
  return "table";
}
