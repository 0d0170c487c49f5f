import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { count } from "../../../domain/text/count.ts";
import { countQuery } from "../../api/queries.ts";
import { useFilter, useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import {
  type CategoryNode,
  categoryNodes,
  chosenCodes,
  stateOf,
  toggled,
} from "./category-choice.ts";

/** Categories with how many problems each holds under the other filters; ticking one filters by it. */
export function CategoryTree() {
  const text = useText();
  const { city } = useRunning();
  const [url, set] = useWorkbenchUrl();
  const { category: _, ...others } = useFilter();
  const { data } = useQuery(countQuery(others));
  const nodes = useMemo(
    () => categoryNodes(city.categories, data?.byCategory ?? {}),
    [city.categories, data],
  );
  const chosen = useMemo(() => chosenCodes(url.category), [url.category]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const top = Math.max(...nodes.map(({ total }) => total), 1);
  const all = nodes.reduce((sum, { total }) => sum + total, 0);

  function row(node: CategoryNode, depth: number) {
    const state = stateOf(node, chosen);
    const isOpen = open.has(node.code);
    const children = node.children.filter(({ total }) => total > 0 || chosen.has(node.code));
    return (
      <li key={node.code}>
        <div className="tree-row" style={{ paddingLeft: 10 + depth * 18 }}>
          {children.length > 0 ? (
            <button
              type="button"
              className={`twist ${isOpen ? "open" : ""}`}
              aria-expanded={isOpen}
              aria-label={node.name}
              onClick={() => setOpen(flipped(open, node.code))}
            >
              <Icon name="chevron" />
            </button>
          ) : (
            <span className="twist" />
          )}
          <label>
            <input
              type="checkbox"
              checked={state === "all"}
              ref={(box) => {
                if (box) box.indeterminate = state === "some";
              }}
              onChange={() => set({ category: toggled(nodes, chosen, node) })}
            />
            <span className="name">{node.name}</span>
            <span className="bar">
              <span style={{ width: `${(100 * node.total) / top}%` }} />
            </span>
            <span className="number">{count(node.total)}</span>
          </label>
        </div>
        {isOpen && <ul>{children.map((child) => row(child, depth + 1))}</ul>}
      </li>
    );
  }

  return (
    <nav className="category-tree" aria-label={text.filter.category}>
      <div className="tree-row tree-all">
        <label>
          <input
            type="checkbox"
            checked={chosen.size === 0}
            onChange={() => set({ category: undefined })}
          />
          <span className="name">{text.allCategories}</span>
          <span className="number">{data ? count(all) : "—"}</span>
        </label>
      </div>
      <ul>{nodes.filter(({ total }) => total > 0).map((node) => row(node, 1))}</ul>
    </nav>
  );
}

function flipped(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
