import { useState } from "react";
import type { CaseInHand } from "../../../domain/contract/visits.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import { useFieldText } from "../../text/field-text.ts";
import { OrderCard } from "./order-card.tsx";
import { OrderDetail } from "./order-detail.tsx";
import { useWide } from "./use-wide.ts";

type OrderListProps = {
  readonly cases: readonly CaseInHand[];
  readonly asOf: string;
  readonly queue: ActQueue;
};

/** On a phone a card opens in its place, on a desk beside the list. */
export function OrderList({ cases, asOf, queue }: OrderListProps) {
  const { orders: text } = useFieldText();
  const isWide = useWide();
  const [chosen, choose] = useState<string | null>(null);
  const openId = chosen ?? (isWide ? (cases[0]?.feature.properties.id ?? null) : null);
  const opened = cases.find(({ feature }) => feature.properties.id === openId);
  const detail = opened && (
    <OrderDetail key={opened.feature.properties.id} inHand={opened} asOf={asOf} queue={queue} />
  );
  const name = opened?.feature.properties.address ?? opened?.feature.properties.id;
  return (
    <div className={isWide ? "field-columns" : ""}>
      <ul className="field-list">
        {cases.map((each) => {
          const { id } = each.feature.properties;
          const isOpen = id === openId;
          return (
            <OrderCard
              key={id}
              inHand={each}
              asOf={asOf}
              queue={queue}
              isOpen={isOpen}
              onOpen={() => choose(isOpen && !isWide ? null : id)}
            >
              {isOpen && !isWide && detail}
            </OrderCard>
          );
        })}
      </ul>
      {isWide && (
        <section className="field-card field-aside" aria-label={text.feedback}>
          {name !== undefined && <h3 className="field-others">{name}</h3>}
          {detail ?? <p className="field-hint">{text.choose}</p>}
        </section>
      )}
    </div>
  );
}
