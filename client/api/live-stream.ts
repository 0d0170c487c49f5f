import type { z } from "zod";
import { type LiveEventName, liveEvents } from "../../domain/contract/live.ts";
import { apiUrl, sawRevision } from "./http.ts";

export type HeardEvent = {
  [N in LiveEventName]: { readonly name: N; readonly data: z.infer<(typeof liveEvents)[N]> };
}[LiveEventName];

/** An event with its number in the log. */
type NumberedEvent = { readonly id: string; readonly event: HeardEvent };

/** A line that said nothing for so long is taken as broken and made again; the server says something every ten seconds. */
const SILENT_MS = 35_000;

/** One page of a browser holds the line and tells the others: a browser has six lines to a server, and pages need them. */
const SHARED = "wangge-live";

/**
 * Hears every change of the city. A line that breaks is made again and resumes where it was, in whichever page of the
 * browser holds it then. Answers a function that ends it.
 */
export function listenLive(
  heard: (event: HeardEvent) => void,
  connected: (isConnected: boolean) => void,
): () => void {
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(SHARED) : null;
  let lastId: string | undefined;
  const take = ({ id, event }: NumberedEvent) => {
    lastId = id;
    connected(true);
    heard(event);
  };
  const hold = () =>
    holdLine({
      after: () => lastId,
      connected,
      take(numbered) {
        take(numbered);
        channel?.postMessage(numbered);
      },
    });
  channel?.addEventListener("message", ({ data }) => take(data as NumberedEvent));

  // Pages that are not served over TLS or from the own machine have no locks: each has a line of its own.
  const over = new AbortController();
  let stop: (() => void) | null = null;
  if (channel && navigator.locks) {
    void navigator.locks
      .request(SHARED, { signal: over.signal }, async () => {
        if (over.signal.aborted) return;
        stop = hold();
        await new Promise((resolve) => over.signal.addEventListener("abort", resolve));
      })
      .catch(() => undefined);
  } else stop = hold();
  return () => {
    over.abort();
    stop?.();
    channel?.close();
  };
}

type Holder = {
  /** The last event that was heard; undefined: none yet. */
  readonly after: () => string | undefined;
  readonly take: (event: NumberedEvent) => void;
  readonly connected: (isConnected: boolean) => void;
};

function holdLine({ after, take, connected }: Holder): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function expectMore(): void {
    clearTimeout(timer);
    timer = setTimeout(open, SILENT_MS);
  }

  function open(): void {
    source?.close();
    source = new EventSource(apiUrl("live", { after: after() }));
    source.onopen = () => connected(true);
    source.onerror = () => connected(false);
    for (const name of Object.keys(liveEvents) as LiveEventName[]) {
      source.addEventListener(name, ({ data, lastEventId }) => {
        expectMore();
        const parsed = liveEvents[name].safeParse(JSON.parse(data));
        if (parsed.success) {
          sawRevision(parsed.data.revision);
          take({ id: lastEventId, event: { name, data: parsed.data } as HeardEvent });
        }
      });
    }
    expectMore();
  }

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
