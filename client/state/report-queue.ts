import { ApiError } from "../api/http.ts";
import type { QueuedReport, ReportStore, SentReport } from "../api/report-store.ts";
import type { PhotoDoor } from "../api/upload-photo.ts";

/** The server, as far as reports that wait need it. All throw an ApiError. */
export type ReportSender = {
  /** Answers what the picture is called from now on. */
  upload(blob: Blob, door: PhotoDoor): Promise<string>;
  send(report: QueuedReport, files: readonly string[]): Promise<Omit<SentReport, "sentAt">>;
};

/** Why nothing more is sent for now: no connection or a fault of the server, too many, nobody signed in. */
export type QueuePause = "unreachable" | "too-many" | "signed-out";

type Flush = {
  readonly store: ReportStore;
  readonly sender: ReportSender;
  /** Who is signed in; null: nobody. */
  readonly account: string | null;
  readonly now: () => number;
};

/**
 * Sends what waits, oldest first, each once: its clientId makes the server count it once, its pictures are not sent again
 * where the server has them. Answers why it stopped before the end, null where it did not. What the server refuses stays,
 * with the reason.
 */
export async function flushReports(flush: Flush): Promise<QueuePause | null> {
  for (const report of await flush.store.queued()) {
    if (report.refusal !== null || !isSendable(report, flush.account)) continue;
    try {
      await sendOne(flush, report);
    } catch (error) {
      const pause = pauseOf(error);
      if (pause !== null) return pause;
      const refusal = error instanceof Error ? error.message : String(error);
      await flush.store.put({ ...(await latest(flush.store, report)), refusal });
    }
  }
  return null;
}

/** An account's report is sent by that account alone. */
export function isSendable({ door, account }: QueuedReport, signedIn: string | null): boolean {
  return door === "public" || account === signedIn;
}

async function sendOne(flush: Flush, report: QueuedReport): Promise<void> {
  try {
    await sendWithPhotos(flush, report);
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== "unknown-photo") throw error;
    // Pictures that no report names are removed after a day: they are sent once more.
    const photos = report.photos.map(({ blob }) => ({ blob, file: null }));
    await sendWithPhotos(flush, { ...report, photos });
  }
}

async function sendWithPhotos({ store, sender, now }: Flush, report: QueuedReport): Promise<void> {
  let photos = report.photos;
  for (const [i, { blob, file }] of photos.entries()) {
    if (file !== null) continue;
    const kept = { blob, file: await sender.upload(blob, report.door) };
    photos = photos.with(i, kept);
    await store.put({ ...report, photos });
  }
  const made = await sender.send(
    report,
    photos.flatMap(({ file }) => file ?? []),
  );
  await store.settle({ ...made, sentAt: now() });
}

async function latest(store: ReportStore, report: QueuedReport): Promise<QueuedReport> {
  const queued = await store.queued();
  return queued.find(({ clientId }) => clientId === report.clientId) ?? report;
}

/** Null: it is the server's last word. */
export function pauseOf(error: unknown): QueuePause | null {
  if (!(error instanceof ApiError)) return null;
  const { status } = error;
  if (status === 0 || status >= 500) return "unreachable";
  if (status === 429) return "too-many";
  return status === 401 ? "signed-out" : null;
}
