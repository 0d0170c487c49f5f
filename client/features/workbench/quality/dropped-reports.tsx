import type { RecurrenceSummary } from "../../../../domain/contract/recurrence.ts";
import { count } from "../../../../domain/text/count.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useText } from "../../../text/use-text.ts";
import { lookAt } from "../map-wishes.ts";
import { ProposedPositions } from "./proposed-positions.tsx";

type Dropped = RecurrenceSummary["dropped"];

/** What the location gate holds back, counted and shown: nothing is dropped silently. */
export function DroppedReports({ dropped }: { readonly dropped: Dropped }) {
  const text = useText();
  const format = useCityFormat();
  const facts = [
    [text.quality.withdrawn, dropped.withdrawn],
    [text.quality.rejected, dropped.rejected],
    [text.quality.unplaced, dropped.unplaced],
    [text.quality.badPosition, dropped.badPosition],
  ] as const;
  return (
    <section data-testid="dropped">
      <header className="section-title">
        <h3>{text.quality.dropped}</h3>
        <span>{text.unit.items}</span>
      </header>
      <dl className="quality-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
      </dl>
      {dropped.positions.length > 0 && <p className="muted">{text.quality.badPositionHint}</p>}
      <ul className="bad-positions">
        {dropped.positions.map(({ position, reports, addresses, since }) => (
          <li key={position.join()}>
            <PositionLink position={position} />
            <span>
              {text.quality.badPositionAt(
                count(reports),
                count(addresses),
                format.fullMinute(since).slice(0, 10),
              )}
            </span>
          </li>
        ))}
      </ul>
      <ProposedPositions proposed={dropped.proposed} />
    </section>
  );
}

type PositionLinkProps = { readonly position: Dropped["positions"][number]["position"] };

export function PositionLink({ position }: PositionLinkProps) {
  return (
    <button
      type="button"
      className="link number"
      onClick={() => lookAt({ position: [position[0], position[1]], zoom: 17 })}
    >
      {position.map((degrees) => degrees.toFixed(6)).join(", ")}
    </button>
  );
}
