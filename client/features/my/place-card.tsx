import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { MyPlace } from "../../../domain/contract/my.ts";
import { placeQuery } from "../../api/queries.ts";
import { parametersQuery } from "../../api/recurrence-queries.ts";
import { NavigateLinks } from "../../shell/navigate-links.tsx";
import { figure } from "../../state/city-format.ts";
import { evidenceSentence } from "../../state/evidence-sentence.ts";
import { useMyText } from "../../text/my-text.ts";
import { ClassMark } from "../../ui/class-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { MonthStrip } from "./month-strip.tsx";
import { useMyCity } from "./my-city.ts";

type PlaceCardProps = {
  readonly place: MyPlace;
  readonly isFirst: boolean;
  readonly asOf: string | undefined;
};

/** A place that comes back; opened, its months and what they say, and the way to its evidence. */
export function PlaceCard({ place, isFirst, asOf }: PlaceCardProps) {
  const text = useMyText();
  const { format } = useMyCity();
  const [isOpen, setIsOpen] = useState(isFirst);
  const name = place.address ?? format.category(place.category);
  return (
    <li className="phone-card" data-testid="place">
      <button
        type="button"
        className="phone-head"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <ClassMark name={place.class} />
        <span className="phone-name">
          <strong>{name}</strong>
          <span>
            {text.classes[place.class]} · {format.category(place.category)}
          </span>
        </span>
        <span className="phone-end">
          <strong>{figure(place.lambda30)}</strong>
          <span>{text.my.returns(place.ownK)}</span>
        </span>
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <div className="phone-body">
          <MonthStrip months={place.months} kind={place.class} />
          <Sentence id={place.id} asOf={asOf} />
          <div className="phone-actions">
            <Link
              className="phone-button primary"
              to="/evidence/$id"
              params={{ id: String(place.id) }}
              search={asOf === undefined ? {} : { asOf }}
            >
              {text.my.evidence}
            </Link>
            <NavigateLinks at={place.at} name={name} words={text.my} />
          </div>
        </div>
      )}
    </li>
  );
}

const DATES = 5;

function Sentence({ id, asOf }: { readonly id: number; readonly asOf: string | undefined }) {
  const text = useMyText();
  const { format, city } = useMyCity();
  const online = { networkMode: "always" } as const;
  const place = useQuery({ ...placeQuery(id, asOf === undefined ? {} : { asOf }), ...online });
  const parameters = useQuery({ ...parametersQuery, ...online });
  if (place.isError || parameters.isError) return <p className="my-facts">{text.my.noEvidence}</p>;
  if (!place.data || !parameters.data) return <p className="my-facts">{text.my.loadingEvidence}</p>;
  const returns = place.data.episodes.filter(({ isRecurrence }) => isRecurrence).slice(-DATES);
  const t = Date.parse(asOf ?? city.now);
  return (
    <>
      <p className="my-sentence">
        {evidenceSentence(place.data, parameters.data.settings, t, text)}
      </p>
      <p className="my-facts">
        {text.my.lastReturns} {returns.map(({ start }) => format.dayBeside(start, t)).join(" · ")}
      </p>
    </>
  );
}
