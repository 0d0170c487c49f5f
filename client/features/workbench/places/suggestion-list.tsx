import { useQuery } from "@tanstack/react-query";
import type { Suggestion } from "../../../../domain/contract/recurrence.ts";
import { count } from "../../../../domain/text/count.ts";
import { parametersQuery, suggestionsQuery } from "../../../api/recurrence-queries.ts";
import { type FilterParams, pickedText } from "../../../state/url-state.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { VirtualRows } from "../../../ui/virtual-rows.tsx";
import { lookAt } from "../map-wishes.ts";
import { PLACE_ZOOM } from "./place-list.tsx";
import { PlaceRow } from "./place-row.tsx";

const HEIGHT = 94;

/** Places that meet the rule for a suggestion to summon, with what they rest on and what was made of them. */
export function SuggestionList({ filter }: { readonly filter: FilterParams }) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const query = useQuery(suggestionsQuery(filter));
  const suggestions: readonly Suggestion[] = query.data?.suggestions ?? [];
  const [before, number, after] = text.places.total(query.data ? count(suggestions.length) : "—");
  return (
    <>
      <p className="hint place-total">
        <output>
          {before} <strong data-testid="suggestions-total">{number}</strong> {after}
        </output>
        <span className="in-view">{text.summons.listHint}</span>
      </p>
      <AsyncState
        isLoading={query.isPending}
        error={query.error}
        isEmpty={suggestions.length === 0}
        empty={text.summons.empty}
        lines={8}
        onRetry={() => void query.refetch()}
      >
        <VirtualRows
          label={text.summons.title}
          total={suggestions.length}
          known={suggestions.length}
          rowHeight={HEIGHT}
          onOpen={(index) => {
            const place = suggestions[index];
            if (!place) return;
            set({ pick: pickedText({ kind: "place", id: place.id }) });
            lookAt({ position: place.position, zoom: PLACE_ZOOM });
          }}
          row={(index, spot) => {
            const place = suggestions[index];
            return (
              <PlaceRow
                key={place?.id ?? `row-${index}`}
                {...spot}
                place={place}
                height={HEIGHT}
                isPicked={place !== undefined && url.pick === `place:${place.id}`}
              >
                {place && <SuggestionWords suggestion={place} />}
              </PlaceRow>
            );
          }}
        />
      </AsyncState>
    </>
  );
}

function SuggestionWords({ suggestion }: { readonly suggestion: Suggestion }) {
  const text = useText();
  const { data: parameters } = useQuery(parametersQuery);
  const { decision, recent, relapse, confidenceLevel } = suggestion;
  const recentDays = parameters?.settings.class.recentDays;
  const evidence = [
    recentDays && text.summons.evidence(recentDays, recent),
    relapse.n > 0 && text.summons.relapse(relapse.x, relapse.n),
    text.summons.confidence(text.figures.levels[confidenceLevel]),
  ];
  return (
    <>
      <span>{evidence.filter(Boolean).join(" · ")}</span>
      <span className={`review ${decision?.decision ?? "waiting"}`} title={decision?.reason}>
        {text.summons.states[decision?.decision ?? "waiting"]}
        {decision?.reason && `：${decision.reason}`}
      </span>
    </>
  );
}
