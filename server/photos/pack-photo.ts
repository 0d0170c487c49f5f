import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A plain name in one folder; no dots at its start, no way out. */
const PLAIN_NAME = /^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,190}$/u;

/** A picture that came with a city's pack, as it lies there; null where there is none of that name. */
export async function packPhoto(packFolder: string, file: string): Promise<Uint8Array | null> {
  if (!PLAIN_NAME.test(file)) return null;
  return readFile(join(packFolder, "photos", file)).catch(() => null);
}
