import { existsSync } from "node:fs";
import { join } from "node:path";

/** A folder, or the name of one under data/packs. */
export function packFolder(pack: string): string {
  const named = join("data", "packs", pack);
  return !existsSync(pack) && existsSync(named) ? named : pack;
}
