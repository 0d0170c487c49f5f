import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { CityPack, PackManifest } from "../../domain/city-pack.ts";
import { DomainError } from "../../domain/errors.ts";
import type { FileKind } from "../../domain/file-kind.ts";
import type { Note, NoteCode, Noted } from "../../domain/note.ts";
import { MANIFEST_FILE, readManifest } from "./read-manifest.ts";
import { readPackFiles } from "./read-pack-files.ts";
import { ZONES_FILE } from "./read-zones.ts";
import { readFileText } from "./reading/file-text.ts";
import { parseJsonText } from "./reading/json-text.ts";

/** What a pack's folder holds, usable or not. */
export type PackInspection = {
  /** Null when there is no manifest or no zone to work with; `refusal` says which. */
  readonly pack: CityPack | null;
  readonly refusal: DomainError<"unreadable-file"> | null;
  readonly notes: readonly Note[];
};

/**
 * Reads a folder as a city pack: WGS 84, 7 decimals, references resolved; bad features are left
 * out with a note. Zone topology is not looked at, see `topologyNotes`. Throws an `unreadable-file`
 * refusal when the folder, a usable pack.json or a usable zone is missing.
 */
export async function readPack(folder: string): Promise<Noted<CityPack>> {
  const { pack, refusal, notes } = await inspectPack(folder);
  if (pack) return { value: pack, notes };
  throw refusal ?? unreadable(folder, "not-a-pack");
}

/** Like `readPack`, but a pack that cannot be used gives its notes. Throws only without a folder. */
export async function inspectPack(folder: string): Promise<PackInspection> {
  await checkFolder(folder);
  const { manifest, notes } = await manifestOf(folder);
  if (!manifest) {
    return { pack: null, refusal: unreadable(MANIFEST_FILE, seemsOf(notes, MANIFEST_FILE)), notes };
  }
  const { value: pack, notes: fileNotes } = await readPackFiles(folder, manifest);
  const all = [...notes, ...fileNotes];
  if (pack.zones.length > 0) return { pack, refusal: null, notes: all };
  return { pack: null, refusal: unreadable(ZONES_FILE, seemsOf(all, ZONES_FILE)), notes: all };
}

async function checkFolder(folder: string): Promise<void> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(folder)).isDirectory();
  } catch {
    throw unreadable(folder, "missing");
  }
  if (!isFolder) throw unreadable(folder, "not-a-folder");
}

async function manifestOf(
  folder: string,
): Promise<{ manifest: PackManifest | null; notes: readonly Note[] }> {
  const file = MANIFEST_FILE;
  const { text, isMissing, notes } = await readFileText(folder, file, "json");
  if (isMissing) return { manifest: null, notes: [{ code: "file-missing", file }] };
  if (text === null) return { manifest: null, notes };
  const json = parseJsonText(text, file);
  const soFar = [...notes, ...json.notes];
  if (json.value === undefined) return { manifest: null, notes: soFar };
  const read = readManifest(json.value, basename(resolve(folder)));
  if (read) return { manifest: read.manifest, notes: [...soFar, ...read.notes] };
  const note: Note = { code: "file-seems-other", file, detail: "not-a-pack" };
  return { manifest: null, notes: [...soFar, note] };
}

/** What each of these notes makes of its file; one with a `detail` says it there. */
const SEEMS: Partial<Record<NoteCode, FileKind | "detail">> = {
  "file-missing": "missing",
  "file-empty": "empty",
  "file-not-json": "not-json",
  "file-truncated": "truncated",
  "file-too-large": "too-large",
  "file-seems-other": "detail",
  "file-unreadable": "detail",
};

function seemsOf(notes: readonly Note[], file: string): string {
  for (const { code, file: about, detail } of notes) {
    const seems = about === file ? SEEMS[code] : undefined;
    if (seems !== undefined) return seems === "detail" ? (detail ?? "unreadable") : seems;
  }
  return "no-usable-zone";
}

function unreadable(file: string, seems: string): DomainError<"unreadable-file"> {
  return new DomainError("unreadable-file", { file, seems });
}
