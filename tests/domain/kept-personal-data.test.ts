import { describe, expect, test } from "vitest";
import { maskedWriting, restsSince } from "../../domain/kept-personal-data.ts";

describe("since when nothing is to be done about a problem", () => {
  const [day1, day2, day3] = [100, 200, 300];
  const open = { state: "dispatched", reportedAt: 50, closings: [] } as const;

  test.each([
    ["open", open, null],
    ["closed", { ...open, closings: [{ closedAt: day1, reopenedAt: null }] }, day1],
    ["opened again", { ...open, closings: [{ closedAt: day1, reopenedAt: day2 }] }, null],
    [
      "closed again",
      {
        ...open,
        closings: [
          { closedAt: day1, reopenedAt: day2 },
          { closedAt: day3, reopenedAt: null },
        ],
      },
      day3,
    ],
    ["rejected as it came", { ...open, state: "rejected" }, 50],
  ] as const)("%s", (_, problem, since) => expect(restsSince(problem, null)).toBe(since));

  test("withdrawn after it was closed: its withdrawal, the last act on it", () => {
    const closings = [{ closedAt: day1, reopenedAt: null }];
    expect(restsSince({ state: "withdrawn", reportedAt: 50, closings }, day3)).toBe(day3);
    expect(restsSince({ ...open, closings }, day3)).toBe(day1);
  });
});

describe("a record of the audit", () => {
  test("loses numbers in what was written, at any depth, and keeps every other field", () => {
    const phone = "13812345678";
    const kept = { id: phone, clientId: phone, photos: [{ file: `${phone}.jpg` }], at: 1, x: null };
    const written = { description: phone, steps: [{ note: `给 ${phone}`, reason: null, ...kept }] };
    expect(maskedWriting({ ...kept, ...written, address: null })).toEqual({
      ...kept,
      description: "138****5678",
      steps: [{ note: "给 138****5678", reason: null, ...kept }],
      address: null,
    });
  });

  test.each([null, 1, "13812345678", true])("that is no object stays: %s", (record) => {
    expect(maskedWriting(record)).toBe(record);
  });
});
