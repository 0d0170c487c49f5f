import { expect, test } from "vitest";
import { adRoadsQuery, adSummaryQuery } from "../../../client/api/screen-queries.ts";

/** Panels and maps take an interval that is a number, and ask sooner where it failed. */
test("walls ask for the audit of ads every ten minutes, as its question stays the same", () => {
  expect([adSummaryQuery, adRoadsQuery].map(({ refetchInterval }) => refetchInterval)).toEqual([
    600_000, 600_000,
  ]);
});
