import type { CaseActsDone } from "../../../domain/contract/cases.ts";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { RefusedList } from "./refused-list.tsx";

type BulkDoneProps = {
  readonly title: string;
  readonly done: CaseActsDone;
  readonly seen: ReadonlyMap<string, ProblemFeature>;
};

/** What became of them, with the work orders that were issued, to be printed. */
export function BulkDone({ title, done, seen }: BulkDoneProps) {
  const { panel } = useDeskText().desk;
  const { taken, refused, orders, results } = done;
  return (
    <div className="desk-preview" data-testid="bulk-done">
      <p role="status">
        <strong>{panel.done(title, taken)}</strong>
        {refused > 0 && <strong className="desk-cannot">{panel.refused(refused)}</strong>}
      </p>
      {orders.length > 0 && (
        <section>
          <h3>{panel.orders}</h3>
          <ul className="desk-orders">
            {orders.map(({ number, unit }) => (
              <li key={number}>
                <span>
                  <strong>{number}</strong>{" "}
                  <span className="muted">
                    {panel.orderOf(
                      unit.name,
                      results.filter(({ orderNumber }) => orderNumber === number).length,
                    )}
                  </span>
                </span>
                <a
                  href={`/api/work-orders/${encodeURIComponent(number)}/order.pdf`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {panel.printOrder}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RefusedList results={results} seen={seen} />
    </div>
  );
}
