import { z } from "zod";
import type { Closing } from "../problem.ts";
import type { ProblemMapping } from "../problem-mapping.ts";
import type { FieldValue, ForeignRecord } from "./foreign-record.ts";
import { type FieldReader, fieldReader } from "./record-text.ts";
import type { TimeReader } from "./time-reading.ts";

/** One closing as the file has it; `field` names its column in notes. */
export type RawClosing = {
  readonly closedAt: FieldValue;
  readonly reopenedAt: FieldValue;
  readonly readClosedAt: TimeReader;
  readonly readReopenedAt: TimeReader;
};

/** Null: the column holds something that is no list of closings. */
export type ClosingsReader = (record: ForeignRecord) => readonly RawClosing[] | null;

type TimeCompiler = (from: NonNullable<ProblemMapping["closedAt"]>) => {
  readField: FieldReader;
  readTime: TimeReader;
};

const JsonClosings = z.array(z.object({ closedAt: z.string(), reopenedAt: z.string().nullish() }));

/** The list column or columns first; where they are blank, `closedAt` alone. */
export function closingsReader(
  mapping: Pick<ProblemMapping, "closings" | "closedAt">,
  blanks: ReadonlySet<string>,
  compileTime: TimeCompiler,
): ClosingsReader {
  const single = mapping.closedAt === undefined ? null : compileTime(mapping.closedAt);
  const readList = listReader(mapping.closings, blanks, compileTime);
  return function readClosings(record) {
    const list = readList(record);
    if (list === null || list.length > 0 || single === null) return list;
    const closedAt = single.readField(record);
    if (closedAt === null) return [];
    const { readTime } = single;
    return [{ closedAt, reopenedAt: null, readClosedAt: readTime, readReopenedAt: readTime }];
  };
}

/**
 * Puts closings in time order. A closing of something closed is dropped, and so is a reopening
 * before its closing; `dropped` holds their instants.
 */
export function orderClosings(given: readonly Closing[]): {
  readonly closings: readonly Closing[];
  readonly dropped: readonly number[];
} {
  const closings: Closing[] = [];
  const dropped: number[] = [];
  for (const closing of [...given].sort((a, b) => a.closedAt - b.closedAt)) {
    const last = closings.at(-1);
    const { closedAt, reopenedAt } = closing;
    if (last && (last.reopenedAt === null || last.reopenedAt > closedAt)) dropped.push(closedAt);
    else if (reopenedAt !== null && reopenedAt < closedAt) {
      closings.push({ closedAt, reopenedAt: null });
      dropped.push(reopenedAt);
    } else closings.push(closing);
  }
  return { closings, dropped };
}

function listReader(
  from: ProblemMapping["closings"],
  blanks: ReadonlySet<string>,
  compileTime: TimeCompiler,
): ClosingsReader {
  if (from === undefined) return () => [];
  if ("json" in from) {
    const read = fieldReader(from.json, blanks);
    const { readTime } = compileTime({ column: from.json });
    return function readJson(record) {
      const text = read(record);
      if (text === null) return [];
      const list = JsonClosings.safeParse(parseJson(text));
      if (!list.success) return null;
      return list.data.map(({ closedAt, reopenedAt }) => ({
        closedAt,
        reopenedAt: reopenedAt ?? null,
        readClosedAt: readTime,
        readReopenedAt: readTime,
      }));
    };
  }
  const pairs = from.map(({ closedAt, reopenedAt }) => ({
    closed: compileTime(closedAt),
    reopened: reopenedAt === undefined ? null : compileTime(reopenedAt),
  }));
  return (record) =>
    pairs.flatMap(({ closed, reopened }) => {
      const closedAt = closed.readField(record);
      if (closedAt === null) return [];
      return {
        closedAt,
        reopenedAt: reopened?.readField(record) ?? null,
        readClosedAt: closed.readTime,
        readReopenedAt: reopened?.readTime ?? closed.readTime,
      };
    });
}

/** Undefined for what is no JSON. */
export function parseJson(text: FieldValue): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
