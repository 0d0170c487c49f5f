import { useState } from "react";
import type { RoundStop } from "../../state/round-stops.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import type { PhonePosition } from "../../state/use-position.ts";
import { useFieldText } from "../../text/field-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFieldCity } from "./field-city.ts";
import { PhotoRow } from "./photo-row.tsx";
import { SpotLinks } from "./spot-links.tsx";
import { VisitForm } from "./visit-form.tsx";

type StopListProps = {
  readonly stops: readonly RoundStop[];
  readonly asOf: string;
  readonly queue: ActQueue;
  readonly position: PhonePosition | null;
};

/** Numbered as on the map; the first one is the next and stands open. */
export function StopList({ stops, ...rest }: StopListProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const first = stops[0]?.visit.id;
  function toggle(id: string, isOpen: boolean): void {
    setOpened(isOpen ? null : id);
    if (id === first) setClosed(isOpen ? new Set([...closed, id]) : new Set());
  }
  return (
    <ol className="field-list">
      {stops.map((stop, i) => {
        const { id } = stop.visit;
        const isOpen = opened === id || (i === 0 && opened === null && !closed.has(id));
        return (
          <StopCard
            key={id}
            stop={stop}
            isNext={i === 0}
            isOpen={isOpen}
            onOpen={() => toggle(id, isOpen)}
            {...rest}
          />
        );
      })}
    </ol>
  );
}

type StopCardProps = Omit<StopListProps, "stops"> & {
  readonly stop: RoundStop;
  readonly isNext: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

function StopCard({ stop, isNext, isOpen, onOpen, asOf, queue, position }: StopCardProps) {
  const { round: text, field } = useFieldText();
  const { format, viewer } = useFieldCity();
  const [isArrived, setIsArrived] = useState(false);
  const { visit, number, distanceM } = stop;
  const { feature, returns, visitAt } = visit;
  const { category, address, description, closedAt, photos } = feature.properties;
  return (
    <li className={isOpen ? "field-card is-open" : "field-card"} data-testid="stop">
      {isNext && <p className="field-next">{text.next}</p>}
      <button type="button" className="field-head" aria-expanded={isOpen} onClick={onOpen}>
        <span className="field-number">{number ?? "—"}</span>
        <span className="field-name">
          <strong>{address ?? format.category(category)}</strong>
          <span>
            {format.category(category)}
            {returns > 0 && <b className="field-returns">{text.returns(returns)}</b>}
          </span>
        </span>
        <span className="field-end">
          <span>
            {number === null
              ? field.noPosition
              : distanceM !== null && text.from(field.metres(distanceM))}
          </span>
        </span>
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <div className="field-body">
          <PhotoRow photos={photos} kind="after" />
          <p>{description}</p>
          <p className="field-facts">
            {closedAt !== null && `${text.closedAt(format.minute(closedAt))} · `}
            {text.planned(format.minute(visitAt))} · {feature.properties.id}
          </p>
          <div className="field-actions">
            {viewer.can.includes("act") && viewer.role !== "unit" && !isArrived && (
              <button
                type="button"
                className="field-button primary"
                onClick={() => setIsArrived(true)}
              >
                {text.arrive}
              </button>
            )}
            <SpotLinks feature={feature} />
          </div>
          {isArrived && <VisitForm visit={visit} asOf={asOf} queue={queue} position={position} />}
        </div>
      )}
    </li>
  );
}
