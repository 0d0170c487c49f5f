/** Pictures that are taken and served, by their media type. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp"] as const;
export type PictureType = (typeof pictureTypes)[number];

/** What the bytes are, whatever name or type they came with; null for anything but the three kinds. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  if (startsAt(bytes, 0, "\xff\xd8\xff")) return "image/jpeg";
  if (startsAt(bytes, 0, "\x89PNG\r\n\x1a\n")) return "image/png";
  return startsAt(bytes, 0, "RIFF") && startsAt(bytes, 8, "WEBP") ? "image/webp" : null;
}

const OTHERS: readonly (readonly [name: string, at: number, text: string])[] = [
  ["GIF", 0, "GIF8"],
  ["HEIC", 4, "ftyphei"],
  ["HEIC", 4, "ftyphev"],
  ["HEIC", 4, "ftypmif1"],
  ["AVIF", 4, "ftypavif"],
  ["MP4", 4, "ftyp"],
  ["TIFF", 0, "II*\0"],
  ["TIFF", 0, "MM\0*"],
  ["BMP", 0, "BM"],
  ["PDF", 0, "%PDF"],
  ["ZIP", 0, "PK\x03\x04"],
];

/** The name of a kind that is not taken, for the refusal; empty where nobody knows it. */
export function otherKind(bytes: Uint8Array): string {
  const other = OTHERS.find(([, at, text]) => startsAt(bytes, at, text));
  if (other) return other[0];
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 512)).toLowerCase();
  if (head.includes("<svg")) return "SVG";
  if (/<(!doctype html|html|script|body)/.test(head)) return "HTML";
  return head.trimStart().startsWith("<?xml") ? "XML" : "";
}

function startsAt(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((char, i) => bytes[offset + i] === char.charCodeAt(0));
}
