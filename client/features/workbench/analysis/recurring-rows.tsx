import type { RecurrencePlace } from "../../../../domain/contract/recurrence.ts";
import { pickedText } from "../../../state/url-state.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useFilter, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { ClassMark } from "../../../ui/class-mark.tsx";
import "./analysis.css";

type RecurringRowsProps = {
  readonly places: readonly RecurrencePlace[];
  /** What stands before the date, such as how far away the place is. */
  readonly note?: (place: RecurrencePlace) => string;
};

/** Recurring places, each a click away from its evidence: class, category, last return, own rate, number of returns. */
export function RecurringRows({ places, note }: RecurringRowsProps) {
  const text = useText();
  const format = useCityFormat();
  const [, set] = useWorkbenchUrl();
  const { asOf } = useFilter();
  const asOfMs = asOf === undefined ? Date.now() : format.instant(asOf);
  return (
    <ul className="recurring-rows">
      {places.map((place) => (
        <li key={place.id}>
          <button
            type="button"
            onClick={() => set({ pick: pickedText({ kind: "place", id: place.id }) })}
          >
            <ClassMark name={place.class} />
            <span className="what">
              <strong>{place.address ?? format.category(place.category)}</strong>
              <span>
                {text.classes[place.class]}
                {place.address !== null && ` · ${format.category(place.category)}`}
                {note && ` · ${note(place)}`}
                {place.lastAt &&
                  ` · ${text.analysis.lastReturn(format.dayBeside(place.lastAt, asOfMs))}`}
              </span>
            </span>
            <span className="when">
              <span>
                <strong>{place.lambda30.toFixed(1)}</strong> {text.figures.perDays}
              </span>
              <span>{text.analysis.returns(place.k)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
