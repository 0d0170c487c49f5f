import { z } from "zod";
import { Photo } from "../problem.ts";
import type { ProblemMapping } from "../problem-mapping.ts";
import type { FieldValue, ForeignRecord } from "./foreign-record.ts";
import { parseJson } from "./record-closings.ts";
import { fieldReader } from "./record-text.ts";

const PHOTO_LIMIT = 20;
const JsonPhotos = z.array(Photo).max(PHOTO_LIMIT);

/** Photos of a record; `bad` are texts that name no file inside the pack's `photos/`. */
export function photosReader(
  from: ProblemMapping["photos"],
  blanks: ReadonlySet<string>,
): (record: ForeignRecord) => { photos: readonly Photo[]; bad: readonly string[] } {
  if (from === undefined) return () => ({ photos: [], bad: [] });
  if ("json" in from) {
    const read = fieldReader(from.json, blanks);
    return (record) => jsonPhotos(read(record));
  }
  const columns = from.map(({ column, kind, separator }) => ({
    read: fieldReader(column, blanks),
    kind,
    separator,
  }));
  return function readPhotos(record) {
    const photos: Photo[] = [];
    const bad: string[] = [];
    for (const { read, kind, separator } of columns) {
      for (const text of String(read(record) ?? "").split(separator)) {
        const file = text.trim();
        if (file === "") continue;
        if (isPhotoFile(file) && photos.length < PHOTO_LIMIT) photos.push({ file, kind });
        else bad.push(file);
      }
    }
    return { photos, bad };
  };
}

function jsonPhotos(text: FieldValue): { photos: readonly Photo[]; bad: readonly string[] } {
  if (text === null) return { photos: [], bad: [] };
  const list = JsonPhotos.safeParse(parseJson(text));
  if (!list.success) return { photos: [], bad: [String(text)] };
  return {
    photos: list.data.filter(({ file }) => isPhotoFile(file)),
    bad: list.data.map(({ file }) => file).filter((file) => !isPhotoFile(file)),
  };
}

/** A relative path below `photos/`: no address of another machine, no way out of the folder. */
function isPhotoFile(file: string): boolean {
  return (
    file.length <= 200 &&
    !/^[/\\]|^[A-Za-z][A-Za-z0-9+.-]*:|\\|\0/.test(file) &&
    !file.split("/").includes("..")
  );
}
