import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const ENTRY = /<script\b[^>]*\bsrc="(\/assets\/[^"]+)"/;

/**
 * Name of the pages' first script: its hash follows from all it leads to, so a page of another build can tell. Empty where
 * there is none, also for the moment in which pages are replaced.
 */
export function clientBuild(folder: string | null): () => string {
  let kept = { mtimeMs: -1, build: "" };
  return () => {
    if (folder === null) return "";
    const file = join(folder, "index.html");
    try {
      const { mtimeMs } = statSync(file);
      if (mtimeMs !== kept.mtimeMs) {
        kept = { mtimeMs, build: ENTRY.exec(readFileSync(file, "utf8"))?.[1] ?? "" };
      }
      return kept.build;
    } catch {
      return "";
    }
  };
}
