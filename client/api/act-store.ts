import type { CaseActBody } from "../../domain/contract/cases.ts";
import { phoneDatabase } from "./phone-database.ts";

/** An act that waits on this phone until the server has it, pictures and all. */
export type QueuedAct = {
  readonly key: string;
  /** Epoch ms on the phone; acts go out in this order. */
  readonly madeAt: number;
  /** Who acts: another account that uses the phone neither sees nor sends it. */
  readonly account: string;
  readonly actorName: string;
  readonly problemId: string;
  /** What the list calls it. */
  readonly title: string;
  /** Version of the problem that was shown, and as of when the server said so. */
  readonly version: number;
  readonly seenAt: string;
  readonly act: Omit<CaseActBody, "photos">;
  readonly pictures: readonly Blob[];
  /** Of the pictures, those that the server has, by the name it gave. */
  readonly files: readonly string[];
  /** Why the server did not take it; null while it waits. */
  readonly refusal: string | null;
};

const inDatabase = phoneDatabase("wangge-field", ["acts"], (created) => {
  created.createObjectStore("acts", { keyPath: "key" });
});

/** Oldest first. */
export async function queuedActs(account: string): Promise<QueuedAct[]> {
  const found = await inDatabase<QueuedAct[]>("readonly", ({ acts }) => acts.getAll());
  return found
    .filter((queued) => queued.account === account)
    .sort((a, b) => a.madeAt - b.madeAt || (a.key < b.key ? -1 : 1));
}

/** New, or instead of the one of the same key. Resolves when it is kept on the phone. */
export async function putAct(queued: QueuedAct): Promise<void> {
  await inDatabase("readwrite", ({ acts }) => acts.put(queued));
}

export async function dropAct(key: string): Promise<void> {
  await inDatabase("readwrite", ({ acts }) => acts.delete(key));
}
