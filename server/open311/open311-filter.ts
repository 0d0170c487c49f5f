import { badParameter, bounds, instant } from "../../domain/parse-filter.ts";
import { noFilter, type ProblemFilter } from "../../domain/problem-filter.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import { checkedCategory } from "../services/checked-input.ts";
import type { Open311Arguments } from "./open311-arguments.ts";

/** Longest range of `requested_datetime`, and the most requests of one answer, by the specification. */
export const RANGE_MS = 90 * DAY_MS;
export const MOST_REQUESTS = 1000;
/** Requests that paging goes through; beyond them a narrower range is asked for. */
const MOST_PAGED = 100_000;

export type Open311Filter = {
  readonly filter: ProblemFilter;
  readonly statuses: ReadonlySet<"open" | "closed">;
  readonly page: number;
  readonly pageSize: number;
  /** Epoch ms, both ends included; null: whenever they changed. */
  readonly changed: readonly [from: number, to: number] | null;
};

/** Throws for what does not follow the specification, or our extensions of it. */
export function open311Filter(city: City, sent: Open311Arguments): Open311Filter {
  const categories = listOf(sent.get("service_code")).map((code) => checkedCategory(city, code));
  const changed = changedRange(city, sent);
  const [from, to] = requestedRange(city, sent, changed !== null);
  const pageSize = readCount("page_size", sent, { max: MOST_REQUESTS, absent: MOST_REQUESTS });
  const page = readCount("page", sent, { max: Math.floor(MOST_PAGED / pageSize), absent: 1 });
  return {
    filter: {
      ...noFilter,
      categories: categories.length > 0 ? categories : null,
      from,
      to,
      bbox: bounds("bbox", sent.get("bbox")),
    },
    statuses: statusesOf(sent.get("status")),
    page,
    pageSize,
    changed,
  };
}

export function listOf(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** The most recent 90 days unless it is said, or unless the time of the change is asked for instead. */
function requestedRange(
  { clock, now }: City,
  sent: Open311Arguments,
  isOpen: boolean,
): readonly [from: number | null, to: number | null] {
  const start = instant("start_date", sent.get("start_date"), clock);
  const end = instant("end_date", sent.get("end_date"), clock);
  if (isOpen && start === null && end === null) return [null, null];
  const to = end ?? Math.min(now(), (start ?? now()) + RANGE_MS);
  const from = start ?? to - RANGE_MS;
  if (from > to || to - from > RANGE_MS) {
    throw badParameter(
      "start_date",
      sent.get("start_date") ?? "",
      "at most 90 days before end_date",
    );
  }
  // The latest moment is part of the range.
  return [from, to + 1];
}

function changedRange({ clock, now }: City, sent: Open311Arguments): Open311Filter["changed"] {
  const after = instant("updated_after", sent.get("updated_after"), clock);
  const before = instant("updated_before", sent.get("updated_before"), clock);
  if (after === null && before === null) return null;
  return [after ?? 0, before ?? now()];
}

function statusesOf(text: string | undefined): Open311Filter["statuses"] {
  const known = ["open", "closed"] as const;
  const wanted = listOf(text).map((name) => {
    const found = known.find((each) => each === name);
    if (!found) throw badParameter("status", name, "open, closed");
    return found;
  });
  return new Set(wanted.length > 0 ? wanted : known);
}

function readCount(
  name: string,
  sent: Open311Arguments,
  { max, absent }: { readonly max: number; readonly absent: number },
): number {
  const text = sent.get(name);
  if (text === undefined) return absent;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= max) return value;
  throw badParameter(name, text, `a whole number from 1 to ${max}`);
}
