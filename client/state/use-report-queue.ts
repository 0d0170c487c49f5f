import { useCallback } from "react";
import { type QueuedReport, reportStore, type SentReport } from "../api/report-store.ts";
import { flushReports } from "./report-queue.ts";
import { reportSender } from "./report-sender.ts";
import { type PhoneQueue, usePhoneQueue } from "./use-phone-queue.ts";

export type ReportQueue = PhoneQueue<QueuedReport, SentReport>;

/** Reports of this phone. `account`: who is signed in; null: nobody, as far as is known. */
export function useReportQueue(account: string | null): ReportQueue {
  const send = useCallback(
    () => flushReports({ store: reportStore, sender: reportSender, account, now: Date.now }),
    [account],
  );
  return usePhoneQueue(reportStore, "wangge-report", send);
}
