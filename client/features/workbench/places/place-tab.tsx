import { useQuery } from "@tanstack/react-query";
import { count } from "../../../../domain/text/count.ts";
import { summaryQuery } from "../../../api/recurrence-queries.ts";
import { type FilterParams, pickedText } from "../../../state/url-state.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { listText } from "../list-tab.ts";
import { ClassChips } from "./class-chips.tsx";
import { PlaceList } from "./place-list.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import "./places.css";

type PlaceTabProps = { readonly filter: FilterParams; readonly isSuggestions: boolean };

/** The recurring places of the filter, or those suggested for a summons; what the figures rest on is one click away. */
export function PlaceTab({ filter, isSuggestions }: PlaceTabProps) {
  const text = useText();
  const [, set] = useWorkbenchUrl();
  const { data: summary, error, refetch } = useQuery(summaryQuery(filter));
  const show = (suggestions: boolean) =>
    set({ list: listText({ tab: "places", isSuggestions: suggestions }) });
  return (
    <>
      <div className="place-switch">
        <fieldset className="segments" aria-label={text.places.switch}>
          <button type="button" aria-pressed={!isSuggestions} onClick={() => show(false)}>
            {text.places.all}
          </button>
          <button type="button" aria-pressed={isSuggestions} onClick={() => show(true)}>
            {text.summons.title} {summary && count(summary.suggestions)}
          </button>
        </fieldset>
        <button
          type="button"
          className="link"
          onClick={() => set({ pick: pickedText({ kind: "quality", of: "recurrence" }) })}
        >
          {text.quality.link}
        </button>
      </div>
      {isSuggestions ? (
        <SuggestionList filter={filter} />
      ) : (
        <>
          <AsyncState isLoading={false} error={error} onRetry={() => void refetch()}>
            <ClassChips summary={summary} />
          </AsyncState>
          <PlaceList filter={filter} />
        </>
      )}
    </>
  );
}
