import type { RecurrencePlace, RecurrencePlaces } from "../../../../domain/contract/recurrence.ts";
import { placesQuery } from "../../../api/queries.ts";
import { classesParam } from "../../../state/shown-classes.ts";
import { ClassMark } from "../../../ui/class-mark.tsx";
import type { ScreenScope } from "../screen-scope.ts";
import { useZoneName } from "../zone-name.ts";
import { definePanel, type PanelProps } from "./panel.ts";
import { shortAddress } from "./short-address.ts";

/** As many as the longest list shows; one answer for every size. */
const MOST = 12;

/** 反复高发点位: highest λ30 first. */
export const places = definePanel({
  id: "places",
  title: (text) => text.screen.places.title,
  note: ({ text }) => text.screen.places.note,
  query: ({ filter }) => placesQuery(filter, MOST, classesParam(undefined)),
  empty: (data: RecurrencePlaces, { screen }) =>
    data.places.length === 0 ? screen.places.empty : null,
  why: ({ screen }) => [screen.places.why],
  View: PlacesView,
});

function PlacesView({ data, rows, hasDetail, scope }: PanelProps<RecurrencePlaces>) {
  return (
    <ol className={`wall-rows ${hasDetail ? "has-detail" : ""}`}>
      {data.places.slice(0, rows).map((place) => (
        <PlaceRow key={place.id} place={place} hasDetail={hasDetail} scope={scope} />
      ))}
    </ol>
  );
}

type PlaceRowProps = {
  readonly place: RecurrencePlace;
  readonly hasDetail: boolean;
  readonly scope: ScreenScope;
};

function PlaceRow({ place, hasDetail, scope }: PlaceRowProps) {
  const { text, format } = scope;
  const zoneName = useZoneName(scope);
  const lead = place.duties.find(({ role }) => role === "zone-lead")?.person;
  const zone = place.zone === null ? null : zoneName(place.zone);
  const facts = [format.category(place.category), zone, lead].filter(Boolean);
  return (
    <li>
      <ClassMark name={place.class} />
      <div className="wall-row-text">
        <h3 title={place.address ?? undefined}>
          {place.address === null ? text.screen.places.unnamed : shortAddress(place.address)}
        </h3>
        {hasDetail && (
          <p title={facts.join(" · ")}>
            <em style={{ color: `var(--class-${place.class})` }}>{text.classes[place.class]}</em>
            {facts.map((fact) => ` · ${fact}`)}
          </p>
        )}
      </div>
      <div className="wall-row-number">
        <strong>{place.lambda30.toFixed(1)}</strong>
        {hasDetail && <p>{text.screen.places.times(place.ownK)}</p>}
      </div>
    </li>
  );
}
