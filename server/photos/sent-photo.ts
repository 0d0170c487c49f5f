import type { Context } from "hono";
import { DomainError } from "../../domain/errors.ts";
import { Slots } from "./slots.ts";

export const PHOTO_BYTES = 12 * 1024 * 1024;
/** What a form puts around the picture. */
const FORM_BYTES = 16 * 1024;
/** Bodies in memory at the same time; others wait in their sockets. */
const BODIES = 8;
const MOST_WAITING = 200;
const SENT_WITHIN_MS = 60_000;

const bodies = new Slots(BODIES, MOST_WAITING);

/**
 * Reads the one picture of a request, as its body or as `photo` of a form, and hands it to `work`; few are in memory at the
 * same time, however many come. Throws `unsupported-media-type`, `body-too-large`, `bad-body`.
 */
export function withSentPhoto<T>(c: Context, work: (bytes: Uint8Array) => Promise<T>): Promise<T> {
  const type = c.req.header("content-type") ?? "";
  const isForm = /^multipart\/form-data\b/i.test(type);
  if (!isForm && !/^image\//i.test(type)) {
    const expected = "image/jpeg, image/png, image/webp, multipart/form-data";
    throw new DomainError("unsupported-media-type", { sent: type, expected });
  }
  const limitBytes = isForm ? PHOTO_BYTES + FORM_BYTES : PHOTO_BYTES;
  if (Number(c.req.header("content-length") ?? 0) > limitBytes) {
    throw new DomainError("body-too-large", { limitBytes: PHOTO_BYTES });
  }
  return bodies.run(async () => {
    const body = await bodyWithin(c.req.raw, limitBytes);
    return work(isForm ? await photoOfForm(body, type) : body);
  });
}

/** Counts what comes instead of believing what was announced. */
async function bodyWithin({ body }: Request, limitBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void reader.cancel().catch(() => undefined);
  }, SENT_WITHIN_MS);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) throw new DomainError("bad-photo", { problem: "slow", detail: "" });
      if (done) return Buffer.concat(chunks, length);
      length += value.length;
      if (length > limitBytes) {
        void reader.cancel().catch(() => undefined);
        throw new DomainError("body-too-large", { limitBytes: PHOTO_BYTES });
      }
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
}

async function photoOfForm(body: Uint8Array, type: string): Promise<Uint8Array> {
  const form = await new Response(Buffer.from(body), { headers: { "Content-Type": type } })
    .formData()
    .catch(() => null);
  const photo = form?.get("photo");
  if (!(photo instanceof File)) {
    throw new DomainError("bad-body", { path: "photo", problem: "a picture expected" });
  }
  if (photo.size > PHOTO_BYTES)
    throw new DomainError("body-too-large", { limitBytes: PHOTO_BYTES });
  return new Uint8Array(await photo.arrayBuffer());
}
