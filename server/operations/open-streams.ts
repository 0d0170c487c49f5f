import type { Context } from "hono";

/** Answers that go on until somebody ends them; a server that stops does. */
export class OpenStreams {
  readonly #ends = new Set<() => void>();
  #isEnded = false;

  /** Takes note of every stream of events that a route answers. */
  async watch(c: Context, next: () => Promise<void>): Promise<void> {
    await next();
    const { body, headers } = c.res;
    if (body === null || !headers.get("content-type")?.startsWith("text/event-stream")) return;
    c.res = new Response(this.#ending(body), c.res);
  }

  endAll(): void {
    this.#isEnded = true;
    for (const end of this.#ends) end();
  }

  #ending(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    let end: () => void = () => undefined;
    return new ReadableStream({
      start: (controller) => {
        end = () => {
          this.#ends.delete(end);
          controller.close();
          void reader.cancel();
        };
        this.#ends.add(end);
        if (this.#isEnded) end();
      },
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (!this.#ends.has(end)) return;
        if (done) end();
        else controller.enqueue(value);
      },
      cancel: (reason) => {
        this.#ends.delete(end);
        return reader.cancel(reason);
      },
    });
  }
}
