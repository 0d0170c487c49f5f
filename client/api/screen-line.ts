import {
  type ScreenEvent,
  type ScreenEventName,
  screenEvents,
} from "../../domain/contract/screen.ts";
import { apiUrl } from "./http.ts";

export type HeardScreenEvent = {
  [N in ScreenEventName]: { readonly name: N; readonly data: ScreenEvent<N> };
}[ScreenEventName];

/** The server says something every ten seconds; a line that was silent for so long is made again. */
const SILENT_MS = 35_000;
/** A browser gives up on a line that was refused; it is tried again. */
const AGAIN_MS = 5000;

/** The own line of a wall: what it is told by those who steer, and alerts. Answers a function that ends it. */
export function listenScreen(
  wall: string,
  heard: (event: HeardScreenEvent) => void,
  opened: () => void,
): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function openAfter(waitMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(open, waitMs);
  }

  function open(): void {
    source?.close();
    const line = new EventSource(apiUrl("live", { screen: wall }));
    source = line;
    line.onopen = opened;
    line.onerror = () => {
      if (line.readyState === EventSource.CLOSED) openAfter(AGAIN_MS);
    };
    for (const name of Object.keys(screenEvents) as ScreenEventName[]) {
      line.addEventListener(name, ({ data }) => {
        openAfter(SILENT_MS);
        const parsed = screenEvents[name].safeParse(JSON.parse(data));
        if (parsed.success) heard({ name, data: parsed.data } as HeardScreenEvent);
      });
    }
    openAfter(SILENT_MS);
  }

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
