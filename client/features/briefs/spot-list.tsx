import { Link } from "@tanstack/react-router";
import { useContext } from "react";
import type { Brief, BriefSpot } from "../../../domain/brief.ts";
import { spotName, spotState } from "../../../domain/text/brief-words.ts";
import { briefFileUrl } from "../../api/brief-queries.ts";
import { useBriefsText } from "../../text/briefs-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import { ClassMark } from "../../ui/class-mark.tsx";
import { useBriefText, useBriefUrl } from "./use-brief-url.ts";

/** The thumbnail and the worst spots by the numbers on it. */
export function SpotList({ brief }: { readonly brief: Brief }) {
  const text = useBriefText();
  const own = useBriefsText().briefs;
  const language = useContext(LanguageContext);
  const { week } = useBriefUrl();
  const { spots, areas, gap, person } = brief;
  return (
    <div className="brief-halves">
      <section>
        <h2>{text.map}</h2>
        {areas.length > 0 && (
          <img
            className="brief-map"
            src={briefFileUrl("map.svg", person, week, language)}
            alt={own.mapAlt}
            width={860}
            height={660}
          />
        )}
      </section>
      <section>
        <h2>
          {text.spots.title} <small>{text.spots.order}</small>
        </h2>
        {spots.length === 0 && (
          <p className="brief-none">{gap === null ? text.spots.none : text.noData}</p>
        )}
        <ol className="brief-spots">
          {spots.map((spot, i) => (
            <Spot key={`${spot.problemId} ${spot.placeId}`} spot={spot} number={i + 1} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function Spot({ spot, number }: { readonly spot: BriefSpot; readonly number: number }) {
  const text = useBriefText();
  const own = useBriefsText().briefs;
  const { look } = useBriefUrl();
  return (
    <li data-kind={spot.kind}>
      <span className="brief-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <strong>{spotName(spot, text)}</strong>
        <p>{[spot.categoryName, spot.area].filter(Boolean).join(" · ")}</p>
        <p className="brief-state">
          {spotState(spot, text)}
          {spot.class !== null && spot.class !== "none" && (
            <>
              {" · "}
              <ClassMark name={spot.class} /> {text.classNames[spot.class]}
            </>
          )}
        </p>
      </div>
      {spot.placeId !== null && (
        <Link
          className="brief-evidence"
          to="/evidence/$id"
          params={{ id: String(spot.placeId) }}
          search={look}
        >
          {own.evidence}
        </Link>
      )}
    </li>
  );
}
