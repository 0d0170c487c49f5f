import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { sendAd } from "../api/ad-register-queries.ts";
import { adStore, type QueuedAd, type SentAd } from "../api/ad-store.ts";
import { uploadPhoto } from "../api/upload-photo.ts";
import { type AdSender, flushAds } from "./ad-queue.ts";
import type { QueuePause } from "./report-queue.ts";

export type AdQueue = {
  /** Registrations on this phone that the server does not have; null until they are read. */
  readonly queued: readonly QueuedAd[] | null;
  /** Of this account, newest first. */
  readonly sent: readonly SentAd[];
  /** Why they wait; null: they do not, or it was not tried yet. */
  readonly pause: QueuePause | null;
  readonly isSending: boolean;
  /** Resolves when it is kept on the phone; then it is sent. Throws where the phone keeps nothing. */
  submit(ad: QueuedAd): Promise<void>;
  /** Tries one again that was refused. */
  retry(ad: QueuedAd): void;
  drop(clientId: string): void;
};

const RETRY_MS = 20_000;
const LOCK = "wangge-ads";

const sender: AdSender = {
  upload: async (picture) => (await uploadPhoto(picture, "ads")).file,
  send: sendAd,
};

/** Registrations of this phone, sent when there is a connection. */
export function useAdQueue(account: string): AdQueue {
  const client = useQueryClient();
  const [queued, setQueued] = useState<readonly QueuedAd[] | null>(null);
  const [sent, setSent] = useState<readonly SentAd[]>([]);
  const [pause, setPause] = useState<QueuePause | null>(null);
  const [isSending, setIsSending] = useState(false);
  const running = useRef<Promise<void>>(Promise.resolve());

  const show = useCallback(async () => {
    const [waiting, done] = await Promise.all([adStore.queued(), adStore.sent()]);
    setQueued(waiting);
    setSent(done.filter((each) => each.account === account));
  }, [account]);
  const flushOnce = useCallback(async () => {
    setIsSending(true);
    try {
      setPause(await alone(() => flushAds({ store: adStore, sender, account, now: Date.now })));
    } finally {
      setIsSending(false);
      await show();
      void client.invalidateQueries({ queryKey: ["ads-near"] });
    }
  }, [account, client, show]);
  /** One after another, so that what was put last is tried too. */
  const flush = useCallback(() => {
    running.current = running.current.then(flushOnce).catch(() => undefined);
    return running.current;
  }, [flushOnce]);

  useEffect(() => {
    void show().then(flush, () => setQueued([]));
    const again = () =>
      void adStore.queued().then((waiting) => (waiting.length > 0 ? flush() : undefined));
    const timer = setInterval(again, RETRY_MS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [show, flush]);

  const change = useCallback((work: Promise<void>) => void work.then(flush), [flush]);
  return {
    queued,
    sent,
    pause,
    isSending,
    submit: async (ad) => {
      await adStore.put(ad);
      await show();
      void flush();
    },
    retry: (ad) => change(adStore.put({ ...ad, refusal: null })),
    drop: (clientId) => change(adStore.drop(clientId)),
  };
}

/** One window of the browser at a time sends, where the browser can tell. */
async function alone(work: () => Promise<QueuePause | null>): Promise<QueuePause | null> {
  if (!navigator.locks) return work();
  return navigator.locks.request(LOCK, work);
}
