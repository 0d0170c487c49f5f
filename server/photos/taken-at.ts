const EXIF_FOLDER = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const TEXT = 2;
/** More than any camera writes; a block that says more is broken. */
const MOST_ENTRIES = 512;

/** When a picture was taken, by the camera's own clock; `offset` where the camera knew it, as `+08:00`. */
export type TakenAt = { readonly local: string; readonly offset: string | null };

/**
 * Reads DateTimeOriginal out of an EXIF block. Null where there is none, or the block is broken: then nothing else of it is
 * wanted either.
 */
export function takenAtOf(exif: Uint8Array | undefined): TakenAt | null {
  if (exif === undefined) return null;
  try {
    return readTakenAt(exif);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Throws a RangeError where an offset points outside of the block. */
function readTakenAt(exif: Uint8Array): TakenAt | null {
  const start = latin(exif, 0, 6) === "Exif\0\0" ? 6 : 0;
  const block = exif.subarray(start);
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const isLittle = latin(block, 0, 2) === "II";
  const main = entriesAt(view, view.getUint32(4, isLittle), isLittle);
  const exifAt = main.get(EXIF_FOLDER);
  if (exifAt === undefined) return null;
  const entries = entriesAt(view, view.getUint32(exifAt + 8, isLittle), isLittle);
  const textOf = (tag: number) => {
    const at = entries.get(tag);
    return at === undefined ? "" : textAt(block, view, at, isLittle);
  };
  const [, date, time] =
    /^(\d{4}:\d{2}:\d{2}) (\d{2}:\d{2}:\d{2})/.exec(textOf(DATE_TIME_ORIGINAL)) ?? [];
  if (date === undefined || time === undefined) return null;
  const [offset] = /^[+-]\d{2}:\d{2}/.exec(textOf(OFFSET_TIME_ORIGINAL)) ?? [];
  return { local: `${date.replaceAll(":", "-")}T${time}`, offset: offset ?? null };
}

/** Where each entry of a folder stands, by its tag; twelve bytes each. */
function entriesAt(view: DataView, at: number, isLittle: boolean): Map<number, number> {
  const count = Math.min(view.getUint16(at, isLittle), MOST_ENTRIES);
  const entries = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + 12 * i;
    entries.set(view.getUint16(entry, isLittle), entry);
  }
  return entries;
}

/** A text of up to four bytes stands in the entry itself. */
function textAt(block: Uint8Array, view: DataView, entry: number, isLittle: boolean): string {
  if (view.getUint16(entry + 2, isLittle) !== TEXT) return "";
  const length = Math.min(view.getUint32(entry + 4, isLittle), 40);
  return latin(block, length <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle), length);
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
