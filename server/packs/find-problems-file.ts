import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Note } from "../../domain/note.ts";

/** In the order they are looked for. */
const PROBLEMS_FILES = ["problems.geojson", "problems.geojsonl", "problems.csv"].flatMap((name) => [
  name,
  `${name}.gz`,
]);

/** Path of the pack's problems, or null; others of them beside it get a note. */
export async function findProblemsFile(
  folder: string,
): Promise<{ path: string | null; notes: Note[] }> {
  const names = new Set(await readdir(folder));
  const [first, ...others] = PROBLEMS_FILES.filter((name) => names.has(name));
  if (first === undefined) {
    return { path: null, notes: [{ code: "optional-file-missing", file: "problems.geojson" }] };
  }
  return {
    path: join(folder, first),
    notes: others.map((file) => ({ code: "file-not-used", file, detail: first })),
  };
}
