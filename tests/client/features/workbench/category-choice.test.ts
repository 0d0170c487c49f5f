import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  categoryNodes,
  chosenCodes,
  stateOf,
  toggled,
} from "../../../../client/features/workbench/category-choice.ts";
import { categoryTree } from "../../../../domain/category.ts";
import { defaultCategories } from "../../../../domain/default-categories.ts";

const tree = categoryTree(defaultCategories);
const counts = Object.fromEntries(tree.list.map(({ code }, i) => [code, i % 7]));
const nodes = categoryNodes([...tree.list], counts);
const all = [...nodes.flatMap((top) => [top, ...top.children])];

/** Leaf codes that a choice covers. */
function covered(category: string | undefined): string[] {
  const leaves = nodes.flatMap((top) => (top.children.length ? top.children : [top]));
  return leaves
    .map(({ code }) => code)
    .filter((code) => [...chosenCodes(category)].some((c) => code.startsWith(c)));
}

describe("choosing categories", () => {
  test("the numbers of the classes add up to the total", () => {
    const total = Object.entries(counts).reduce(
      (sum, [code, n]) => (code.length > 1 ? sum + n : sum),
      0,
    );
    expect(nodes.reduce((sum, node) => sum + node.total, 0)).toBe(total);
  });

  test("ticking and unticking again changes nothing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...all), { maxLength: 6 }),
        fc.constantFrom(...all),
        (clicks, node) => {
          let category: string | undefined;
          for (const click of clicks) category = toggled(nodes, chosenCodes(category), click);
          const isPartly = stateOf(node, chosenCodes(category)) === "some";
          const once = toggled(nodes, chosenCodes(category), node);
          const twice = toggled(nodes, chosenCodes(once), node);
          if (!isPartly) expect(covered(twice)).toEqual(covered(category));
        },
      ),
    );
  });

  test("ticking every child of a class is the class itself; unticking one leaves the others", () => {
    const [first] = nodes.filter(({ children }) => children.length > 2);
    let category: string | undefined;
    for (const child of first!.children) category = toggled(nodes, chosenCodes(category), child);
    expect(category).toBe(first!.code);
    const [one, ...others] = first!.children;
    category = toggled(nodes, chosenCodes(category), one!);
    expect(covered(category).sort()).toEqual(others.map(({ code }) => code).sort());
  });
});
