import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { ApiError } from "../api/http.ts";
import { sendUrge } from "../api/my-queries.ts";
import { dropUrge, enqueueUrge, type QueuedUrge, queuedUrges } from "../api/urge-store.ts";
import { freshClientId } from "./fresh-client-id.ts";
import { useRetries } from "./use-retries.ts";

/** What became of the urges of this page, by problem. */
export type UrgeQueue = {
  readonly waiting: ReadonlySet<string>;
  readonly sent: ReadonlySet<string>;
  /** Why the server did not take it. */
  readonly refused: ReadonlyMap<string, string>;
  urge(problemId: string): void;
};

/** Keeps urges on the phone until the server has answered; a client id makes each of them count once. */
export function useUrgeQueue(person: string): UrgeQueue {
  const client = useQueryClient();
  const [queue, setQueue] = useState<readonly QueuedUrge[]>([]);
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const isSending = useRef(false);

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (;;) {
        const waiting = await queuedUrges();
        setQueue(waiting);
        const [next] = waiting;
        if (!next) break;
        const refusal = await refusalOf(next);
        await dropUrge(next.clientId);
        if (refusal === null) setSent((before) => new Set(before).add(next.problemId));
        else setRefused((before) => new Map(before).set(next.problemId, refusal));
        void client.invalidateQueries({ queryKey: ["my"] });
      }
    } catch {
      // Not reached: what waits stays where it is until the next try.
    } finally {
      isSending.current = false;
    }
  }, [client]);

  useRetries(flush);

  const urge = useCallback(
    (problemId: string) => {
      const queued = { clientId: freshClientId(), problemId, person };
      setQueue((before) => [...before, queued]);
      void enqueueUrge(queued).then(flush);
    },
    [person, flush],
  );
  return { waiting: new Set(queue.map(({ problemId }) => problemId)), sent, refused, urge };
}

/** Null when the server has it. Throws when the server was not reached or was at fault, so that it is sent again. */
async function refusalOf(urge: QueuedUrge): Promise<string | null> {
  try {
    await sendUrge(urge);
    return null;
  } catch (error) {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
      return error.message;
    }
    throw error;
  }
}
