import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";

/** Longest answer, characters: a picture of the widest wall. */
const MOST_WAITING = 200_000_000;

const Answer = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type Result = Readonly<Record<string, unknown>>;

type Waiting = { readonly done: (result: Result) => void; readonly failed: (e: Error) => void };

/** A browser without a screen, told what to do through a pipe: nothing on the network can reach it. */
export class BrowserPipe {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #text = "";

  constructor(path: string, args: readonly string[]) {
    this.#child = spawn(path, ["--remote-debugging-pipe", ...args], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    const [, , , , from] = this.#child.stdio as (Readable | null)[];
    from?.setEncoding("utf8");
    from?.on("data", (part: string) => this.#hear(part));
    this.#child.once("error", (error) => this.#failAll(error));
    this.#child.once("exit", () => this.#failAll(new Error("the browser ended")));
  }

  /** A command of its protocol. Throws an Error where it refuses, or ends before it answers. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#lastId;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      const words = JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) });
      const [, , , to] = this.#child.stdio as (Writable | null)[];
      to?.write(`${words}\0`, (error) => {
        if (error) failed(error);
      });
    });
  }

  /** Resolves when it is gone. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  #hear(part: string): void {
    this.#text += part;
    if (this.#text.length > MOST_WAITING) this.#child.kill("SIGKILL");
    const messages = this.#text.split("\0");
    this.#text = messages.pop() ?? "";
    for (const message of messages) {
      const { id, result, error } = Answer.parse(JSON.parse(message));
      const waiting = id === undefined ? undefined : this.#waiting.get(id);
      if (id === undefined || !waiting) continue;
      this.#waiting.delete(id);
      if (error) waiting.failed(new Error(error.message));
      else waiting.done(result ?? {});
    }
  }

  #failAll(error: Error): void {
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }
}
