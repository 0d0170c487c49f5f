import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { WorkOrderDetail } from "../../../domain/contract/cases.ts";
import { inHandQuery, workOrderQuery } from "../../api/field-queries.ts";
import { ApiError } from "../../api/http.ts";
import { keepOffline } from "../../shell/keep-offline.ts";
import { useActQueue } from "../../state/use-act-queue.ts";
import { useFieldText } from "../../text/field-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useFieldCity } from "./field-city.ts";
import { FreshLine } from "./fresh-line.tsx";
import { OrderList } from "./order-list.tsx";
import { QueueLines } from "./queue-lines.tsx";

type OrderOfNumberProps = { readonly number: string; readonly unit: string | undefined };

/** The problems of one 交办单: those in hand to work on, the others as they stand. */
export function OrderOfNumber({ number, unit }: OrderOfNumberProps) {
  const { orders: text } = useFieldText();
  const { format, viewer } = useFieldCity();
  const queue = useActQueue(viewer);
  const order = useQuery(workOrderQuery(number));
  const inHand = useQuery({
    ...inHandQuery(unit ?? viewer.unitId ?? order.data?.unit.id),
    enabled: order.data !== undefined || viewer.unitId !== null,
  });
  useEffect(() => void keepOffline("/orders"), []);
  const cases = inHand.data?.cases.filter(({ orderNumber }) => orderNumber === number) ?? [];
  const isUnknown = order.error instanceof ApiError && order.error.status === 404;
  const listed = new Set(cases.map(({ feature }) => feature.properties.id));
  const others = order.data?.features.filter(({ properties }) => !listed.has(properties.id)) ?? [];
  return (
    <main className="field">
      <p className="field-back">
        <Link to="/orders" search={(before: object) => before}>
          {text.allOrders}
        </Link>
      </p>
      <h2 className="field-unit">
        {order.data
          ? text.orderHead(number, order.data.unit.name, format.minute(order.data.issuedAt))
          : text.order(number)}
      </h2>
      {inHand.data && <FreshLine asOf={inHand.data.asOf} />}
      <QueueLines queue={queue} />
      <section className="phone-section">
        <AsyncState
          isLoading={order.isPending && inHand.isPending}
          error={order.data || cases.length > 0 || isUnknown ? null : order.error}
          isEmpty={(isUnknown || order.data !== undefined) && listed.size + others.length === 0}
          empty={isUnknown ? order.error?.message : text.orderNone}
          lines={6}
          onRetry={() => void order.refetch()}
        >
          {inHand.data && cases.length > 0 && (
            <OrderList cases={cases} asOf={inHand.data.asOf} queue={queue} />
          )}
          <Others features={others} />
        </AsyncState>
      </section>
    </main>
  );
}

function Others({ features }: Pick<WorkOrderDetail, "features">) {
  const { orders: text } = useFieldText();
  const { format } = useFieldCity();
  if (features.length === 0) return null;
  return (
    <>
      <h3 className="field-others">{text.elsewhere}</h3>
      <ul className="phone-list">
        {features.map(({ properties }) => (
          <li key={properties.id} className="phone-card phone-head">
            <StatusMark status={properties.status === "closed" ? "closed" : "open"} />
            <span className="phone-name">
              <strong>{format.category(properties.category)}</strong>
              <span>{properties.address ?? properties.description}</span>
            </span>
            <span className="phone-end">
              <span>{properties.id}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
