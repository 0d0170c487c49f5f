import type { NewUrge } from "../../domain/contract/urge.ts";
import { phoneDatabase } from "./phone-database.ts";

/** An urge that waits on this phone until the server has it. */
export type QueuedUrge = NewUrge & { readonly problemId: string };

const inDatabase = phoneDatabase("wangge-my", ["urges"], (created) => {
  const urges = created.createObjectStore("urges", { keyPath: "order", autoIncrement: true });
  urges.createIndex("clientId", "clientId", { unique: true });
});

/** Oldest first. */
export async function queuedUrges(): Promise<QueuedUrge[]> {
  const found = await inDatabase<(QueuedUrge & { order: number })[]>("readonly", ({ urges }) =>
    urges.getAll(),
  );
  return found.map(({ order: _, ...urge }) => urge);
}

/** Resolves when it is kept on the phone. */
export async function enqueueUrge(urge: QueuedUrge): Promise<void> {
  await inDatabase("readwrite", ({ urges }) => urges.add(urge));
}

export async function dropUrge(clientId: string): Promise<void> {
  await inDatabase("readwrite", ({ urges }) => {
    const cursor = urges.index("clientId").openKeyCursor(clientId);
    cursor.addEventListener("success", () => {
      if (cursor.result) urges.delete(cursor.result.primaryKey);
    });
    return cursor;
  });
}
