import type { PlaceEvidence } from "../../../domain/contract/recurrence.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useZoneNames } from "../../state/use-zone-names.ts";
import { useText } from "../../text/use-text.ts";
import { ClassMark } from "../../ui/class-mark.tsx";

type PlaceFactsProps = {
  readonly place: PlaceEvidence;
  readonly staleDays: number;
};

/** Which place it is, and how it stands. */
export function PlaceFacts({ place, staleDays }: PlaceFactsProps) {
  const text = useText();
  const format = useCityFormat();
  const zoneNames = useZoneNames();
  const category = format.category(place.category);
  const state = place.isStale
    ? text.place.stale(staleDays)
    : place.isOpen
      ? text.place.open
      : text.place.closed;
  const zone = place.zone === null ? text.spot.outside : zoneNames.get(place.zone);
  const last = place.lastAt && text.place.last(format.fullMinute(place.lastAt));
  const position = place.position.map((degrees) => degrees.toFixed(6)).join(", ");
  const facts: readonly (readonly [string, string])[] = [
    [text.sheet.place, place.address ?? category],
    [text.sheet.category, `${category} (${place.category})`],
    [text.sheet.zone, zone ?? ""],
    [text.sheet.position, `${position} · ${text.place.radius(place.radiusM)}`],
    [text.sheet.state, [state, last].filter(Boolean).join(" · ")],
  ];
  return (
    <dl className="sheet-facts">
      <div>
        <dt>{text.sheet.class}</dt>
        <dd>
          <ClassMark name={place.class} /> <strong>{text.classes[place.class]}</strong>
        </dd>
      </div>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
