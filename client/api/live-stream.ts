import type { z } from "zod";
import { type LiveEventName, liveEvents } from "../../domain/contract/live.ts";

export type HeardEvent = {
  [N in LiveEventName]: { readonly name: N; readonly data: z.infer<(typeof liveEvents)[N]> };
}[LiveEventName];

/** A line that said nothing for so long is taken as broken and made again; the server says something every ten seconds. */
const SILENT_MS = 35_000;

/**
 * Hears every change of the city. The browser makes a broken line again by itself and resumes where it was; one that fell
 * silent without breaking is closed and opened. Answers a function that ends it.
 */
export function listenLive(
  heard: (event: HeardEvent) => void,
  connected: (isConnected: boolean) => void,
): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function expectMore(): void {
    clearTimeout(timer);
    timer = setTimeout(open, SILENT_MS);
  }

  function open(): void {
    source?.close();
    source = new EventSource("/api/live");
    source.onopen = () => connected(true);
    source.onerror = () => connected(false);
    for (const name of Object.keys(liveEvents) as LiveEventName[]) {
      source.addEventListener(name, ({ data }) => {
        expectMore();
        const parsed = liveEvents[name].safeParse(JSON.parse(data));
        if (parsed.success) heard({ name, data: parsed.data } as HeardEvent);
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
