import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { RecurrencePlace } from "../../../../domain/contract/recurrence.ts";
import { count } from "../../../../domain/text/count.ts";
import { placesQuery } from "../../../api/queries.ts";
import { classesParam } from "../../../state/shown-classes.ts";
import { type FilterParams, pickedText } from "../../../state/url-state.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { VirtualRows } from "../../../ui/virtual-rows.tsx";
import { lookAt } from "../map-wishes.ts";
import { PLACE_ROW_HEIGHT, PlaceRow } from "./place-row.tsx";

/** Asked for at first, and once somebody goes beyond: as many as the server gives. */
const [FIRST, MOST] = [200, 2000];
/** Close enough to tell the circle of the place from its neighbours. */
export const PLACE_ZOOM = 17;

/** Recurring places of the filter and the classes chosen, the highest own rate first. */
export function PlaceList({ filter }: { readonly filter: FilterParams }) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const [limit, setLimit] = useState(FIRST);
  const query = useQuery(placesQuery(filter, limit, classesParam(url.class)));
  const places: readonly RecurrencePlace[] = query.data?.places ?? [];
  const total = query.data?.total ?? 0;
  const listed = Math.min(total, MOST);
  const askForMore = useCallback((last: number) => {
    if (last >= FIRST - 1) setLimit(MOST);
  }, []);
  const [before, number, after] = text.places.total(query.data ? count(total) : "—");
  return (
    <>
      <p className="hint place-total">
        <output>
          {before} <strong data-testid="places-total">{number}</strong> {after}
        </output>
        <span className="in-view">
          {text.places.order} · {text.figures.perDays} · {text.place.own}
          {total > MOST && ` · ${text.places.first(count(MOST))}`}
        </span>
      </p>
      <AsyncState
        isLoading={query.isPending}
        error={query.error}
        isEmpty={total === 0}
        empty={text.places.empty}
        lines={8}
        onRetry={() => void query.refetch()}
      >
        <VirtualRows
          label={text.place.title}
          total={listed}
          known={places.length}
          rowHeight={PLACE_ROW_HEIGHT}
          onReach={askForMore}
          onOpen={(index) => {
            const place = places[index];
            if (!place) return;
            set({ pick: pickedText({ kind: "place", id: place.id }) });
            lookAt({ position: place.position, zoom: PLACE_ZOOM });
          }}
          row={(index, spot) => {
            const place = places[index];
            return (
              <PlaceRow
                key={place?.id ?? `row-${index}`}
                {...spot}
                place={place}
                isPicked={place !== undefined && url.pick === `place:${place.id}`}
              />
            );
          }}
        />
      </AsyncState>
    </>
  );
}
