import { useQuery } from "@tanstack/react-query";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { count } from "../../../domain/text/count.ts";
import { countQuery } from "../../api/queries.ts";
import type { FilterParams } from "../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { type ListTab, listTabs, listText, readList } from "./list-tab.ts";
import { PlaceTab } from "./places/place-tab.tsx";
import { ProblemList } from "./problem-list.tsx";

const sorts = ["dueAt", "-reportedAt", "reportedAt"] as const;
const DEFAULT_SORT = "dueAt";

/** The problems of the filter, those without a position, or its recurring places; numbers agree with the map's. */
export function ListPanel({ inView }: { readonly inView: Bounds | null }) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const filter = useFilter();
  const { tab, isSuggestions } = readList(url.list);
  const bbox = inView?.map((v) => v.toFixed(5)).join();
  const isOnlyView = url.view === "only" && bbox !== undefined;
  const inSight: FilterParams = isOnlyView && tab !== "tray" ? { ...filter, bbox } : filter;
  const sort = url.sort ?? DEFAULT_SORT;
  return (
    <section className="list-panel" aria-label={text.list.title}>
      <header>
        <Tabs chosen={tab} />
        {tab !== "places" && (
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
        )}
      </header>
      {tab === "tray" && <p className="hint">{text.list.trayHint}</p>}
      {tab === "problems" && <InViewSwitch bbox={bbox} isOn={isOnlyView} />}
      {tab === "places" ? (
        <PlaceTab filter={filter} isSuggestions={isSuggestions} />
      ) : (
        <ProblemList
          key={tab}
          kind={tab === "tray" ? "problems/unplaced" : "problems"}
          filter={inSight}
          sort={sort}
        />
      )}
    </section>
  );
}

function Tabs({ chosen }: { readonly chosen: ListTab }) {
  const text = useText();
  const [, set] = useWorkbenchUrl();
  const filter = useFilter();
  const { data: all } = useQuery(countQuery(filter));
  const names = { problems: text.list.title, tray: text.list.tray, places: text.places.tab };
  return (
    <div className="tabs" role="tablist">
      {listTabs.map((tab) => (
        <button
          type="button"
          role="tab"
          key={tab}
          aria-selected={tab === chosen}
          onClick={() => set({ list: listText({ tab, isSuggestions: false }) })}
        >
          {names[tab]}
          {tab === "tray" && <span className="count"> {all ? count(all.unplaced) : ""}</span>}
        </button>
      ))}
    </div>
  );
}

type InViewSwitchProps = { readonly bbox: string | undefined; readonly isOn: boolean };

function InViewSwitch({ bbox, isOn }: InViewSwitchProps) {
  const text = useText();
  const [, set] = useWorkbenchUrl();
  const filter = useFilter();
  const { data: all } = useQuery(countQuery(filter));
  const { data: seen } = useQuery({
    ...countQuery(bbox ? { ...filter, bbox } : filter),
    enabled: bbox !== undefined,
  });
  return (
    <label className="hint">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => set({ view: event.target.checked ? "only" : undefined })}
      />
      {text.list.onlyView}
      <span className="in-view" data-testid="in-view">
        {seen && all ? text.list.inView(count(seen.total), count(all.total)) : ""}
      </span>
    </label>
  );
}
