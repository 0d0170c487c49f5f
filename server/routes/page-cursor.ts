import { badParameter } from "../../domain/parse-filter.ts";
import type { PageCursor } from "../problem-index/page-problems.ts";

/** A cursor as text that needs no escaping in a URL; callers hand it back as it is. */
export function cursorText({ key, id }: PageCursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** Throws a refusal for a text that no page answered. */
export function readCursor(text: string | undefined): PageCursor | null {
  if (text === undefined) return null;
  try {
    const [key, id, ...rest] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (typeof key === "number" && typeof id === "string" && rest.length === 0) return { key, id };
  } catch {
    // Falls through to the refusal.
  }
  throw badParameter("cursor", text, "the nextCursor of the page before");
}
