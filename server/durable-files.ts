import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Files that are being written; nobody reads them, and a backup leaves them out. */
export const PART = ".part-";

/** Writes a file that is whole and on the disk when it appears under its name. */
export async function writeDurably(
  folder: string,
  name: string,
  bytes: Uint8Array | string,
): Promise<void> {
  const part = join(folder, `${PART}${randomUUID()}`);
  try {
    const file = await open(part, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, join(folder, name));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Makes names that were given in a folder last through a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
