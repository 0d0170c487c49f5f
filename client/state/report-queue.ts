import type { QueuedReport, ReportStore, SentReport } from "../api/report-store.ts";
import type { PhotoDoor } from "../api/upload-photo.ts";
import { flushQueue, type QueuePause } from "./phone-queue.ts";

/** The server, as far as reports that wait need it. All throw an ApiError. */
export type ReportSender = {
  /** Answers what the picture is called from now on. */
  upload(blob: Blob, door: PhotoDoor): Promise<string>;
  send(report: QueuedReport, files: readonly string[]): Promise<Omit<SentReport, "sentAt">>;
};

type Flush = {
  readonly store: ReportStore;
  readonly sender: ReportSender;
  /** Who is signed in; null: nobody. */
  readonly account: string | null;
  readonly now: () => number;
};

/** Sends what waits, see `flushQueue`; pictures are not sent again where the server has them. */
export function flushReports(flush: Flush): Promise<QueuePause | null> {
  return flushQueue({
    store: flush.store,
    isSendable: (report) => isSendable(report, flush.account),
    send: (report) => sendWithPhotos(flush, report),
    withoutFiles: (report) => ({
      ...report,
      photos: report.photos.map(({ blob }) => ({ blob, file: null })),
    }),
  });
}

/** An account's report is sent by that account alone. */
export function isSendable({ door, account }: QueuedReport, signedIn: string | null): boolean {
  return door === "public" || account === signedIn;
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
