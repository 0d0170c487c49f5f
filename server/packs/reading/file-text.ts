import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FileKind } from "../../../domain/file-kind.ts";
import type { Note } from "../../../domain/note.ts";
import { kindOfBytes } from "./kind-of-bytes.ts";

/** A file of a pack as text; null where it is missing or cannot be text of the wanted kind. */
export type FileText = {
  readonly file: string;
  readonly text: string | null;
  readonly isMissing: boolean;
  readonly notes: readonly Note[];
};

const MEGABYTE = 1 << 20;
/** A pack's file is held in memory whole; its text must fit into one string. */
const LIMIT_MB = 256;
const READABLE: Readonly<Record<"json" | "table", readonly FileKind[]>> = {
  json: ["json", "table", "text"],
  table: ["table", "text", "json"],
};

/** Never throws: what stands in the way becomes a note. A file that is missing gives none. */
export async function readFileText(
  folder: string,
  file: string,
  wanted: "json" | "table",
): Promise<FileText> {
  const failed = (note: Note): FileText => ({ file, text: null, isMissing: false, notes: [note] });
  let bytes: Buffer;
  try {
    const path = join(folder, file);
    const { size } = await stat(path);
    if (size > LIMIT_MB * MEGABYTE) {
      const value = String(Math.ceil(size / MEGABYTE));
      return failed({ code: "file-too-large", file, value, detail: String(LIMIT_MB) });
    }
    bytes = await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return { file, text: null, isMissing: true, notes: [] };
    return failed({ code: "file-unreadable", file, detail: kindOfFailure(code) });
  }
  const kind = kindOfBytes(bytes.subarray(0, 65_536));
  if (kind === "empty") return failed({ code: "file-empty", file });
  if (!READABLE[wanted].includes(kind)) {
    return failed({ code: "file-seems-other", file, detail: kind });
  }
  return { file, isMissing: false, ...decodeText(bytes, file) };
}

function kindOfFailure(code: string | undefined): FileKind {
  if (code === "EISDIR") return "folder";
  return code === "EACCES" || code === "EPERM" ? "no-permission" : "unreadable";
}

/** A byte order mark decides; else UTF-8 where it is valid, else GB18030, which all of GBK and GB 2312 is. */
function decodeText(bytes: Buffer, file: string): Pick<FileText, "text" | "notes"> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes, "utf-16le"), notes: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, "utf-16be"), notes: [] };
  if (isUtf8(bytes)) return { text: decode(bytes, "utf-8"), notes: [] };
  try {
    const text = new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return { text, notes: [{ code: "encoding-guessed", file, detail: "GB18030" }] };
  } catch {
    return {
      text: decode(bytes, "utf-8"),
      notes: [{ code: "wrong-encoding", file, value: "\ufffd" }],
    };
  }
}

/** Leaves a byte order mark out. */
function decode(bytes: Buffer, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
