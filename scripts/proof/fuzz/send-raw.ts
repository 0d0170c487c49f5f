import { Agent, request } from "node:http";
import type { FuzzRequest } from "./fuzz-requests.ts";

export type RawAnswer = {
  readonly status: number;
  readonly type: string;
  /** As text, whatever it is. */
  readonly body: string;
  readonly ms: number;
};

/** Of an answer's body that is looked at. */
const LOOKED_AT_BYTES = 4 * 1024 * 1024;

export type Sender = {
  /** Throws when no answer comes: refused, cut off, or too late. */
  send(sent: FuzzRequest): Promise<RawAnswer>;
  close(): void;
};

/** Sends requests over one connection or a few, paths exactly as they are: nothing resolves `..` on the way. */
export function rawSender(port: number, answerWithinMs: number): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    async send(sent) {
      try {
        return await sendOnce(agent, port, answerWithinMs, sent);
      } catch (error) {
        if (error instanceof KeptTooLong) return sendOnce(agent, port, answerWithinMs, sent);
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}

/** A connection that the server had closed after its last answer: it never saw the request. */
class KeptTooLong extends Error {}

function sendOnce(
  agent: Agent,
  port: number,
  answerWithinMs: number,
  { method, path, headers, body }: FuzzRequest,
): Promise<RawAnswer> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { "content-length": String(body.length) };
    const options = { agent, host: "127.0.0.1", port, method, path };
    const sending = request({ ...options, headers: { ...headers, ...length } }, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on("data", (part: Buffer) => {
        bytes += part.length;
        if (bytes <= LOOKED_AT_BYTES) parts.push(part);
      });
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers["content-type"] ?? "",
          body: Buffer.concat(parts).toString("latin1"),
          ms: performance.now() - begin,
        }),
      );
    });
    sending.setTimeout(answerWithinMs, () => sending.destroy(new Error("no answer in time")));
    sending.on("error", (error) => {
      const isGone = /socket hang up|EPIPE|ECONNRESET/.test(error.message);
      reject(sending.reusedSocket && isGone ? new KeptTooLong(error.message) : error);
    });
    sending.end(body ?? undefined);
  });
}
