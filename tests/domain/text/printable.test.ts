import { expect, test } from "vitest";
import { clip, outline, printable } from "../../../domain/text/printable.ts";

test("text is cut to the given length with an ellipsis, never through a surrogate pair", () => {
  expect(clip("网格一张图", 5)).toBe("网格一张图");
  expect(clip("网格一张图片", 5)).toBe("网格一张…");
  expect(clip("ab😀cd", 4)).toBe("ab…");
});

test("line breaks, escapes and marks that turn the text around become spaces", () => {
  expect(printable("a\r\nb\u001b[31mc\u202ed\u2028e")).toBe("a b [31mc d e");
});

test("a value is outlined in one short line however deep and long it is", () => {
  expect(outline([null, 30.5, "x"])).toBe("null,30.5,x");
  expect(outline([[1], { a: 1 }])).toBe("[…],{…}");
  expect(outline({ a: 1 })).toBe("{…}");
  expect(outline(undefined)).toBe("");
  expect(outline(Array.from({ length: 99 }, () => "长".repeat(99))).length).toBeLessThanOrEqual(80);
});
