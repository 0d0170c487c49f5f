import { type PhoneStore, phoneStore, type Settled, type Waiting } from "./phone-store.ts";
import type { PhotoDoor } from "./upload-photo.ts";

/** `file`: what the server named it, once it has it. */
export type QueuedPhoto = { readonly blob: Blob; readonly file: string | null };

/** A report that waits on this phone until the server has it, with its pictures. */
export type QueuedReport = Waiting & {
  readonly door: PhotoDoor;
  /** Whose it is, where it is an account's: nobody else sends it. */
  readonly account: string | null;
  readonly category: string;
  readonly categoryName: string;
  readonly position: readonly [number, number] | null;
  readonly address: string;
  readonly description: string;
  /** Of an account's report. */
  readonly source: string | null;
  readonly photos: readonly QueuedPhoto[];
};

/** A report that the server has, as far as this phone needs it to ask for its progress. */
export type SentReport = Settled & {
  readonly number: string;
  readonly code: string;
  readonly trackUrl: string;
  readonly categoryName: string;
};

export type ReportStore = PhoneStore<QueuedReport, SentReport>;

export const reportStore: ReportStore = phoneStore("wangge-report", 20);
