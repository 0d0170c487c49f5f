import { useQuery } from "@tanstack/react-query";
import { placesQuery } from "../../api/queries.ts";
import { figure } from "../../state/city-format.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useFilter } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { Stat } from "../../ui/stat.tsx";
import { WhoAnswers } from "./who-answers.tsx";

const MOST = 2000;

/** A place where the same kind of problem keeps coming back. */
export function PlacePanel({ id }: { readonly id: number }) {
  const text = useText();
  const format = useCityFormat();
  const filter = useFilter();
  const { data, error, isPending, refetch } = useQuery(placesQuery(filter, MOST));
  const place = data?.places.find((candidate) => candidate.id === id);
  return (
    <AsyncState
      isLoading={isPending}
      error={error}
      isEmpty={data !== undefined && !place}
      onRetry={() => void refetch()}
    >
      {place && (
        <>
          <header className="drawer-title">
            <h2>{format.category(place.category)}</h2>
            <p>
              {text.place.title} · {text.place.radius(place.radiusM)} · {text.place.own}
            </p>
          </header>
          <div className="stats">
            <Stat label={text.place.rate} value={place.rate30.toFixed(1)} />
            <Stat label={text.place.k} value={String(place.k)} />
            <Stat label={text.place.density} value={figure(place.density)} />
          </div>
          <dl className="facts-list">
            <div>
              <dt>{text.place.last}</dt>
              <dd>{format.fullMinute(place.lastAt)}</dd>
            </div>
            <div>
              <dt>{text.filter.status}</dt>
              <dd>{place.isOpen ? text.place.open : text.place.closed}</dd>
            </div>
          </dl>
          <WhoAnswers position={place.position} category={place.category} />
        </>
      )}
    </AsyncState>
  );
}
