import { useCallback, useMemo, useRef } from "react";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { deskFilter, useDeskUrl } from "../../state/desk-url.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { BulkPanel } from "./bulk-panel.tsx";
import { DeskDetail } from "./desk-detail.tsx";
import { DeskFilters } from "./desk-filters.tsx";
import { DeskList } from "./desk-list.tsx";
import { DeskTools } from "./desk-tools.tsx";
import { KeysCard } from "./keys-card.tsx";
import { QueueNav } from "./queue-nav.tsx";
import { queueFilter, readQueue } from "./queues.ts";
import { useDeskKeys } from "./use-desk-keys.ts";
import { useDeskRows } from "./use-desk-rows.ts";
import { type Inbox, useInbox } from "./use-inbox.ts";

/** Queues left, the list in the middle, on the right what is open: a case, or an act on many. */
export function DeskInbox() {
  const text = useDeskText().desk;
  const [url, set] = useDeskUrl();
  const { clock } = useRunning();
  const queue = readQueue(url.queue);
  const key = JSON.stringify(deskFilter(url));
  const base = useMemo(
    () => ({ ...JSON.parse(key), ...(clock.liveAt !== undefined && { asOf: clock.liveAt }) }),
    [key, clock.liveAt],
  );
  const filter = useMemo(() => ({ ...base, ...queueFilter(queue) }), [base, queue]);
  const list = useDeskRows(filter, url.pick);
  const filters = useRef<HTMLDivElement>(null);
  const find = useCallback(() => filters.current?.querySelector("select")?.focus(), []);
  const inbox = useInbox(list.rows, find);
  useDeskKeys(inbox.take);
  const isFiltered = key !== "{}";
  return (
    <div className="desk">
      <DeskBar current="desk" />
      <DeskFilters ref={filters} onChange={inbox.reset} />
      <QueueNav
        queue={queue}
        filter={base}
        onChoose={(next) => {
          inbox.reset();
          set({ queue: next === "reported" ? undefined : next, pick: undefined });
        }}
      />
      <main className="desk-main">
        <DeskTools queue={queue} total={list.total} inbox={inbox} rows={list.rows} />
        <AsyncState
          isLoading={list.isPending}
          error={list.error}
          isEmpty={list.length === 0}
          empty={
            <p className="desk-empty">
              <StatusMark status="closed" />{" "}
              {isFiltered ? text.emptyFiltered : text.empty(text.queues[queue])}
            </p>
          }
          lines={8}
          onRetry={list.refetch}
        >
          <DeskList
            rows={list.rows}
            length={list.length}
            index={inbox.index}
            atHand={inbox.state.cursor.id}
            openId={url.pick}
            selected={inbox.state.selection.ids}
            onReach={list.fetchBehind}
            onOpen={inbox.openAt}
            onTick={inbox.tick}
          />
        </AsyncState>
      </main>
      <aside className="desk-side" aria-label={text.detail.title}>
        <Side inbox={inbox} pick={url.pick} seen={list.seen} />
      </aside>
    </div>
  );
}

type SideProps = {
  readonly inbox: Inbox;
  readonly pick: string | undefined;
  readonly seen: ReturnType<typeof useDeskRows>["seen"];
};

function Side({ inbox, pick, seen }: SideProps) {
  const text = useDeskText().desk;
  const { over, selection, wished } = inbox.state;
  const close = () => inbox.lay(null);
  if (over === "help") return <KeysCard onClose={close} />;
  if (over !== null) {
    return (
      <BulkPanel
        key={over}
        kind={over}
        ids={[...selection.ids]}
        seen={seen}
        onDone={inbox.wereDone}
        onClose={close}
      />
    );
  }
  if (pick !== undefined) {
    return (
      <DeskDetail
        key={pick}
        id={pick}
        wished={wished}
        onOpen={inbox.open}
        onClose={() => inbox.open(undefined)}
      />
    );
  }
  return (
    <>
      <p className="desk-none">{text.detail.none}</p>
      <KeysCard />
    </>
  );
}
