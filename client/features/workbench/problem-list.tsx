import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { type ProblemListKind, problemListQuery } from "../../api/queries.ts";
import { type FilterParams, pickedText } from "../../state/url-state.ts";
import { useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { VirtualRows } from "../../ui/virtual-rows.tsx";
import { ProblemRow, ROW_HEIGHT } from "./problem-row.tsx";

type ProblemListProps = {
  readonly kind: ProblemListKind;
  readonly filter: FilterParams;
  readonly sort: string;
};

/** Problems of a filter; pages are fetched as they come into sight. */
export function ProblemList({ kind, filter, sort }: ProblemListProps) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const query = useInfiniteQuery(problemListQuery(kind, filter, sort));
  const rows: ProblemFeature[] = query.data?.pages.flatMap(({ features }) => features) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const { isPlaceholderData: isOfBefore, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const loaded = rows.length;
  const fetchBehind = useCallback(
    (last: number) => {
      if (last >= loaded - 1 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [loaded, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return (
    <AsyncState
      isLoading={query.isPending || (isOfBefore && total === 0)}
      error={query.error}
      isEmpty={total === 0}
      lines={8}
      empty={kind === "problems" ? text.list.empty : text.list.emptyTray}
      onRetry={() => void query.refetch()}
    >
      <VirtualRows
        label={text.list.title}
        isOfBefore={isOfBefore}
        total={total}
        known={loaded}
        rowHeight={ROW_HEIGHT}
        onReach={fetchBehind}
        onOpen={(index) => {
          const row = rows[index];
          if (row) set({ pick: pickedText({ kind: "problem", id: row.properties.id }) });
        }}
        row={(index, spot) => {
          const row = rows[index];
          return (
            <ProblemRow
              key={row?.properties.id ?? index}
              {...spot}
              problem={row}
              isPicked={row !== undefined && url.pick === `problem:${row.properties.id}`}
            />
          );
        }}
      />
    </AsyncState>
  );
}
