import { isUtf8 } from "node:buffer";
import { DomainError } from "../../domain/errors.ts";
import type { Note } from "../../domain/note.ts";
import { type ByteProgress, rawChunks } from "./raw-chunks.ts";
import type { SniffedFile } from "./sniff-file.ts";

export type OpenedText = {
  /** A WHATWG label. */
  readonly encoding: string;
  readonly notes: readonly Note[];
  /** Last byte of the text that is no white space; undefined in an empty text. */
  readonly lastByte: number | undefined;
  /** The text as UTF-8 without a byte order mark, from its beginning at every call. */
  chunks(onProgress?: ByteProgress): AsyncGenerator<Buffer>;
};

/**
 * Opens a text, packed or not. All of it is read once beforehand, so that a packed file that is cut
 * short is refused before its first row is used, and a file whose first Chinese character comes
 * late is not taken for UTF-8: valid UTF-8 is that, else GB18030, with a note. Half a second per
 * 100 MB. Throws an `unreadable-file` refusal.
 */
export async function openText(file: SniffedFile, encoding?: string): Promise<OpenedText> {
  const label = encoding === undefined ? null : checkedLabel(encoding);
  const survey = await surveyText(file);
  if (survey.lastByte === undefined) {
    throw new DomainError("unreadable-file", { file: file.name, seems: "empty" });
  }
  const { chosen, notes } = label
    ? { chosen: label, notes: [] }
    : await chooseEncoding(file, survey);
  return {
    encoding: chosen,
    notes,
    lastByte: survey.lastByte,
    chunks: (onProgress) =>
      chosen === "utf-8" && survey.invalidCount === 0
        ? skipping(survey.bom === "utf-8" ? 3 : 0, rawChunks(file, onProgress))
        : decoded(rawChunks(file, onProgress), chosen),
  };
}

type Survey = {
  readonly bom: "utf-8" | "utf-16le" | "utf-16be" | null;
  /** Sequences that are no UTF-8, and characters beyond ASCII that are. */
  readonly invalidCount: number;
  readonly multibyteCount: number;
  readonly lastByte: number | undefined;
};

async function surveyText(file: SniffedFile): Promise<Survey> {
  const bom = bomOf(file.head);
  let lastByte: number | undefined;
  let invalidCount = 0;
  let multibyteCount = 0;
  let carried: Buffer = Buffer.alloc(0);
  const count = (part: Buffer) => {
    if (!isUtf8(part)) invalidCount += replacementsIn(part.toString("utf8"));
    multibyteCount += leadBytesIn(part);
  };
  for await (const chunk of rawChunks(file)) {
    lastByte = lastInkIn(chunk) ?? lastByte;
    const whole = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const end = whole.length - unfinishedBytes(whole);
    count(whole.subarray(0, end));
    carried = Buffer.from(whole.subarray(end));
  }
  count(carried);
  return { bom, invalidCount, multibyteCount, lastByte };
}

async function chooseEncoding(
  file: SniffedFile,
  { bom, invalidCount, multibyteCount }: Survey,
): Promise<{ chosen: string; notes: Note[] }> {
  const garbled = (count: number): Note[] =>
    count === 0 ? [] : [{ code: "wrong-encoding", file: file.name, value: "\ufffd", count }];
  if (bom === "utf-16le" || bom === "utf-16be") return { chosen: bom, notes: [] };
  if (bom === "utf-8" || invalidCount === 0 || invalidCount * 20 < multibyteCount) {
    return { chosen: "utf-8", notes: garbled(invalidCount) };
  }
  let badCount = 0;
  for await (const chunk of decoded(rawChunks(file), "gb18030")) {
    badCount += replacementsIn(chunk.toString("utf8"));
  }
  const guess: Note = { code: "encoding-guessed", file: file.name, detail: "GB18030" };
  return { chosen: "gb18030", notes: [guess, ...garbled(badCount)] };
}

function checkedLabel(encoding: string): string {
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    throw new DomainError("bad-parameter", {
      name: "encoding",
      value: encoding,
      expected: "utf-8, gb18030, big5, utf-16le …",
    });
  }
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield Buffer.from(text);
  }
  const rest = decoder.decode();
  if (rest !== "") yield Buffer.from(rest);
}

async function* skipping(byteCount: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = byteCount;
  for await (const chunk of chunks) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}

function bomOf(head: Buffer): Survey["bom"] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
}

/** Bytes at the end that may be the beginning of a UTF-8 character, 0–3. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

function lastInkIn(chunk: Buffer): number | undefined {
  for (let i = chunk.length - 1; i >= 0; i--) {
    const byte = chunk[i] ?? 0;
    if (byte > 0x20) return byte;
  }
  return undefined;
}

function leadBytesIn(chunk: Buffer): number {
  let count = 0;
  for (let i = 0; i < chunk.length; i++) if ((chunk[i] ?? 0) >= 0xc0) count++;
  return count;
}

function replacementsIn(text: string): number {
  let count = 0;
  for (let i = text.indexOf("\ufffd"); i >= 0; i = text.indexOf("\ufffd", i + 1)) count++;
  return count;
}
