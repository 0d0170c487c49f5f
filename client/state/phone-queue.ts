import { ApiError } from "../api/http.ts";
import type { Waiting } from "../api/phone-store.ts";

/** Why nothing more is sent for now: no connection or a fault of the server, too many, nobody signed in. */
export type QueuePause = "unreachable" | "too-many" | "signed-out";

/** What is done with each that waits. `send` throws an ApiError. */
type QueueWork<Queued extends Waiting> = {
  readonly store: { queued(): Promise<Queued[]>; put(queued: Queued): Promise<void> };
  /** Whether whoever is signed in may send it. */
  isSendable(queued: Queued): boolean;
  send(queued: Queued): Promise<void>;
  /** With its pictures as they were before the server had any. */
  withoutFiles(queued: Queued): Queued;
};

/**
 * Sends what waits, oldest first, each once: its clientId makes the server count it once. Answers why it stopped before the
 * end, null where it did not. What the server refuses stays, with the reason.
 */
export async function flushQueue<Queued extends Waiting>(
  work: QueueWork<Queued>,
): Promise<QueuePause | null> {
  const { store } = work;
  for (const queued of await store.queued()) {
    if (queued.refusal !== null || !work.isSendable(queued)) continue;
    try {
      await sendOne(work, queued);
    } catch (error) {
      const pause = pauseOf(error);
      if (pause !== null) return pause;
      const refusal = error instanceof Error ? error.message : String(error);
      await store.put({ ...(await latest(store, queued)), refusal });
    }
  }
  return null;
}

async function sendOne<Queued extends Waiting>(
  { send, withoutFiles }: QueueWork<Queued>,
  queued: Queued,
): Promise<void> {
  try {
    await send(queued);
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== "unknown-photo") throw error;
    // Pictures that nothing names are removed after a day: they are sent once more.
    await send(withoutFiles(queued));
  }
}

async function latest<Queued extends Waiting>(
  store: QueueWork<Queued>["store"],
  queued: Queued,
): Promise<Queued> {
  const all = await store.queued();
  return all.find(({ clientId }) => clientId === queued.clientId) ?? queued;
}

/** Null: it is the server's last word. */
function pauseOf(error: unknown): QueuePause | null {
  if (!(error instanceof ApiError)) return null;
  const { status } = error;
  if (status === 0 || status >= 500) return "unreachable";
  if (status === 429) return "too-many";
  return status === 401 ? "signed-out" : null;
}
