import { expect, test } from "vitest";
import { isOwnPath } from "../../domain/own-path.ts";
import { wallPath, wallTokenOf } from "../../domain/wall-path.ts";

test.each(["/", "/duties?tab=history", "/my#a", "/a?to=//b"])("%s is a page of ours", (path) => {
  expect(isOwnPath(path)).toBe(true);
});

test.each([
  "",
  "duties",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "https://elsewhere.example/",
  "javascript:alert(1)",
  "/\t/elsewhere.example",
  "/a\\..\\b",
  "/a\nb",
])("%j is none", (path) => {
  expect(isOwnPath(path)).toBe(false);
});

test("a wall's link carries its token where no server reads it", () => {
  const { pathname, search, hash } = new URL(wallPath("a-b_c+/="), "https://grid.example.gov.cn");
  expect([pathname, search, wallTokenOf(hash)]).toEqual(["/kiosk", "", "a-b_c+/="]);
});

test.each(["", "#", "#token=", "#other=1"])("%j carries none", (hash) => {
  expect(wallTokenOf(hash)).toBeNull();
});
