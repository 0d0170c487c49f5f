import { useQuery } from "@tanstack/react-query";
import { count } from "../../../domain/text/count.ts";
import { countQuery } from "../../api/queries.ts";
import type { FilterParams } from "../../state/url-state.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { countIn, type QueueName, queueFilter, stageQueues, urgentQueues } from "./queues.ts";

type QueueNavProps = {
  readonly queue: QueueName;
  /** What every queue is filtered by. */
  readonly filter: FilterParams;
  readonly onChoose: (queue: QueueName) => void;
};

/** The queues with what each holds; the numbers are the map's for the same filter. */
export function QueueNav({ queue, filter, onChoose }: QueueNavProps) {
  const text = useDeskText().desk.queues;
  const all = useQuery(countQuery(filter));
  const soon = useQuery(countQuery({ ...filter, ...queueFilter("due-soon") }));
  const numberOf = (name: QueueName): number | null => {
    if (name === "due-soon") return soon.data?.total ?? null;
    return all.data ? countIn(name, all.data) : null;
  };
  const item = (name: QueueName) => {
    const n = numberOf(name);
    const isOverdue = name === "overdue" && n !== null && n > 0;
    return (
      <li key={name}>
        <button
          type="button"
          aria-current={name === queue}
          data-testid={`queue-${name}`}
          onClick={() => onChoose(name)}
        >
          <span>{text[name]}</span>
          <span className={isOverdue ? "desk-count is-overdue" : "desk-count"}>
            {isOverdue && <StatusMark status="overdue" />}
            {n === null ? "—" : count(n)}
          </span>
        </button>
      </li>
    );
  };
  return (
    <nav className="desk-queues" aria-label={text.title}>
      <h2>{text.urgent}</h2>
      <ul>{urgentQueues.map(item)}</ul>
      <h2>{text.stages}</h2>
      <ul>{stageQueues.map(item)}</ul>
      <ul className="desk-queue-all">{item("open")}</ul>
      {all.error && <p className="defect">{all.error.message}</p>}
    </nav>
  );
}
