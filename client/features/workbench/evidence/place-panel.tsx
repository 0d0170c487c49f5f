import { useQuery } from "@tanstack/react-query";
import { placeQuery } from "../../api/queries.ts";
import { figure } from "../../state/city-format.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useFilter } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { Stat } from "../../ui/stat.tsx";
import { EvidenceTimeline } from "./evidence-timeline.tsx";
import { lookAt } from "./map-wishes.ts";
import { WhoAnswers } from "./who-answers.tsx";

/** A place where the same kind of problem keeps coming back, and the episodes that show it. */
export function PlacePanel({ id }: { readonly id: number }) {
  const text = useText();
  const format = useCityFormat();
  const filter = useFilter();
  const { data: place, error, isPending, refetch } = useQuery(placeQuery(id, filter));
  return (
    <AsyncState isLoading={isPending} error={error} lines={8} onRetry={() => void refetch()}>
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
          <EvidenceTimeline place={place} asOf={filter.asOf ?? ""} />
          <dl className="facts-list">
            {place.lastAt && (
              <div>
                <dt>{text.place.last}</dt>
                <dd>{format.fullMinute(place.lastAt)}</dd>
              </div>
            )}
            <div>
              <dt>{text.filter.status}</dt>
              <dd>{place.isOpen ? text.place.open : text.place.closed}</dd>
            </div>
            <div>
              <dt>{text.spot.position}</dt>
              <dd>
                <button
                  type="button"
                  className="link"
                  onClick={() => lookAt({ position: place.position, zoom: 17 })}
                >
                  {place.position.map((degrees) => degrees.toFixed(6)).join(", ")}
                </button>
              </dd>
            </div>
          </dl>
          <WhoAnswers position={place.position} category={place.category} />
        </>
      )}
    </AsyncState>
  );
}
