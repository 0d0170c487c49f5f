import type { CategoryTree, ProblemCategory } from "../../domain/category.ts";
import type { Open311Service } from "../../domain/contract/open311.ts";

/** Every category of the tree but the two roots, by code. */
export function open311Services(tree: CategoryTree): Open311Service[] {
  return tree.list.filter(isService).map((category) => open311Service(tree, category));
}

/** Whether a code is one that may be reported under. */
export function isService({ code }: Pick<ProblemCategory, "code">): boolean {
  return code.length > 1;
}

function open311Service(tree: CategoryTree, category: ProblemCategory): Open311Service {
  const path = pathOf(tree, category.code);
  const limit = category.dueHours === undefined ? "" : `，处置时限 ${category.dueHours} 小时`;
  return {
    service_code: category.code,
    service_name: category.name,
    description: `${path.join(" / ")}${limit}`,
    metadata: false,
    type: "realtime",
    keywords: path.join(","),
    group: path[0] ?? category.name,
  };
}

/** Names from the top class down to the category itself. */
function pathOf(tree: CategoryTree, code: string): string[] {
  const path: string[] = [];
  for (let length = 3; length <= code.length; length += 2) {
    const ordinal = tree.ordinalOf(code.slice(0, length));
    if (ordinal !== undefined) path.push(tree.at(ordinal).name);
  }
  return path;
}
