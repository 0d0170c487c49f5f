import { maskPersonalData } from "./personal-data.ts";
import { isDropped, type Problem, standingClosedAt } from "./problem.ts";
import { DAY_MS } from "./time.ts";

/** Fields of a record that people write into; numbers elsewhere, such as an order's own, are no personal data. */
const writtenFields: readonly string[] = ["description", "address", "note", "reason", "comment"];

/** Problems that came to rest until then hold nobody's number any more. Epoch ms. */
export function forgetUntil(now: number, keepDays: number): number {
  return now - keepDays * DAY_MS;
}

/**
 * Since when nothing is to be done about a problem: its standing closing, or the last act on one that is out of every
 * total. Null while it is open.
 */
export function restsSince(
  { state, closings, reportedAt }: Pick<Problem, "state" | "closings" | "reportedAt">,
  lastActAt: number | null,
): number | null {
  return isDropped(state) ? Math.max(reportedAt, lastActAt ?? 0) : standingClosedAt(closings);
}

/** A record of the audit with the numbers of people masked in what they wrote, at any depth. */
export function maskedWriting(record: unknown): unknown {
  if (Array.isArray(record)) return record.map(maskedWriting);
  if (typeof record !== "object" || record === null) return record;
  return Object.fromEntries(
    Object.entries(record).map(([name, inner]) => [
      name,
      typeof inner === "string" && writtenFields.includes(name)
        ? maskPersonalData(inner)
        : maskedWriting(inner),
    ]),
  );
}
