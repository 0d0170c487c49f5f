import { useCallback, useRef, useState } from "react";
import type { PhoneStore, Settled, Waiting } from "../api/phone-store.ts";
import type { QueuePause } from "./phone-queue.ts";
import { useRetries } from "./use-retries.ts";

export type PhoneQueue<Queued extends Waiting, Sent extends Settled> = {
  /** On this phone, and not with the server; null until they are read. */
  readonly queued: readonly Queued[] | null;
  /** Newest first. */
  readonly sent: readonly Sent[];
  /** Why they wait; null: they do not, or it was not tried yet. */
  readonly pause: QueuePause | null;
  readonly isSending: boolean;
  /** Resolves when it is kept on the phone; then it is sent. Throws where the phone keeps nothing. */
  submit(queued: Queued): Promise<void>;
  /** Tries one again that was refused. */
  retry(queued: Queued): void;
  drop(clientId: string): void;
  forgetSent(): void;
};

/**
 * What waits on this phone, sent when there is a connection. `send` tries all of it, and is the same function as long as it
 * sends for the same account; one window of the browser at a time, where the browser can tell windows apart by `lock`.
 */
export function usePhoneQueue<Queued extends Waiting, Sent extends Settled>(
  store: PhoneStore<Queued, Sent>,
  lock: string,
  send: () => Promise<QueuePause | null>,
): PhoneQueue<Queued, Sent> {
  const [queued, setQueued] = useState<readonly Queued[] | null>(null);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [pause, setPause] = useState<QueuePause | null>(null);
  const [isSending, setIsSending] = useState(false);
  const running = useRef<Promise<void>>(Promise.resolve());

  const show = useCallback(async () => {
    const [waiting, done] = await Promise.all([store.queued(), store.sent()]);
    setQueued(waiting);
    setSent(done);
    return waiting.length > 0;
  }, [store]);
  const flushOnce = useCallback(async () => {
    if (!(await show())) return;
    setIsSending(true);
    try {
      setPause(await alone(lock, send));
    } finally {
      setIsSending(false);
      await show();
    }
  }, [lock, send, show]);
  /** One after another, so that what was put last is tried too. */
  const flush = useCallback(() => {
    const nothing = () => setQueued((known) => known ?? []);
    running.current = running.current.then(flushOnce).catch(nothing);
    return running.current;
  }, [flushOnce]);

  useRetries(flush);

  const change = useCallback((work: Promise<void>) => void work.then(flush), [flush]);
  return {
    queued,
    sent,
    pause,
    isSending,
    submit: async (written) => {
      await store.put(written);
      await show();
      void flush();
    },
    retry: (refused) => change(store.put({ ...refused, refusal: null })),
    drop: (clientId) => change(store.drop(clientId)),
    forgetSent: () => change(store.forgetSent()),
  };
}

async function alone(
  lock: string,
  work: () => Promise<QueuePause | null>,
): Promise<QueuePause | null> {
  if (!navigator.locks) return work();
  return navigator.locks.request(lock, work);
}
