import { useCallback, useEffect, useRef, useState } from "react";
import { type QueuedReport, reportStore, type SentReport } from "../api/report-store.ts";
import { flushReports, type QueuePause } from "./report-queue.ts";
import { reportSender } from "./report-sender.ts";

export type ReportQueue = {
  /** Reports on this phone that the server does not have; null until they are read. */
  readonly queued: readonly QueuedReport[] | null;
  /** Newest first. */
  readonly sent: readonly SentReport[];
  /** Why they wait; null: they do not, or it was not tried yet. */
  readonly pause: QueuePause | null;
  readonly isSending: boolean;
  /** Resolves when it is kept on the phone; then it is sent. Throws where the phone keeps nothing. */
  submit(report: QueuedReport): Promise<void>;
  /** Tries one again that was refused. */
  retry(report: QueuedReport): void;
  drop(clientId: string): void;
  forgetSent(): void;
};

const RETRY_MS = 20_000;
const LOCK = "wangge-report";

/** Reports of this phone, sent when there is a connection. `account`: who is signed in, undefined: not known yet. */
export function useReportQueue(account: string | null | undefined): ReportQueue {
  const [queued, setQueued] = useState<readonly QueuedReport[] | null>(null);
  const [sent, setSent] = useState<readonly SentReport[]>([]);
  const [pause, setPause] = useState<QueuePause | null>(null);
  const [isSending, setIsSending] = useState(false);
  const running = useRef<Promise<void> | null>(null);

  const show = useCallback(async () => {
    const [waiting, done] = await Promise.all([reportStore.queued(), reportStore.sent()]);
    setQueued(waiting);
    setSent(done);
  }, []);
  const flushOnce = useCallback(async () => {
    if (account === undefined) return show();
    setIsSending(true);
    try {
      const flush = { store: reportStore, sender: reportSender, account, now: Date.now };
      setPause(await alone(() => flushReports(flush)));
    } finally {
      setIsSending(false);
      await show();
    }
  }, [account, show]);
  /** One after another, so that what was put last is tried too. */
  const flush = useCallback(() => {
    const next = (running.current ?? Promise.resolve()).then(flushOnce).catch(() => undefined);
    running.current = next;
    return next;
  }, [flushOnce]);

  useEffect(() => {
    void show().then(flush, () => setQueued([]));
    const again = () => void flush();
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
    submit: async (report) => {
      await reportStore.put(report);
      await show();
      void flush();
    },
    retry: (report) => change(reportStore.put({ ...report, refusal: null })),
    drop: (clientId) => change(reportStore.drop(clientId)),
    forgetSent: () => change(reportStore.forgetSent()),
  };
}

/** One window of the browser at a time sends, where the browser can tell. */
async function alone(work: () => Promise<QueuePause | null>): Promise<QueuePause | null> {
  if (!navigator.locks) return work();
  return navigator.locks.request(LOCK, work);
}
