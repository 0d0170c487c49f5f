import type { RecurrencePlace } from "../../../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../../../domain/recurrence/params.ts";
import { placeFigures } from "../../../state/place-figures.ts";
import { useText } from "../../../text/use-text.ts";

type PlaceFiguresProps = {
  readonly place: RecurrencePlace;
  readonly settings: RecurrenceSettings;
};

/** Rate, returns, confidence and what did not hold; what each means stands in its title. */
export function PlaceFigures({ place, settings }: PlaceFiguresProps) {
  const text = useText();
  return (
    <dl className="stats place-figures">
      {placeFigures(place, settings, text).map((figure) => (
        <div
          className="stat"
          key={figure.key}
          title={figure.definition}
          data-testid={`figure-${figure.key}`}
        >
          <dd>
            <strong>{figure.value}</strong>
            {figure.unit && <small> {figure.unit}</small>}
          </dd>
          <dt>
            {figure.caption}
            {figure.note && <small>{figure.note}</small>}
          </dt>
        </div>
      ))}
    </dl>
  );
}
