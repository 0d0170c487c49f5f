import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { problemListQuery } from "../../api/queries.ts";
import type { FilterParams } from "../../state/url-state.ts";
import { type DeskRow, withHeld } from "./held-rows.ts";

/** The rows of a queue as far as they were fetched, most urgent first. `heldId` stays though it leaves the queue. */
export function useDeskRows(filter: FilterParams, heldId: string | undefined) {
  const query = useInfiniteQuery(problemListQuery("problems", filter, "dueAt"));
  const before = useRef<readonly DeskRow[]>([]);
  const seen = useRef(new Map<string, ProblemFeature>());
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => {
    const fetched = data?.pages.flatMap(({ features }) => features) ?? [];
    for (const problem of fetched) seen.current.set(problem.properties.id, problem);
    before.current = withHeld(fetched, before.current, heldId);
    return before.current;
  }, [data, heldId]);
  const total = data?.pages[0]?.total ?? null;
  const loaded = rows.length;
  const fetchBehind = useCallback(
    (last: number) => {
      if (last >= loaded - 1 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [loaded, hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return {
    rows,
    /** Null while it is not known. */
    total,
    /** Rows that the list has room for: the ones on their way as well. */
    length: Math.max(total ?? 0, loaded),
    /** Every report that the list has shown, by id. */
    seen: seen.current,
    isPending: query.isPending,
    error: query.error,
    refetch: () => void query.refetch(),
    fetchBehind,
  };
}
