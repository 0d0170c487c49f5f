import { useState } from "react";
import type { PlaceEvidence } from "../../../../domain/contract/recurrence.ts";
import { pickedText } from "../../../state/url-state.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useRunning, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";

const SHOWN = 3;

/** Photographs of all its reports, newest first; each leads to the picture and to its report. */
export function PlacePhotos({ place }: { readonly place: PlaceEvidence }) {
  const text = useText();
  const format = useCityFormat();
  const { city } = useRunning();
  const [, set] = useWorkbenchUrl();
  const [isWhole, setIsWhole] = useState(false);
  const reports = place.episodes.flatMap((episode) => episode.reports).reverse();
  const photos = reports.flatMap(({ id, reportedAt, photos }) =>
    photos.map((photo) => ({ ...photo, id, at: photo.takenAt ?? reportedAt })),
  );
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
      {photos.length === 0 && <p className="muted">{text.place.noPhotos(reports.length)}</p>}
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
    </section>
  );
}

function photoUrl(file: string): string {
  return `/api/photos/${encodeURIComponent(file)}`;
}
