import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { CaseBody } from "../../domain/contract/cases.ts";
import { dropAct, putAct, type QueuedAct, queuedActs } from "../api/act-store.ts";
import { forgetActed, takeCaseAct } from "../api/case-queries.ts";
import { type ActDoor, deliverAct } from "../api/deliver-act.ts";
import { getJson } from "../api/http.ts";
import { uploadPhoto } from "../api/upload-photo.ts";
import { freshClientId } from "./fresh-client-id.ts";
import { useRetries } from "./use-retries.ts";

/** What is given with an act; the rest the queue knows. */
export type GivenAct = Omit<
  QueuedAct,
  "key" | "madeAt" | "account" | "actorName" | "files" | "refusal"
>;

/** Acts of this phone, by problem. */
export type ActQueue = {
  readonly waiting: readonly QueuedAct[];
  readonly refused: readonly QueuedAct[];
  /** Taken since the page was opened, with the case after it. */
  readonly taken: ReadonlyMap<string, CaseBody>;
  /** The phone keeps nothing (private window, full): what is given now is lost with the page. */
  readonly isForgetful: boolean;
  give(act: GivenAct): void;
  retry(key: string): void;
  drop(key: string): void;
};

const door: ActDoor = {
  upload: async (picture) => (await uploadPhoto(picture, "account")).file,
  take: takeCaseAct,
  caseOf: (id) => getJson(`problems/${encodeURIComponent(id)}/case`, {}, CaseBody),
};

/** Keeps acts with their pictures on the phone until the server has answered; each counts once, see `deliverAct`. */
export function useActQueue(viewer: { readonly account: string; readonly name: string }): ActQueue {
  const { account, name: actorName } = viewer;
  const client = useQueryClient();
  const [queue, setQueue] = useState<readonly QueuedAct[]>([]);
  const [taken, setTaken] = useState<ReadonlyMap<string, CaseBody>>(new Map());
  const [isForgetful, setForgetful] = useState(false);
  const isSending = useRef(false);
  /** Before the phone keeps it, or where it cannot. */
  const unkept = useRef<readonly QueuedAct[]>([]);

  const change = useCallback(async (queued: QueuedAct, isKept: boolean) => {
    const others = unkept.current.filter(({ key }) => key !== queued.key);
    unkept.current = isKept ? [...others, queued] : others;
    await (isKept ? putAct(queued) : dropAct(queued.key)).then(
      () => {
        unkept.current = others;
      },
      () => setForgetful(true),
    );
  }, []);
  const all = useCallback(async () => {
    const kept = await queuedActs(account).catch(() => []);
    const keys = new Set(unkept.current.map(({ key }) => key));
    return [...kept.filter(({ key }) => !keys.has(key)), ...unkept.current];
  }, [account]);

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (;;) {
        const acts = await all();
        setQueue(acts);
        const next = acts.find(({ refusal }) => refusal === null);
        if (!next) break;
        const delivery = await deliverAct(next, door, (files) => change({ ...next, files }, true));
        if ("refusal" in delivery) await change({ ...next, refusal: delivery.refusal }, true);
        else {
          await change(next, false);
          setTaken((before) => new Map(before).set(next.problemId, delivery.after));
        }
        void forgetActed(client);
      }
    } catch {
      // Not reached: what waits stays where it is until the next try.
    } finally {
      isSending.current = false;
      setQueue(await all());
    }
  }, [all, change, client]);

  useRetries(flush);

  function give(given: GivenAct): void {
    const own = { key: freshClientId(), madeAt: Date.now(), account, actorName };
    const queued = { ...given, ...own, files: [], refusal: null };
    setQueue((before) => [...before, queued]);
    void change(queued, true).then(flush);
  }
  function retry(key: string): void {
    const found = queue.find((each) => each.key === key);
    if (found) void change({ ...found, refusal: null }, true).then(flush);
  }
  function drop(key: string): void {
    const found = queue.find((each) => each.key === key);
    if (found) void change(found, false).then(flush);
  }
  return {
    waiting: queue.filter(({ refusal }) => refusal === null),
    refused: queue.filter(({ refusal }) => refusal !== null),
    taken,
    isForgetful,
    give,
    retry,
    drop,
  };
}
