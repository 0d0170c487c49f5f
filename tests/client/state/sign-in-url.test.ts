import { expect, test } from "vitest";
import { safeTarget } from "../../../client/state/sign-in-url.ts";

test.each([
  [undefined, "/"],
  ["/duties?tab=defects", "/duties?tab=defects"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["https://elsewhere.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?to=/", "/"],
])("after signing in %j leads to %j", (to, target) => expect(safeTarget(to)).toBe(target));
