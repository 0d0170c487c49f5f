import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CategoryTree, categoryTree, ProblemCategory } from "../../domain/category.ts";
import type { PackManifest } from "../../domain/city-pack.ts";
import { defaultCategories } from "../../domain/default-categories.ts";
import { defaultSources } from "../../domain/problem.ts";
import type { ProblemMapping } from "../../domain/problem-mapping.ts";
import { MANIFEST_FILE } from "../packs/read-manifest.ts";
import type { PackAdditions } from "./pack-additions.ts";

/** The categories a pack stands on before an import, and their tree. */
export type PackCategories = {
  readonly list: readonly ProblemCategory[];
  readonly tree: CategoryTree;
};

/**
 * The pack's own categories; where it has none, the default ones, unless it holds no problems yet
 * and the mapping brings every category that it maps to: then the city starts with the mapping's
 * tree alone.
 */
export function packCategories({
  own,
  mapping,
  hasProblems,
}: {
  /** As `pack.json` lists them, without the defaults that a reader fills in. */
  readonly own: readonly ProblemCategory[];
  readonly mapping: ProblemMapping | undefined;
  readonly hasProblems: boolean;
}): PackCategories {
  const isOwnTree = !hasProblems && mapping !== undefined && bringsItsTree(mapping);
  const list = own.length > 0 ? own : isOwnTree ? [] : defaultCategories;
  return { list, tree: categoryTree(list) };
}

/**
 * Writes a pack's `pack.json` anew with what an import adds, and nothing else changed. The file is
 * replaced whole.
 */
export async function addDefinitions(
  folder: string,
  { categories, sources }: PackAdditions,
  before: PackCategories,
): Promise<void> {
  if (categories.length + sources.length === 0) return;
  const path = join(folder, MANIFEST_FILE);
  const manifest = JSON.parse(await readFile(path, "utf8")) as Partial<PackManifest>;
  const ownSources = manifest.sources?.length ? manifest.sources : defaultSources;
  const next = {
    ...manifest,
    ...(categories.length > 0 && { categories: [...before.list, ...categories] }),
    ...(sources.length > 0 && { sources: [...ownSources, ...sources] }),
  };
  const draft = `${path}.tmp`;
  await writeFile(draft, `${JSON.stringify(next, null, 2)}\n`);
  await rename(draft, path);
}

/** The categories that `pack.json` itself lists; what is wrong with them is told by the pack's reader. */
export async function ownCategories(folder: string): Promise<readonly ProblemCategory[]> {
  const { categories } = JSON.parse(await readFile(join(folder, MANIFEST_FILE), "utf8"));
  const list: unknown[] = Array.isArray(categories) ? categories : [];
  return list.flatMap((item) => ProblemCategory.safeParse(item).data ?? []);
}

function bringsItsTree({ category, categories }: ProblemMapping): boolean {
  if (typeof category === "string") return false;
  const codes = "constant" in category ? [category.constant] : Object.values(category.values ?? {});
  const brought = new Set<string>(categories.map(({ code }) => code));
  return codes.length > 0 && codes.every((code) => brought.has(code));
}
