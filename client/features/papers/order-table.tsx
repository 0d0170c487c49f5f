import { Link } from "@tanstack/react-router";
import type { WorkOrderBody } from "../../../domain/contract/cases.ts";
import { orderFileUrl, paperEndings } from "../../api/order-queries.ts";
import { useLook } from "../../shell/look.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { usePapersText } from "../../text/papers-text.ts";

type Props = { readonly orders: readonly WorkOrderBody[] };

const columns = [
  "number",
  "unit",
  "issuedAt",
  "problems",
  "open",
  "overdue",
  "nextDueAt",
  "files",
] as const;

/** Orders with how far they are, each to be opened or taken away. */
export function OrderTable({ orders }: Props) {
  const { papers: text } = usePapersText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className="sign-scroller" tabIndex={0} aria-label={text.tabs.orders}>
      <table className="order-table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {text.orders.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <OrderRow key={order.number} order={order} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OrderRow({ order }: { readonly order: WorkOrderBody }) {
  const { papers: text } = usePapersText();
  const { language, link } = useLook();
  const format = useCityFormat();
  const { number, unit, issuedAt, issuedBy, problems, open, overdue, nextDueAt } = order;
  return (
    <tr>
      <th scope="row">
        <Link to="/orders/$number" params={{ number }} search={link}>
          {number}
        </Link>
      </th>
      <td>{unit.name}</td>
      <td title={text.orders.issuedBy(issuedBy)}>{format.fullMinute(issuedAt)}</td>
      <td>{problems}</td>
      <td>{open}</td>
      <td className={overdue > 0 ? "is-overdue" : ""}>{overdue}</td>
      <td>{nextDueAt === null ? "—" : format.fullMinute(nextDueAt)}</td>
      <td>
        <span className="order-files">
          {paperEndings.map((ending) => (
            <a
              key={ending}
              href={orderFileUrl(number, ending, language)}
              aria-label={text.orders.file(number, ending.toUpperCase())}
              {...(ending === "pdf" && { target: "_blank", rel: "noreferrer" })}
            >
              {ending.toUpperCase()}
            </a>
          ))}
        </span>
      </td>
    </tr>
  );
}
