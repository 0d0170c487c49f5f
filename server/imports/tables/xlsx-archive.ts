import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { DomainError } from "../../../domain/errors.ts";
import type { FileKind } from "../../../domain/file-kind.ts";
import { rawChunks } from "../raw-chunks.ts";
import type { SniffedFile } from "../sniff-file.ts";

/** The parts of a workbook, read one after the other. */
export type XlsxArchive = {
  has(part: string): boolean;
  /**
   * Runs through the XML of a part; rows of a sheet are drawn from what `handlers` gather after
   * every piece.
   */
  read(part: string, handlers: XmlHandlers): AsyncGenerator<number>;
  close(): void;
};

/** Names come without namespace prefix. */
export type XmlHandlers = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
};

/** A packed workbook is unpacked in memory, up to this. */
const PACKED_BYTES_MAX = 256 * 1_048_576;
/** Uncompressed sizes beyond which a part is refused; a sheet of a million rows has some 600 MB. */
const SHEET_BYTES_MAX = 4_096 * 1_048_576;
const PART_BYTES_MAX = 512 * 1_048_576;
/** XML packs 10 to 30 times; what packs better than this and is large is a bomb. */
const RATIO_MAX = 200;
const RATIO_FREE_BYTES = 64 * 1_048_576;
const ENTRIES_MAX = 10_000;
/** Characters without a tag in between; a cell holds 32,767 at most. */
const TEXT_MAX = 4 * 1_048_576;

/** Throws an `unreadable-file` refusal for a damaged, encrypted or oversized archive. */
export async function openXlsx(file: SniffedFile): Promise<XlsxArchive> {
  const zip = await openZip(file);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.toLowerCase(), entry);
      if (entries.size > ENTRIES_MAX) throw refusal(file, "too-large");
    }
  } catch (error) {
    zip.close();
    throw error instanceof DomainError ? error : refusal(file, "damaged");
  }
  const find = (part: string) => entries.get(part.toLowerCase());
  return {
    has: (part) => find(part) !== undefined,
    read: (part, handlers) => readPart(file, zip, find(part), handlers),
    close: () => zip.close(),
  };
}

async function openZip(file: SniffedFile): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false } as const;
  const packed = file.isGzip ? await unpacked(file) : null;
  try {
    return packed
      ? await fromBufferPromise(packed, options)
      : await openPromise(file.path, options);
  } catch {
    // The list of parts stands at the end: a download that stopped has none.
    throw refusal(file, "truncated");
  }
}

async function unpacked(file: SniffedFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  let byteLength = 0;
  for await (const chunk of rawChunks(file)) {
    parts.push(chunk);
    byteLength += chunk.length;
    if (byteLength > PACKED_BYTES_MAX) throw refusal(file, "too-large");
  }
  return Buffer.concat(parts);
}

/** Yields the share of the part that has been read, 0–1, after every piece. */
async function* readPart(
  file: SniffedFile,
  zip: ZipFile,
  entry: Entry | undefined,
  handlers: XmlHandlers,
): AsyncGenerator<number> {
  if (!entry) throw refusal(file, "damaged");
  refuseBomb(file, entry);
  const stream = await openEntry(file, zip, entry);
  const parser = new SaxesParser({ position: false, xmlns: false });
  const fail = (error: Error) => {
    throw error;
  };
  let charactersSinceTag = 0;
  parser.on("error", fail);
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    charactersSinceTag = 0;
    handlers.open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    charactersSinceTag = 0;
    handlers.close(localName(name));
  });
  parser.on("text", (text) => handlers.text(text));
  parser.on("cdata", (text) => handlers.text(text));
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let bytesRead = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(xmlEncoding(chunk));
      charactersSinceTag += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (charactersSinceTag > TEXT_MAX) throw refusal(file, "too-large");
      bytesRead += chunk.length;
      yield bytesRead / Math.max(1, entry.uncompressedSize);
    }
    parser.close();
    yield 1;
  } catch (error) {
    throw error instanceof DomainError ? error : refusal(file, "damaged");
  } finally {
    stream.destroy();
  }
}

async function openEntry(file: SniffedFile, zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.isEncrypted()) throw refusal(file, "xls");
  try {
    return await zip.openReadStreamPromise(entry);
  } catch {
    throw refusal(file, "damaged");
  }
}

function refuseBomb(file: SniffedFile, entry: Entry): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  const limit = /\/worksheets\//i.test(fileName) ? SHEET_BYTES_MAX : PART_BYTES_MAX;
  const isDense =
    uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > compressedSize * RATIO_MAX;
  if (uncompressedSize > limit || isDense) throw refusal(file, "too-large");
}

function refusal(file: SniffedFile, seems: FileKind): DomainError {
  return new DomainError("unreadable-file", { file: file.name, seems });
}

function xmlEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
