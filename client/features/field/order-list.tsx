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

/** On a phone a card opens in its place, on a desk beside the list. What was opened stays, with what was written in it. */
export function OrderList({ cases, asOf, queue }: OrderListProps) {
  const { orders: text } = useFieldText();
  const isWide = useWide();
  const [chosen, choose] = useState<string | null>(null);
  const [touched, touch] = useState<ReadonlySet<string>>(new Set());
  const openId = chosen ?? (isWide ? (cases[0]?.feature.properties.id ?? null) : null);
  function open(id: string): void {
    touch(new Set([...touched, id]));
    choose(id === openId && !isWide ? null : id);
  }
  const detail = (inHand: CaseInHand) => {
    const { id } = inHand.feature.properties;
    if (id !== openId && !touched.has(id)) return null;
    return (
      <div key={id} hidden={id !== openId}>
        {isWide && <h3 className="field-others">{inHand.feature.properties.address ?? id}</h3>}
        <OrderDetail inHand={inHand} asOf={asOf} queue={queue} />
      </div>
    );
  };
  return (
    <div className={isWide ? "field-columns" : ""}>
      <ul className="phone-list">
        {cases.map((each) => {
          const { id } = each.feature.properties;
          return (
            <OrderCard
              key={id}
              inHand={each}
              asOf={asOf}
              queue={queue}
              isOpen={id === openId}
              onOpen={() => open(id)}
            >
              {!isWide && detail(each)}
            </OrderCard>
          );
        })}
      </ul>
      {isWide && (
        <section className="phone-card field-aside" aria-label={text.feedback}>
          {cases.map(detail)}
        </section>
      )}
    </div>
  );
}
