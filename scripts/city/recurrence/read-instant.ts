import { DomainError } from "../../../domain/errors.ts";
import { parseIsoInstant } from "../../../domain/time.ts";

/** Epoch ms from epoch seconds, or ISO 8601 with an offset. Throws a `usage` refusal for anything else. */
export function readInstant(text: string): number {
  const epochMs = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : parseIsoInstant(text);
  if (epochMs !== null) return epochMs;
  throw new DomainError("usage", {
    command: "recurrence",
    problem: `--as-of ${text}: epoch seconds, or ISO 8601 with an offset`,
  });
}
