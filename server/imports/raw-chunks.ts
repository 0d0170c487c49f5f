import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { DomainError } from "../../domain/errors.ts";
import type { FileKind } from "../../domain/file-kind.ts";

/** Bytes of the file on disk, as far as they have been read. */
export type ByteProgress = (bytesRead: number, bytesTotal: number) => void;

/** A file on disk, as far as reading its bytes needs it. */
export type RawFile = {
  readonly path: string;
  /** What notes and refusals call it. */
  readonly name: string;
  readonly isGzip: boolean;
  readonly byteLength: number;
};

const CHUNK_BYTES = 262_144;

const KIND_OF_ERROR: Readonly<Record<string, FileKind>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  EISDIR: "folder",
  EACCES: "no-permission",
  EPERM: "no-permission",
  EIO: "unreadable",
  Z_BUF_ERROR: "truncated-gzip",
  Z_DATA_ERROR: "damaged",
};

/**
 * The bytes of a file, unpacked. Failures come as refusals; leaving the loop early closes the file.
 */
export async function* rawChunks(file: RawFile, onProgress?: ByteProgress): AsyncGenerator<Buffer> {
  const source = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  const stream = file.isGzip ? source.pipe(createGunzip({ chunkSize: CHUNK_BYTES })) : source;
  if (stream !== source) source.on("error", (error) => stream.destroy(error));
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      yield chunk;
      onProgress?.(source.bytesRead, file.byteLength);
    }
  } catch (error) {
    throw fileRefusal(error, file.name);
  } finally {
    source.destroy();
    stream.destroy();
  }
}

/** Turns a failed system call into a refusal about the file; anything else is answered as it is. */
export function fileRefusal(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const seems = KIND_OF_ERROR[code];
  return seems ? new DomainError("unreadable-file", { file, seems }) : error;
}
