import { Link } from "@tanstack/react-router";
import { count } from "../../../domain/text/count.ts";
import { useLook } from "../../shell/look.ts";
import { deskFilter, useDeskUrl } from "../../state/desk-url.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { type BulkKind, bulkKinds } from "./bulk-acts.ts";
import type { DeskRow } from "./held-rows.ts";
import { type QueueName, queueFilter } from "./queues.ts";
import { SELECTED_MAX } from "./selection.ts";
import type { Inbox } from "./use-inbox.ts";

/** What a queue is there for. */
const usual: Readonly<Partial<Record<QueueName, BulkKind>>> = {
  reported: "accept",
  accepted: "dispatch",
  verified: "close",
};

type DeskToolsProps = {
  readonly queue: QueueName;
  readonly total: number | null;
  readonly rows: readonly DeskRow[];
  readonly inbox: Inbox;
};

/** How many there are, the same on the map, and what can be done with those that are ticked. */
export function DeskTools({ queue, total, rows, inbox }: DeskToolsProps) {
  const text = useDeskText().desk;
  const [url] = useDeskUrl();
  const { link } = useLook();
  const { ids } = inbox.state.selection;
  const listed = rows.filter(({ hasLeft }) => !hasLeft);
  const isAll = listed.length > 0 && listed.every(({ problem }) => ids.has(problem.properties.id));
  return (
    <header className="desk-tools">
      <input
        type="checkbox"
        aria-label={text.selectAll}
        disabled={listed.length === 0}
        checked={isAll}
        onChange={inbox.toggleAll}
      />
      <h2>{text.queues[queue]}</h2>
      <span className="muted" data-testid="desk-total">
        {text.total(total === null ? "—" : count(total))}
      </span>
      {ids.size === 0 ? (
        <>
          <span className="grow" />
          <Link to="/" search={{ ...deskFilter(url), ...queueFilter(queue), ...link }}>
            {text.onMap}
          </Link>
          <button type="button" className="link" onClick={() => inbox.lay("help")}>
            {text.keys.title} ?
          </button>
        </>
      ) : (
        <>
          <span className="grow" />
          <strong data-testid="desk-selected">{text.selected(ids.size)}</strong>
          {ids.size >= SELECTED_MAX && (
            <span className="muted">{text.selectedMax(SELECTED_MAX)}</span>
          )}
          {bulkKinds.map((kind) => (
            <button
              type="button"
              key={kind}
              className={kind === usual[queue] ? "button primary" : "button"}
              aria-pressed={inbox.state.over === kind}
              onClick={() => inbox.lay(kind)}
            >
              {text.bulk[kind]}
            </button>
          ))}
          <button type="button" className="link" onClick={inbox.clear}>
            {text.clearSelected}
          </button>
        </>
      )}
    </header>
  );
}
