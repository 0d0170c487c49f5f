import { basename } from "node:path";
import { categoryTree } from "../../domain/category.ts";
import type { CityPack } from "../../domain/city-pack.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Note } from "../../domain/note.ts";
import { readProblems } from "../../server/imports/read-problems.ts";

/** What is odd about the pack's own problems, batch by batch; nothing without a problems file. */
export async function* problemNotes(
  { manifest, problemsFile }: CityPack,
  now: number,
): AsyncGenerator<readonly Note[]> {
  if (problemsFile === null) return;
  const tree = categoryTree(manifest.categories);
  try {
    const { batches } = await readProblems({ path: problemsFile, manifest, tree, now });
    for await (const { notes } of batches) yield notes;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    yield [noteOfRefusal(error, basename(problemsFile))];
  }
}

/** A file that cannot be read is a finding here, not the end. */
function noteOfRefusal(error: DomainError, file: string): Note {
  if (isAbout(error, "unreadable-file")) {
    return { code: "file-unreadable", file, detail: error.params.seems };
  }
  if (isAbout(error, "column-missing")) {
    return { code: "missing-field", file, row: 1, field: error.params.column };
  }
  throw error;
}

function isAbout<R extends DomainError["reason"]>(
  error: DomainError,
  reason: R,
): error is DomainError<R> {
  return error.reason === reason;
}
