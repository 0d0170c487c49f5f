import { type CategoryTree, categoryTree, type ProblemCategory } from "../../domain/category.ts";
import type { PackManifest } from "../../domain/city-pack.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Note } from "../../domain/note.ts";
import { defaultSources } from "../../domain/problem.ts";
import type { ProblemMapping } from "../../domain/problem-mapping.ts";

type Source = PackManifest["sources"][number];

/**
 * What a mapping defines and the pack lacks: the caller stores it together with the first problem
 * that uses it.
 */
export type PackAdditions = {
  readonly categories: readonly ProblemCategory[];
  readonly sources: readonly Source[];
};

export type ExtendedPack = {
  readonly additions: PackAdditions;
  readonly tree: CategoryTree;
  readonly sources: readonly Source[];
  readonly notes: readonly Note[];
};

/** A pack has sixteen sources at most: each is a bit in the index. */
const SOURCES_MAX = 16;

/**
 * The pack's definitions and the mapping's; where both have a code, the pack's holds, with a note
 * if the names differ.
 */
export function extendPack(
  { manifest, tree }: { readonly manifest: PackManifest; readonly tree: CategoryTree },
  mapping: Pick<ProblemMapping, "categories" | "sources">,
  file: string,
): ExtendedPack {
  const ownSources: readonly Source[] =
    manifest.sources.length > 0 ? manifest.sources : defaultSources;
  const categories = mapping.categories.filter(({ code }) => !tree.has(code));
  const sources = mapping.sources.filter(
    ({ code }) => !ownSources.some((own) => own.code === code),
  );
  if (ownSources.length + sources.length > SOURCES_MAX) {
    const problem = `${ownSources.length} + ${sources.length} > ${SOURCES_MAX}`;
    throw new DomainError("bad-mapping", { file, path: "sources", problem });
  }
  const notes: Note[] = [];
  for (const { code, name } of mapping.categories) {
    const own = tree.ordinalOf(code);
    const ownName = own === undefined ? name : tree.at(own).name;
    if (ownName !== name) notes.push(differing("categories", code, ownName, file));
  }
  for (const { code, name } of mapping.sources) {
    const ownName = ownSources.find((own) => own.code === code)?.name ?? name;
    if (ownName !== name) notes.push(differing("sources", code, ownName, file));
  }
  for (const { code, name } of categories) {
    notes.push({ code: "categories-added", file, value: `${code} ${name}` });
  }
  for (const { code, name } of sources) {
    notes.push({ code: "sources-added", file, value: `${code} ${name}` });
  }
  return {
    additions: { categories, sources },
    tree: categories.length === 0 ? tree : categoryTree([...tree.list, ...categories]),
    sources: [...ownSources, ...sources],
    notes,
  };
}

function differing(field: string, value: string, detail: string, file: string): Note {
  return { code: "ignored-field", file, field, value, detail };
}
