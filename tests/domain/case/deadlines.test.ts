import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { limitUnits, TimeLimit } from "../../../domain/case/time-limit.ts";
import {
  clock,
  dispatchedAt,
  inspector,
  type LivedCase,
  local,
  operator,
  unitB,
  workerA,
} from "./case-people.ts";

const Limit = z.tuple([z.number(), z.enum(limitUnits)]).transform(([value, unit]) => {
  return TimeLimit.parse({ value, unit });
});
const Given = z.strictObject({ amount: Limit, until: z.string(), dueAt: z.string() }).partial();
const acts = ["extend", "suspend", "resume", "rectify", "rework", "hand-back", "dispatch"] as const;
const Happening = z.union([
  z.tuple([z.string(), z.enum(acts)]).transform(([at, act]) => ({ at, act, given: {} })),
  z.tuple([z.string(), z.enum(acts), Given]).transform(([at, act, given]) => ({ at, act, given })),
]);
const { cases } = z
  .object({
    cases: z.array(
      z.strictObject({
        name: z.string(),
        from: z.string(),
        limit: Limit,
        // biome-ignore lint/suspicious/noThenProperty: the word a reader of the table expects
        then: z.array(Happening).default([]),
        due: z.string(),
        why: z.string().min(10),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync("tests/domain/case/deadlines.json", "utf8")));

describe("deadlines worked out by hand", () => {
  test("are forty at least", () => expect(cases.length).toBeGreaterThanOrEqual(40));

  test.each(cases)("$name: $from", ({ from, limit, then, due }) => {
    const lived = dispatchedAt(local(from), limit);
    for (const { at, act, given } of then) happen(lived, local(at), act, given);
    expect(lived.file.state).toBe("dispatched");
    expect(lived.file.dueAt === null ? null : clock.toIso(lived.file.dueAt)).toBe(
      clock.toIso(local(due)),
    );
  });
});

function happen(
  lived: LivedCase,
  at: number,
  act: (typeof acts)[number],
  { amount, until, dueAt }: z.infer<typeof Given>,
): void {
  switch (act) {
    case "extend":
      lived.take("request-extension", workerA, at, {
        reason: "等待材料",
        amount,
        until: until === undefined ? undefined : local(until),
      });
      lived.take("grant-extension", operator, at);
      return;
    case "suspend":
      lived.take("request-suspension", workerA, at, { reason: "汛期" });
      lived.take("grant-suspension", operator, at);
      return;
    case "resume":
      lived.take("resume", operator, at);
      return;
    case "rectify":
      lived.take("rectify", workerA, at, { note: "已清理" });
      return;
    case "rework":
      lived.take("rework", inspector, at, { reason: "仍有残留" });
      return;
    case "hand-back":
      lived.take("hand-back", workerA, at, { reason: "非本单位管养" });
      return;
    case "dispatch":
      lived.take("dispatch", operator, at, {
        unitId: unitB,
        dueAt: dueAt === undefined ? undefined : local(dueAt),
      });
  }
}
