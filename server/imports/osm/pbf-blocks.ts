import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { DomainError, type ExtractProblem } from "../../../domain/errors.ts";
import { rawChunks } from "../raw-chunks.ts";
import type { SniffedFile } from "../sniff-file.ts";
import { ByteReader } from "./byte-reader.ts";
import { protobufFields } from "./protobuf-fields.ts";

/** A block of an OSM PBF, unpacked. */
export type PbfBlock = {
  readonly type: string;
  readonly bytes: Buffer;
  /** What messages call it. */
  readonly at: string;
};

/** Limits of the format: beyond them a file is damaged, or made to fill the memory. */
const HEADER_BYTES_MAX = 65_536;
const BLOCK_BYTES_MAX = 32 * 1_048_576;

const inflated = promisify(inflate) as (
  packed: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

/** Fields of a blob's compressed contents other than zlib's, which every reader must know. */
const OTHER_PACKING: Readonly<Record<number, string>> = {
  4: "LZMA",
  5: "bzip2",
  6: "LZ4",
  7: "Zstandard",
};

/**
 * One block after the other, never more than one in memory. Throws a `bad-extract` refusal that
 * names the block where the file ends too early, is damaged, or is packed in another way.
 */
export async function* pbfBlocks(file: SniffedFile<string>): AsyncGenerator<PbfBlock> {
  const reader = new ByteReader(rawChunks(file));
  try {
    for (let n = 1; ; n++) {
      const at = `block ${n} @ ${reader.position}`;
      const refuse = (problem: ExtractProblem, detail = "") =>
        new DomainError("bad-extract", { file: file.name, at, problem, detail });
      const size = await reader.take(4);
      if (size.length === 0) return;
      const headerBytes = size.length === 4 ? size.readUInt32BE() : 0;
      if (size.length < 4) throw refuse("truncated");
      if (headerBytes > HEADER_BYTES_MAX) throw refuse("damaged");
      const header = await reader.take(headerBytes);
      if (header.length < headerBytes) throw refuse("truncated");
      const fields = protobufFields(header);
      const [type, blobBytes] = [fields?.bytes.get(1), fields?.numbers.get(3)];
      if (!type || blobBytes === undefined || blobBytes > BLOCK_BYTES_MAX) throw refuse("damaged");
      const blob = await reader.take(blobBytes);
      if (blob.length < blobBytes) throw refuse("truncated");
      yield { type: type.toString("latin1"), bytes: await unpacked(blob, refuse), at };
    }
  } finally {
    await reader.close();
  }
}

async function unpacked(
  blob: Buffer,
  refuse: (problem: ExtractProblem, detail?: string) => DomainError,
): Promise<Buffer> {
  const fields = protobufFields(blob);
  if (!fields) throw refuse("damaged");
  const raw = fields.bytes.get(1);
  if (raw) return raw;
  const packed = fields.bytes.get(3);
  const other = [...fields.bytes.keys()].find((field) => Object.hasOwn(OTHER_PACKING, field));
  if (!packed) throw other ? refuse("compression", OTHER_PACKING[other]) : refuse("damaged");
  try {
    return await inflated(packed, { maxOutputLength: BLOCK_BYTES_MAX });
  } catch {
    throw refuse("damaged");
  }
}
