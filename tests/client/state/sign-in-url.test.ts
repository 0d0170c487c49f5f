import { expect, test } from "vitest";
import { safeTarget, signOnRefusalOf } from "../../../client/state/sign-in-url.ts";

test.each([
  [undefined, "/"],
  ["/duties?tab=defects", "/duties?tab=defects"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["https://elsewhere.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?to=/", "/"],
  ["/kiosk", "/"],
])("after signing in %j leads to %j", (to, target) => expect(safeTarget(to)).toBe(target));

test("an address says only what the sign-on may have said", () => {
  expect(["unknown", "unavailable"].map(signOnRefusalOf)).toEqual(["unknown", "unavailable"]);
  expect(["", "<b>", "constructor", undefined].map(signOnRefusalOf)).toEqual(Array(4).fill(null));
});
