import { useQuery } from "@tanstack/react-query";
import { legendQuery, placesQuery } from "../../../api/queries.ts";
import { useFilter } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { bboxText, boundsAround, nearestTo } from "./places-within.ts";
import { RecurringRows } from "./recurring-rows.tsx";

const MOST = 200;

/** Recurring places near a spot, nearest first: those that make up the heat there, a bandwidth around. */
export function PlacesNear({ lng, lat }: { readonly lng: number; readonly lat: number }) {
  const text = useText();
  const filter = useFilter();
  const { data: legend } = useQuery(legendQuery(filter));
  const reachM = legend?.kernel.bandwidthM ?? 0;
  const box = bboxText(boundsAround([lng, lat], reachM));
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    ...placesQuery({ ...filter, bbox: box }, MOST),
    enabled: reachM > 0,
  });
  const near = nearestTo(data?.places ?? [], [lng, lat], reachM);
  const distances = new Map(near.map(({ place, distanceM }) => [place.id, distanceM]));
  const returns = near.reduce((sum, { place }) => sum + place.k, 0);
  return (
    <section>
      <header className="section-title">
        <h3>{text.analysis.near(reachM)}</h3>
        <span>{data && text.analysis.placesAndReturns(near.length, returns)}</span>
      </header>
      <AsyncState
        isLoading={isPending || isPlaceholderData}
        error={error}
        isEmpty={near.length === 0}
        empty={text.analysis.nothingHere}
        onRetry={() => void refetch()}
      >
        <RecurringRows
          places={near.map(({ place }) => place)}
          note={({ id }) => text.analysis.away(Math.round(distances.get(id) ?? 0))}
        />
      </AsyncState>
    </section>
  );
}
