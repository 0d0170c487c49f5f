import { useQueryClient } from "@tanstack/react-query";
import { ConfigProvider, TreeSelect } from "antd";
import { useMemo, useState } from "react";
import type { ProblemAction, ProblemFeature } from "../../../domain/contract/problems.ts";
import { changeProblem } from "../../api/commands.ts";
import { ApiError } from "../../api/http.ts";
import { deskTheme } from "../../app/desk-theme.ts";
import { useCan } from "../../state/viewer.ts";
import { useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { type CategoryNode, categoryNodes } from "./category-choice.ts";
import { useRelocation } from "./relocation.ts";

/** What an operator can correct of a problem: category and position. Each is on record; its life is in the case. */
export function ProblemActions({ problem }: { readonly problem: ProblemFeature }) {
  const text = useText();
  const client = useQueryClient();
  const { city, clock } = useRunning();
  const [url] = useWorkbenchUrl();
  const [relocation, setRelocation] = useRelocation();
  const [isCategoryOpen, setIsCategoryOpen] = useState(false);
  const [category, setCategory] = useState(problem.properties.category);
  const canHandle = useCan("handle");
  const [said, setSaid] = useState<{ text: string; isError: boolean } | null>(null);
  const { id, version, state } = problem.properties;
  const isNight = url.theme === "night";
  const theme = useMemo(() => deskTheme(isNight), [isNight]);
  const tree = useMemo(() => categoryNodes(city.categories, {}).map(treeNode), [city.categories]);
  if (!canHandle || url.asOf !== undefined || state === "withdrawn" || state === "rejected")
    return null;

  async function act(action: ProblemAction): Promise<void> {
    try {
      await changeProblem(id, version, action);
      setSaid({ text: text.problem.saved, isError: false });
      setRelocation(null);
      setIsCategoryOpen(false);
    } catch (error) {
      const isStale = error instanceof ApiError && error.reason === "stale-version";
      const reason = isStale ? text.problem.stale : (error as Error).message;
      setSaid({ text: reason, isError: true });
    }
    await client.invalidateQueries({ queryKey: ["problem", id] });
    clock.refresh();
  }

  const isMoving = relocation?.problemId === id;
  const position = isMoving ? relocation.position : null;
  return (
    <ConfigProvider theme={theme}>
      <footer className="drawer-actions">
        <button
          type="button"
          className="button"
          onClick={() => setRelocation(isMoving ? null : { problemId: id, position: null })}
        >
          {problem.geometry ? text.problem.correctPosition : text.problem.placeIt}
        </button>
        <button type="button" className="button" onClick={() => setIsCategoryOpen(!isCategoryOpen)}>
          {text.problem.correctCategory}
        </button>
        {isMoving && (
          <div className="action-form">
            <p>
              {position
                ? `${text.problem.newPosition} ${position[0].toFixed(6)}, ${position[1].toFixed(6)}`
                : text.problem.clickMap}
            </p>
            <button
              type="button"
              className="button primary"
              disabled={!position}
              onClick={() =>
                position && void act({ action: "relocate", position: [position[0], position[1]] })
              }
            >
              {text.problem.save}
            </button>
            <button type="button" className="button" onClick={() => setRelocation(null)}>
              {text.problem.cancel}
            </button>
          </div>
        )}
        {isCategoryOpen && (
          <div className="action-form">
            <TreeSelect
              aria-label={text.problem.correctCategory}
              showSearch
              treeNodeFilterProp="title"
              treeDefaultExpandedKeys={[category.slice(0, 3)]}
              treeData={tree}
              value={category}
              onChange={setCategory}
            />
            <button
              type="button"
              className="button primary"
              disabled={category === problem.properties.category}
              onClick={() => void act({ action: "recategorise", category })}
            >
              {text.problem.save}
            </button>
          </div>
        )}
        <p role="status" className={said?.isError ? "said failed" : "said"}>
          {said?.text}
        </p>
      </footer>
    </ConfigProvider>
  );
}

type TreeNode = { value: string; title: string; children: TreeNode[] };

function treeNode({ code, name, children }: CategoryNode): TreeNode {
  return { value: code, title: name, children: children.map(treeNode) };
}
