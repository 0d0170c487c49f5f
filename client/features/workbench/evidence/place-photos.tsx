import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PlaceEvidence } from "../../../../domain/contract/recurrence.ts";
import { placeReportsQuery } from "../../../api/recurrence-queries.ts";
import { pickedText } from "../../../state/url-state.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useRunning, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";

const SHOWN = 3;

type PlacePhotosProps = { readonly place: PlaceEvidence; readonly asOfMs: number };

/** Photographs of all its reports, newest first; each leads to the picture and to its report. */
export function PlacePhotos({ place, asOfMs }: PlacePhotosProps) {
  const text = useText();
  const format = useCityFormat();
  const { city } = useRunning();
  const [url, set] = useWorkbenchUrl();
  const [isWhole, setIsWhole] = useState(false);
  const ids = place.episodes.flatMap(({ reports }) => reports.map(({ id }) => id)).reverse();
  const query = useQuery(placeReportsQuery(place, ids, url.asOf));
  const photos = (query.data ?? [])
    .flatMap(({ id, reportedAt, photos }) =>
      photos.map((photo) => ({ ...photo, id, at: photo.takenAt ?? reportedAt })),
    )
    .filter(({ at }) => Date.parse(at) <= asOfMs);
  const shown = isWhole ? photos : photos.slice(0, SHOWN);
  return (
    <section data-testid="photos">
      <header className="section-title">
        <h3>{text.problem.photos}</h3>
        <span>
          {photos.length > 0 && city.isDemo && `${text.problem.demoPhoto} `}
          {photos.length > SHOWN && (
            <button type="button" className="link" onClick={() => setIsWhole(!isWhole)}>
              {isWhole ? text.place.later : text.place.allPhotos(photos.length)}
            </button>
          )}
        </span>
      </header>
      <AsyncState
        isLoading={query.isPending}
        error={query.error}
        isEmpty={photos.length === 0}
        empty={text.place.noPhotos(ids.length)}
        lines={2}
        onRetry={() => void query.refetch()}
      >
        <div className="photos">
          {shown.map(({ id, file, kind, at }) => (
            <figure key={id + file + kind}>
              <a href={photoUrl(file)} target="_blank" rel="noreferrer">
                <img
                  src={photoUrl(file)}
                  alt={text.place.photoOf(text.problem[kind], id)}
                  loading="lazy"
                />
              </a>
              <figcaption>
                <button
                  type="button"
                  className="link"
                  onClick={() => set({ pick: pickedText({ kind: "problem", id }) })}
                >
                  {format.day(at)} {text.problem[kind]}
                </button>
              </figcaption>
            </figure>
          ))}
        </div>
      </AsyncState>
    </section>
  );
}

function photoUrl(file: string): string {
  return `/api/photos/${encodeURIComponent(file)}`;
}
