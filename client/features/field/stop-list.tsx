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

/**
 * Numbered as on the map; the next one stands open until another one is chosen. Once somebody has arrived at a stop it stays
 * the open one, though the way from where the phone is may lead elsewhere first.
 */
export function StopList({ stops, ...rest }: StopListProps) {
  const [chosen, choose] = useState<string | "none" | null>(null);
  const openId = chosen ?? stops[0]?.visit.id;
  const isGone = chosen !== null && !stops.some(({ visit }) => visit.id === chosen);
  return (
    <ol className="phone-list">
      {stops.map((stop, i) => {
        const { id } = stop.visit;
        const isOpen = isGone && chosen !== "none" ? i === 0 : id === openId;
        return (
          <StopCard
            key={id}
            stop={stop}
            isNext={i === 0}
            isOpen={isOpen}
            onOpen={() => choose(isOpen ? "none" : id)}
            onArrive={() => choose(id)}
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
  readonly onArrive: () => void;
};

function StopCard(props: StopCardProps) {
  const { stop, isNext, isOpen, onOpen, onArrive, asOf, queue, position } = props;
  const { round: text, field } = useFieldText();
  const { format, viewer } = useFieldCity();
  const [isArrived, setIsArrived] = useState(false);
  const { visit, number, distanceM } = stop;
  const { feature, returns, visitAt } = visit;
  const { category, address, description, closedAt, photos } = feature.properties;
  return (
    <li className={isOpen ? "phone-card is-open" : "phone-card"} data-testid="stop">
      {isNext && <p className="field-next">{text.next}</p>}
      <button type="button" className="phone-head" aria-expanded={isOpen} onClick={onOpen}>
        <span className="field-number">{number ?? "—"}</span>
        <span className="phone-name">
          <strong>{address ?? format.category(category)}</strong>
          <span>
            {format.category(category)}
            {returns > 0 && <b className="field-returns">{text.returns(returns)}</b>}
          </span>
        </span>
        <span className="phone-end">
          <span>
            {number === null
              ? field.noPosition
              : distanceM !== null && text.from(field.metres(distanceM))}
          </span>
        </span>
        <Icon name="chevron" />
      </button>
      {(isOpen || isArrived) && (
        <div className="phone-body" hidden={!isOpen}>
          <PhotoRow photos={photos} kind="after" />
          <p>{description}</p>
          <p className="field-facts">
            {closedAt !== null && `${text.closedAt(format.minute(closedAt))} · `}
            {text.planned(format.minute(visitAt))} · {feature.properties.id}
          </p>
          <div className="phone-actions">
            {viewer.can.includes("act") && viewer.role !== "unit" && !isArrived && (
              <button
                type="button"
                className="phone-button primary"
                onClick={() => {
                  setIsArrived(true);
                  onArrive();
                }}
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
