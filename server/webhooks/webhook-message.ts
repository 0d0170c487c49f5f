import { createHmac } from "node:crypto";
import type { Webhook } from "./webhook-list.ts";

/** What a receiver hears: that a request is new or changed, to be asked for by its id; or that it should read all anew. */
export type WebhookMessage =
  | {
      readonly event: "request";
      readonly id: string;
      readonly status: "open" | "closed";
      readonly updated_datetime: string;
    }
  | { readonly event: "resync" };

const ANSWER_WITHIN_MS = 10_000;

/**
 * Sends one message; true where the receiver answered 2xx in time. It is signed over its time and its body, so that neither
 * can be changed nor sent again later. Redirects are not followed: the address is the one that was given.
 */
export async function sendMessage(
  { url, secret }: Webhook,
  message: WebhookMessage,
  {
    delivery,
    at,
    signal,
  }: { readonly delivery: string; readonly at: number; readonly signal: AbortSignal },
): Promise<boolean> {
  const body = JSON.stringify(message);
  const seconds = Math.floor(at / 1000);
  try {
    const answer = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "wangge-webhook",
        "X-Wangge-Delivery": delivery,
        "X-Wangge-Timestamp": String(seconds),
        "X-Wangge-Signature": signatureOf(secret, seconds, body),
      },
      body,
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

export function signatureOf(secret: string, seconds: number, body: string): string {
  return `sha256=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}
