import type { ReactNode } from "react";
import type { RecurrencePlace } from "../../../../domain/contract/recurrence.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useZoneNames } from "../../../state/use-zone-names.ts";
import { useText } from "../../../text/use-text.ts";
import { ClassMark } from "../../../ui/class-mark.tsx";
import type { RowSpot } from "../../../ui/virtual-rows.tsx";

export const PLACE_ROW_HEIGHT = 58;

type PlaceRowProps = RowSpot & {
  /** Absent while it is on its way. */
  readonly place: RecurrencePlace | undefined;
  readonly isPicked: boolean;
  readonly height?: number;
  /** A further line, for lists that say more. */
  readonly children?: ReactNode;
};

/** Class, name, kind, zone and lead of a place; its rate and how often it came back. */
export function PlaceRow(props: PlaceRowProps) {
  const { id, top, isFocused, onOpen, place, isPicked, height = PLACE_ROW_HEIGHT } = props;
  const text = useText();
  const style = { transform: `translateY(${top}px)`, height };
  if (!place)
    return (
      <div
        className="row waiting"
        style={style}
        role="option"
        aria-selected="false"
        id={id}
        tabIndex={-1}
      />
    );
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      className={`row place-row ${isPicked ? "picked" : ""} ${isFocused ? "focused" : ""}`}
      style={style}
      onClick={onOpen}
    >
      <ClassMark name={place.class} />
      <span className="what">
        <PlaceWords place={place} />
        {props.children}
      </span>
      <span className="when" title={text.places.timesHint(place.k, place.ownK)}>
        <b>{place.lambda30.toFixed(1)}</b>
        <span>{text.places.times(place.k)}</span>
      </span>
    </button>
  );
}

function PlaceWords({ place }: { readonly place: RecurrencePlace }) {
  const text = useText();
  const format = useCityFormat();
  const zoneNames = useZoneNames();
  const category = format.category(place.category);
  const zone = place.zone === null ? text.spot.outside : (zoneNames.get(place.zone) ?? "");
  const lead = place.duties.find(({ role }) => role === "zone-lead")?.person ?? text.zone.noLead;
  const about = [category, zone, lead].filter(Boolean).join(" · ");
  return (
    <>
      <strong>{place.address ?? category}</strong>
      <span title={about}>
        <span className="class-word" style={{ color: `var(--class-${place.class})` }}>
          {text.classes[place.class]}
        </span>
        {` · ${about}`}
      </span>
    </>
  );
}
