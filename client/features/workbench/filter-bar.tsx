import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { filterNames } from "../../../domain/contract/filter-query.ts";
import { count } from "../../../domain/text/count.ts";
import { countQuery } from "../../api/queries.ts";
import { filterParams } from "../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Fallible } from "../../ui/fallible.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";

const FilterFields = lazy(async () => ({
  default: (await import("./filter-fields.tsx")).FilterFields,
}));

const statuses = ["open", "overdue", "closed"] as const;

/** What the page is filtered by, and how many problems that leaves. */
export function FilterBar() {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const filter = useFilter();
  const { data, isPlaceholderData } = useQuery(countQuery(filter));
  const isFiltered = Object.keys(filterParams(url)).some((name) => name !== "asOf");
  const [before, number, after] = text.filter.total(data ? count(data.total) : "—");
  return (
    <search className="filter-bar">
      <fieldset className="segments" aria-label={text.filter.status}>
        <button
          type="button"
          aria-pressed={url.status === undefined}
          onClick={() => set({ status: undefined })}
        >
          {text.filter.all}
        </button>
        {statuses.map((status) => (
          <button
            type="button"
            key={status}
            aria-pressed={url.status === status}
            onClick={() => set({ status: url.status === status ? undefined : status })}
          >
            <StatusMark status={status} />
            {text.statuses[status]}
          </button>
        ))}
      </fieldset>
      <Fallible>
        <Suspense fallback={<span className="fields-waiting" />}>
          <FilterFields />
        </Suspense>
      </Fallible>
      {isFiltered && (
        <button
          type="button"
          className="link"
          onClick={() =>
            set(Object.fromEntries(filterNames.map((name) => [name, undefined as undefined])))
          }
        >
          {text.filter.clearAll}
        </button>
      )}
      <span className="grow" />
      <output className="total" aria-live="polite" aria-busy={isPlaceholderData}>
        {before} <strong data-testid="total">{number}</strong> {after}
      </output>
    </search>
  );
}
