import type { PlaceEvidence } from "../../../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../../../domain/recurrence/params.ts";
import { stringifySearch } from "../../../state/url-state.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useZoneNames } from "../../../state/use-zone-names.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { ClassMark } from "../../../ui/class-mark.tsx";
import { StatusMark } from "../../../ui/status-mark.tsx";
import { lookAt } from "../map-wishes.ts";

type PlaceHeaderProps = {
  readonly place: PlaceEvidence;
  readonly settings: RecurrenceSettings;
  readonly asOf: string;
};

/** Class, name and kind of a place, how it stands, and the way to map and paper. */
export function PlaceHeader({ place, settings, asOf }: PlaceHeaderProps) {
  const text = useText();
  const format = useCityFormat();
  const [url] = useWorkbenchUrl();
  const zoneNames = useZoneNames();
  const category = format.category(place.category);
  const zone = place.zone === null ? text.spot.outside : zoneNames.get(place.zone);
  return (
    <>
      <header className="drawer-title">
        <h2>
          <ClassMark name={place.class} /> {place.address ?? category}
        </h2>
        <p>
          <strong style={{ color: `var(--class-${place.class})` }}>
            {text.classes[place.class]}
          </strong>
          {` · ${[category, zone, text.place.radius(place.radiusM)].filter(Boolean).join(" · ")}`}
        </p>
      </header>
      <p className="place-state">
        <PlaceState place={place} staleDays={settings.staleDays} />
        {place.k !== place.ownK && <span>{text.place.inFilter(place.k)}</span>}
        <span className="grow" />
        <button
          type="button"
          className="link"
          onClick={() => lookAt({ position: place.position, zoom: 17 })}
        >
          {text.spot.position}
        </button>
        <a
          href={`/evidence/${place.id}${stringifySearch({ asOf, lang: url.lang })}`}
          target="_blank"
          rel="noreferrer"
        >
          {text.place.print}
        </a>
      </p>
    </>
  );
}

type PlaceStateProps = { readonly place: PlaceEvidence; readonly staleDays: number };

/** Open, lost or closed: never left out beside a score. */
function PlaceState({ place, staleDays }: PlaceStateProps) {
  const text = useText();
  if (place.isStale)
    return (
      <span className="defect">
        <StatusMark status="overdue" /> {text.place.stale(staleDays)}
      </span>
    );
  return (
    <span>
      <StatusMark status={place.isOpen ? "open" : "closed"} />{" "}
      {place.isOpen ? text.place.open : text.place.closed}
      {place.quietDays >= 1 && ` · ${text.place.quietFor(Math.floor(place.quietDays))}`}
    </span>
  );
}
