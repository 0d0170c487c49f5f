import type { CityManifest } from "../../../domain/contract/city.ts";

export type CategoryNode = {
  readonly code: string;
  readonly name: string;
  /** Problems in its subtree. */
  readonly total: number;
  readonly children: readonly CategoryNode[];
};

/** The top-level classes with what lies under them, most problems first. */
export function categoryNodes(
  categories: CityManifest["categories"],
  byCategory: Readonly<Record<string, number>>,
): readonly CategoryNode[] {
  const nodeOf = ({ code, name }: CityManifest["categories"][number]): CategoryNode => {
    const children = categories
      .filter((child) => child.code.length === code.length + 2 && child.code.startsWith(code))
      .map(nodeOf)
      .sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1));
    const below = children.reduce((sum, child) => sum + child.total, 0);
    return { code, name, total: below + (byCategory[code] ?? 0), children };
  };
  return categories
    .filter(({ code }) => code.length === 3)
    .map(nodeOf)
    .sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1));
}

export function chosenCodes(text: string | undefined): ReadonlySet<string> {
  return new Set(text === undefined ? [] : text.split(","));
}

/** Whether all, some or nothing of a node's subtree is chosen. No choice at all means everything, shown as nothing. */
export function stateOf(node: CategoryNode, chosen: ReadonlySet<string>): "all" | "some" | "none" {
  const { code } = node;
  if ([...chosen].some((picked) => code.startsWith(picked))) return "all";
  return [...chosen].some((picked) => picked.startsWith(code)) ? "some" : "none";
}

/** The address's category after a node is ticked or unticked; a full set of siblings becomes their parent. */
export function toggled(
  nodes: readonly CategoryNode[],
  chosen: ReadonlySet<string>,
  node: CategoryNode,
): string | undefined {
  const leaves = new Set(
    nodes.flatMap((top) => leavesOf(top)).filter((leaf) => covers(chosen, leaf)),
  );
  const own = leavesOf(node);
  const isOn = own.every((leaf) => leaves.has(leaf));
  for (const leaf of own) {
    if (isOn) leaves.delete(leaf);
    else leaves.add(leaf);
  }
  const codes = nodes.flatMap((top) => folded(top, leaves));
  return codes.length === 0 ? undefined : codes.join();
}

function covers(chosen: ReadonlySet<string>, leaf: string): boolean {
  return [...chosen].some((code) => leaf.startsWith(code));
}

/** Codes at which a subtree ends. */
function leavesOf({ code, children }: CategoryNode): readonly string[] {
  return children.length === 0 ? [code] : children.flatMap(leavesOf);
}

function folded(node: CategoryNode, leaves: ReadonlySet<string>): readonly string[] {
  const own = leavesOf(node);
  if (own.every((leaf) => leaves.has(leaf))) return [node.code];
  return node.children.flatMap((child) => folded(child, leaves));
}
