import { expect, test } from "vitest";
import { spreadColours, workloadBreaks } from "../../domain/wall-map.ts";

test("neighbours differ in colour, areas of one group share it", () => {
  const groups = ["a", "b", "a", "c", "d", "e"];
  const touches = (a: number, b: number) => Math.abs(a - b) === 1;
  const colours = spreadColours(groups, touches, 4);
  expect(colours[0]).toBe(colours[2]);
  for (let i = 1; i < groups.length; i++) expect(colours[i]).not.toBe(colours[i - 1]);
});

test("with more groups than colours every area still has one", () => {
  const groups = Array.from({ length: 30 }, (_, i) => `g${i}`);
  for (const colour of spreadColours(groups, () => true, 8)) {
    expect(colour).toBeGreaterThanOrEqual(0);
    expect(colour).toBeLessThan(8);
  }
});

test("breaks rise from nought and are round", () => {
  expect(workloadBreaks([], 5)).toEqual([0]);
  expect(workloadBreaks([0, 0, 0], 5)).toEqual([0]);
  const breaks = workloadBreaks([3, 8, 12.4, 18.7, 22, 31, 57, 123], 5);
  expect(breaks[0]).toBe(0);
  expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
  expect(breaks).toHaveLength(5);
});
