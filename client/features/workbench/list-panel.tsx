import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { countQuery, type ProblemListKind, problemListQuery } from "../../api/queries.ts";
import { count } from "../../state/city-format.ts";
import { type FilterParams, pickedText } from "../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { ProblemRow, ROW_HEIGHT } from "./problem-row.tsx";

const sorts = ["dueAt", "-reportedAt", "reportedAt"] as const;
const DEFAULT_SORT = "dueAt";

/** The problems of the filter, or the tray of those without a position; numbers agree with the map's. */
export function ListPanel({ inView }: { readonly inView: Bounds | null }) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const filter = useFilter();
  const [isTray, setIsTray] = useState(false);
  const bbox = inView?.map((v) => v.toFixed(5)).join();
  const isOnlyView = url.view === "only" && bbox !== undefined;
  const shown: FilterParams = isOnlyView && !isTray ? { ...filter, bbox } : filter;
  const { data: all } = useQuery(countQuery(filter));
  const { data: seen } = useQuery({
    ...countQuery(bbox ? { ...filter, bbox } : filter),
    enabled: bbox !== undefined,
  });
  const sort = url.sort ?? DEFAULT_SORT;
  return (
    <section className="list-panel" aria-label={text.list.title}>
      <header>
        <div className="tabs" role="tablist">
          <button type="button" role="tab" aria-selected={!isTray} onClick={() => setIsTray(false)}>
            {text.list.title}
          </button>
          <button type="button" role="tab" aria-selected={isTray} onClick={() => setIsTray(true)}>
            {text.list.tray} <span className="count">{all ? count(all.unplaced) : ""}</span>
          </button>
        </div>
        <select
          aria-label={text.list.sort}
          value={sort}
          onChange={(event) =>
            set({ sort: event.target.value === DEFAULT_SORT ? undefined : event.target.value })
          }
        >
          {sorts.map((order) => (
            <option key={order} value={order}>
              {text.list.sorts[order]}
            </option>
          ))}
        </select>
      </header>
      {isTray ? (
        <p className="hint">{text.list.trayHint}</p>
      ) : (
        <label className="hint">
          <input
            type="checkbox"
            checked={isOnlyView}
            onChange={(event) => set({ view: event.target.checked ? "only" : undefined })}
          />
          {text.list.onlyView}
          <span className="in-view" data-testid="in-view">
            {seen && all ? text.list.inView(count(seen.total), count(all.total)) : ""}
          </span>
        </label>
      )}
      <VirtualList kind={isTray ? "problems/unplaced" : "problems"} filter={shown} sort={sort} />
    </section>
  );
}

type VirtualListProps = {
  readonly kind: ProblemListKind;
  readonly filter: FilterParams;
  readonly sort: string;
};

/** Only the rows in sight are made; pages are fetched as they come into sight. Arrow keys walk, Enter opens. */
function VirtualList({ kind, filter, sort }: VirtualListProps) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const query = useInfiniteQuery(problemListQuery(kind, filter, sort));
  const rows: ProblemFeature[] = query.data?.pages.flatMap(({ features }) => features) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lastInSight = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (lastInSight >= rows.length - 1 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [lastInSight, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const open = (row: ProblemFeature | undefined) => {
    if (row) set({ pick: pickedText({ kind: "problem", id: row.properties.id }) });
  };
  const walk = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to));
    setFocused(next);
    virtualizer.scrollToIndex(next);
  };

  return (
    <AsyncState
      isLoading={query.isPending}
      error={query.error}
      isEmpty={total === 0}
      lines={8}
      empty={kind === "problems" ? text.list.empty : text.list.emptyTray}
      onRetry={() => void query.refetch()}
    >
      <div
        ref={scroller}
        className="rows"
        role="listbox"
        tabIndex={0}
        aria-label={text.list.title}
        aria-activedescendant={`row-${focused}`}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") walk(focused + 1);
          else if (event.key === "ArrowUp") walk(focused - 1);
          else if (event.key === "PageDown") walk(focused + 10);
          else if (event.key === "PageUp") walk(focused - 10);
          else if (event.key === "Home") walk(0);
          else if (event.key === "End") walk(rows.length - 1);
          else if (event.key === "Enter") open(rows[focused]);
          else return;
          event.preventDefault();
        }}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            const isPicked = row !== undefined && url.pick === `problem:${row.properties.id}`;
            return (
              <ProblemRow
                key={row?.properties.id ?? index}
                id={`row-${index}`}
                problem={row}
                top={start}
                isPicked={isPicked}
                isFocused={index === focused}
                onOpen={() => {
                  setFocused(index);
                  open(row);
                }}
              />
            );
          })}
        </div>
      </div>
    </AsyncState>
  );
}
