import type { ReactNode } from "react";
import type { CaseInHand } from "../../../domain/contract/visits.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import { useFieldText } from "../../text/field-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useFieldCity } from "./field-city.ts";
import { leftWords } from "./left-words.ts";

type OrderCardProps = {
  readonly inHand: CaseInHand;
  readonly asOf: string;
  readonly queue: ActQueue;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
};

/** What, where, how long there is left, and why it came back. */
export function OrderCard({ inHand, asOf, queue, isOpen, onOpen, children }: OrderCardProps) {
  const { orders: text, field } = useFieldText();
  const { format } = useFieldCity();
  const { feature, rework, pending } = inHand;
  const { category, address, description, isOverdue, state } = feature.properties;
  const isWaiting = queue.waiting.some(({ problemId }) => problemId === feature.properties.id);
  const left = leftWords(inHand, Date.now() - Date.parse(asOf), text, format);
  return (
    <li className={isOpen ? "phone-card is-open" : "phone-card"} data-testid="order">
      <button type="button" className="phone-head" aria-expanded={isOpen} onClick={onOpen}>
        <StatusMark status={isOverdue && state !== "rectified" ? "overdue" : "open"} />
        <span className="phone-name">
          <strong>{format.category(category)}</strong>
          <span>{address ?? description}</span>
          {rework && (
            <span className="field-rework">
              <b>{text.rework(rework.times)}</b> {rework.reason}
            </span>
          )}
        </span>
        <span className="phone-end">
          {state !== "rectified" && (
            <strong className={`field-left is-${left.tone}`}>
              {state === "suspended" ? text.suspendedMark : left.words}
            </strong>
          )}
          {pending && <span>{text.pending[pending]}</span>}
          {isWaiting && <span className="field-waits">{field.queue.waits}</span>}
        </span>
        <Icon name="chevron" />
      </button>
      {children}
    </li>
  );
}
