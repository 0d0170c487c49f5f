export type JsonAnswer = {
  readonly status: number;
  /** As it came: the proofs look at a few fields of it. */
  // biome-ignore lint/suspicious/noExplicitAny: what a server under proof answers is not taken for granted
  readonly body: any;
};

/** Null when the connection broke before the whole answer was there. */
export async function sendJson(
  url: string,
  method: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonAnswer | null> {
  try {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return null;
  }
}
