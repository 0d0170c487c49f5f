import { useState } from "react";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import type { PhonePosition } from "../../state/use-position.ts";
import { useFieldText } from "../../text/field-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { CheckForm } from "./check-form.tsx";
import { useFieldCity } from "./field-city.ts";
import { PhotoRow } from "./photo-row.tsx";
import { SpotLinks } from "./spot-links.tsx";

type CheckCardProps = {
  readonly feature: ProblemFeature;
  /** From the route; null: not known. */
  readonly distanceM: number | null;
  readonly mayCheck: boolean;
  readonly asOf: string;
  readonly queue: ActQueue;
  readonly position: PhonePosition | null;
};

/** A problem that its unit reports as done, with both pictures and the form of the check. */
export function CheckCard(props: CheckCardProps) {
  const { feature, distanceM, mayCheck, asOf, queue, position } = props;
  const { field } = useFieldText();
  const { format } = useFieldCity();
  const [isOpen, setIsOpen] = useState(false);
  const { category, address, description, photos, assignedUnitId } = feature.properties;
  return (
    <li className={isOpen ? "phone-card is-open" : "phone-card"} data-testid="check">
      <button
        type="button"
        className="phone-head"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <StatusMark status="open" />
        <span className="phone-name">
          <strong>{address ?? format.category(category)}</strong>
          <span>
            {format.category(category)}
            {assignedUnitId !== null && ` · ${format.unit(assignedUnitId)}`}
          </span>
        </span>
        <span className="phone-end">
          <span>{distanceM !== null && field.metres(distanceM)}</span>
        </span>
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <div className="phone-body">
          <PhotoRow photos={photos} kind="before" />
          <PhotoRow photos={photos} kind="after" />
          <p>{description}</p>
          <div className="phone-actions">
            <SpotLinks feature={feature} />
          </div>
          {mayCheck && (
            <CheckForm feature={feature} asOf={asOf} queue={queue} position={position} />
          )}
        </div>
      )}
    </li>
  );
}
