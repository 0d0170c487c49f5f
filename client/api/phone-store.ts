import { phoneDatabase } from "./phone-database.ts";

/** Something written that waits on this phone until the server has it. */
export type Waiting = {
  /** Makes it count once, however often it is sent. */
  readonly clientId: string;
  /** Epoch ms by the phone's clock. */
  readonly writtenAt: number;
  /** Why the server does not take it as it is; null: it waits. */
  readonly refusal: string | null;
};

/** What the server has, as far as this phone remembers it. */
export type Settled = { readonly clientId: string; readonly sentAt: number };

/** What is kept on the phone; nothing is gone before the server has it. */
export type PhoneStore<Queued extends Waiting, Sent extends Settled> = {
  /** Oldest first. */
  queued(): Promise<Queued[]>;
  /** A new one, or another instead of the one with its clientId. */
  put(queued: Queued): Promise<void>;
  drop(clientId: string): Promise<void>;
  /** Takes one off the queue and keeps what it became, or neither. */
  settle(sent: Sent): Promise<void>;
  /** Newest first. */
  sent(): Promise<Sent[]>;
  forgetSent(): Promise<void>;
};

/** `mostSent`: of what was sent, as many are remembered. */
export function phoneStore<Queued extends Waiting, Sent extends Settled>(
  database: string,
  mostSent: number,
): PhoneStore<Queued, Sent> {
  const run = phoneDatabase(database, ["queue", "sent"], (created) => {
    created.createObjectStore("queue", { keyPath: "clientId" });
    created.createObjectStore("sent", { keyPath: "clientId" });
  });
  async function allSent(): Promise<Sent[]> {
    const found = await run<Sent[]>("readonly", ({ sent }) => sent.getAll());
    return found.sort((a, b) => b.sentAt - a.sentAt);
  }
  return {
    async queued() {
      const found = await run<Queued[]>("readonly", ({ queue }) => queue.getAll());
      return found.sort((a, b) => a.writtenAt - b.writtenAt);
    },
    put: (queued) => run("readwrite", ({ queue }) => queue.put(queued)),
    drop: (clientId) => run("readwrite", ({ queue }) => queue.delete(clientId)),
    async settle(settled) {
      await run("readwrite", ({ queue, sent }) => {
        queue.delete(settled.clientId);
        return sent.put(settled);
      });
      const surplus = (await allSent()).slice(mostSent);
      for (const { clientId } of surplus) {
        await run("readwrite", ({ sent }) => sent.delete(clientId));
      }
    },
    sent: allSent,
    forgetSent: () => run("readwrite", ({ sent }) => sent.clear()),
  };
}
