import type { CityManifest } from "../../domain/contract/city.ts";
import { pinyinInitials } from "./pinyin-initials.ts";

export type FoundCategory = {
  readonly code: string;
  readonly name: string;
  /** The class it belongs to. */
  readonly above: string;
};

const LISTED = 8;

/**
 * Categories without a finer one below, whose name, class, code or initials hold every word that was typed; those whose
 * name begins so come first. Nothing typed: the first few of each class are of no help, so none.
 */
export function findCategories(
  categories: CityManifest["categories"],
  typed: string,
): readonly FoundCategory[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const [first = ""] = words;
  return leavesOf(categories)
    .filter(({ name, above, code }) => {
      const text = `${name} ${above} ${code}`.toLowerCase();
      return words.every(
        (word) => text.includes(word) || hasInOrder(name, word) || hasInitials(name, word),
      );
    })
    .sort((a, b) => rank(a, first) - rank(b, first) || (a.code < b.code ? -1 : 1))
    .slice(0, LISTED);
}

/** Categories that a report names: those without a finer one below. */
export function leavesOf(categories: CityManifest["categories"]): FoundCategory[] {
  return categories
    .filter(
      ({ code }) => !categories.some((other) => other.code !== code && other.code.startsWith(code)),
    )
    .map(({ code, name }) => ({
      code,
      name,
      above:
        categories.find((top) => top.code === code.slice(0, 3) && top.code !== code)?.name ?? "",
    }));
}

function rank({ name }: FoundCategory, word: string): number {
  const at = name.toLowerCase().indexOf(word);
  return at === 0 ? 0 : at > 0 ? 1 : 2;
}

/** bllj finds 暴露垃圾; one letter alone would find nearly all. */
function hasInitials(name: string, word: string): boolean {
  return /^[a-z]{2,}$/.test(word) && pinyinInitials(name).includes(word);
}

/** All characters of a word in their order: 乱停 finds 机动车乱停放, 井盖坏 does not find 污水井盖. */
function hasInOrder(name: string, word: string): boolean {
  let at = -1;
  return (
    [...word].length > 1 &&
    [...word].every((character) => {
      at = name.indexOf(character, at + 1);
      return at >= 0;
    })
  );
}
