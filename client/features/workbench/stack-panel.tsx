import { useInfiniteQuery } from "@tanstack/react-query";
import { problemListQuery } from "../../api/queries.ts";
import { pickedText } from "../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { usePanelsText } from "../../text/panels-text.ts";
import { useText } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { ProblemRow, ROW_HEIGHT } from "./problem-row.tsx";

/** Problems that lie on one spot, as a list. */
export function StackPanel({ bbox }: { readonly bbox: string }) {
  const text = useText();
  const { stack } = usePanelsText();
  const [, set] = useWorkbenchUrl();
  const filter = useFilter();
  const query = useInfiniteQuery(problemListQuery("problems", { ...filter, bbox }, "-reportedAt"));
  const rows = query.data?.pages.flatMap(({ features }) => features) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <AsyncState isLoading={query.isPending} error={query.error} isEmpty={total === 0}>
      <header className="drawer-title">
        <h2>{stack.title(total)}</h2>
      </header>
      <div
        className="stack-rows"
        role="listbox"
        aria-label={stack.title(total)}
        style={{ height: rows.length * ROW_HEIGHT }}
      >
        {rows.map((row, i) => (
          <ProblemRow
            key={row.properties.id}
            id={`stack-${i}`}
            problem={row}
            top={i * ROW_HEIGHT}
            isPicked={false}
            isFocused={false}
            onOpen={() => set({ pick: pickedText({ kind: "problem", id: row.properties.id }) })}
          />
        ))}
      </div>
      {query.hasNextPage && (
        <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
          {text.list.end(`${rows.length} / ${total}`)}
        </button>
      )}
    </AsyncState>
  );
}
