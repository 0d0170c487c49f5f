import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";

/** Longest answer, characters: a picture of the widest wall. */
const MOST_WAITING = 200_000_000;

const Message = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  sessionId: z.string().optional(),
});
type Result = Readonly<Record<string, unknown>>;

type Waiting = { readonly done: (result: Result) => void; readonly failed: (e: Error) => void };

/** What the browser says without being asked. */
export type BrowserEvent = {
  readonly method: string;
  readonly params: Result;
  readonly sessionId: string | null;
};

/** A browser that is told what to do through a pipe: nothing on the network can reach it. It ends with this process. */
export class BrowserPipe {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEvent: (event: BrowserEvent) => void;
  /** Resolves when it is gone, or could not be started. */
  readonly ended: Promise<void>;
  #lastId = 0;
  #text = "";

  constructor(
    path: string,
    args: readonly string[],
    onEvent: (event: BrowserEvent) => void = () => undefined,
  ) {
    this.#onEvent = onEvent;
    this.#child = spawn(path, ["--remote-debugging-pipe", ...args], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    const [, , , to, from] = this.#child.stdio as (Readable | Writable | null)[];
    const answers = from as Readable | null;
    answers?.setEncoding("utf8");
    answers?.on("data", (part: string) => this.#hear(part));
    for (const end of [to, answers]) end?.on("error", (error) => this.#failAll(error));
    this.ended = new Promise((resolve) => {
      const over = (error: Error) => {
        this.#failAll(error);
        resolve();
      };
      this.#child.once("error", over);
      this.#child.once("exit", () => over(new Error("the browser ended")));
    });
  }

  /** A command of its protocol. Throws an Error where it refuses, or ends before it answers. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#lastId;
    return new Promise((done, failed) => {
      if (this.#isOver) return failed(new Error("the browser ended"));
      this.#waiting.set(id, { done, failed });
      const words = JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) });
      const [, , , to] = this.#child.stdio as (Writable | null)[];
      to?.write(`${words}\0`, (error) => {
        if (error) failed(error);
      });
    });
  }

  /** The same, where an answer is worth no longer wait. Throws an Error after it. */
  async sendWithin(
    ms: number,
    method: string,
    params: object = {},
    sessionId?: string,
  ): Promise<Result> {
    const id = this.#lastId + 1;
    const late = setTimeout(ms, null, { ref: false });
    const result = await Promise.race([this.send(method, params, sessionId), late]);
    this.#waiting.delete(id);
    if (result === null) throw new Error(`no answer to ${method} within ${ms} ms`);
    return result;
  }

  /** Asks it to end, so that it keeps what it has to keep; kills it after so long. Resolves when it is gone. */
  async end(withinMs: number): Promise<void> {
    this.send("Browser.close").catch(() => undefined);
    await Promise.race([this.ended, setTimeout(withinMs, null, { ref: false })]);
    await this.close();
  }

  /** Resolves when it is gone. */
  async close(): Promise<void> {
    if (!this.#isOver) this.#child.kill("SIGKILL");
    await this.ended;
  }

  get #isOver(): boolean {
    const { exitCode, signalCode, pid } = this.#child;
    return exitCode !== null || signalCode !== null || pid === undefined;
  }

  #hear(part: string): void {
    this.#text += part;
    if (this.#text.length > MOST_WAITING) this.#child.kill("SIGKILL");
    const messages = this.#text.split("\0");
    this.#text = messages.pop() ?? "";
    for (const message of messages) {
      const { id, result, error, method, params, sessionId } = Message.parse(JSON.parse(message));
      if (method) this.#onEvent({ method, params: params ?? {}, sessionId: sessionId ?? null });
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
