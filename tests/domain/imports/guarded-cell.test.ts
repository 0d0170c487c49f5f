import fc from "fast-check";
import { expect, test } from "vitest";
import { guardCell, unguardCell } from "../../../domain/imports/guarded-cell.ts";

/** Texts that begin with what matters here. */
const cell = fc
  .tuple(fc.array(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a", "1")), fc.string())
  .map(([start, rest]) => start.join("") + rest);

test("a guarded cell is never taken for a formula", () => {
  fc.assert(fc.property(cell, (text) => !/^[=+\-@\t\r]/.test(guardCell(text))));
});

test("taking the guard off gives the cell back, whatever it was", () => {
  fc.assert(fc.property(cell, (text) => unguardCell(guardCell(text)) === text));
});

test("a cell that was never guarded is left alone", () => {
  for (const text of ["'t Hooft", "''", "a=b", "12", "", "-".repeat(0)]) {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  }
});

test.each([
  ["=1+1", "'=1+1"],
  ["-5", "'-5"],
  ["@user", "'@user"],
  ["\tx", "'\tx"],
  ["'=x", "''=x"],
])("%j is written %j", (text, guarded) => {
  expect(guardCell(text)).toBe(guarded);
});
