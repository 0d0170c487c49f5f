import type { MessagePort, Worker } from "node:worker_threads";
import { DomainError, type Refusal, type RefusalParams } from "../../domain/errors.ts";

/** What a thread can be asked: each takes one value and answers one. */
export type Calls = Readonly<Record<string, (asked: never) => unknown>>;

type Asked = { readonly call: number; readonly name: string; readonly asked: unknown };
type Answered =
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly refusal: readonly [Refusal, RefusalParams[Refusal]] }
  | { readonly call: number; readonly failure: string };

export type Answer<C extends Calls, N extends keyof C> = Awaited<ReturnType<C[N]>>;

/** Asks a thread; what it refuses is thrown here as the same DomainError. */
export type Caller<C extends Calls> = <N extends keyof C & string>(
  name: N,
  asked: Parameters<C[N]>[0],
) => Promise<Answer<C, N>>;

export function threadCaller<C extends Calls>(worker: Worker): Caller<C> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  worker.on("message", (message: Answered) => {
    const asker = waiting.get(message.call);
    waiting.delete(message.call);
    if ("answer" in message) asker?.resolve(message.answer);
    else if ("refusal" in message) asker?.reject(new DomainError(...message.refusal));
    else asker?.reject(new Error(message.failure));
  });
  const endAll = (error: Error) => {
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
  };
  worker.on("error", endAll);
  worker.on("exit", () => endAll(new Error("The thread of ads stopped")));
  // The cast holds because the other side answers each call by its own function.
  return ((name: string, asked: unknown) => {
    const asker = Promise.withResolvers<unknown>();
    const call = ++last;
    waiting.set(call, asker);
    worker.postMessage({ call, name, asked } satisfies Asked);
    return asker.promise;
  }) as Caller<C>;
}

/** The other side: answers every call, refusals and failures included. */
export function answerCalls<C extends Calls>(port: MessagePort, calls: C): void {
  port.on("message", async ({ call, name, asked }: Asked) => {
    try {
      const answer = await calls[name]?.(asked as never);
      port.postMessage({ call, answer } satisfies Answered);
    } catch (error) {
      port.postMessage(refusedOrFailed(call, error));
    }
  });
}

function refusedOrFailed(call: number, error: unknown): Answered {
  if (error instanceof DomainError) return { call, refusal: [error.reason, error.params] };
  return { call, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
