import fc from "fast-check";
import { expect, test } from "vitest";
import { IdTable } from "../../../domain/columns/id-table.ts";

test("gives every id back and finds it again, whatever the ids", () => {
  const ids = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(ids, (all) => {
      const wellFormed = all.filter(
        (id) => !/[\ud800-\udfff]/.test(id.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "")),
      );
      const table = new IdTable();
      for (const [number, id] of wellFormed.entries()) expect(table.add(id)).toBe(number);
      for (const [number, id] of wellFormed.entries()) {
        expect(table.idOf(number)).toBe(id);
        expect(table.numberOf(id)).toBe(number);
      }
      expect(table.numberOf(`${wellFormed.join("")}!`)).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

test("answers -1 for an id that is there already and stays as it was", () => {
  const table = new IdTable();
  expect([table.add("甲-1"), table.add("甲-2"), table.add("甲-1")]).toEqual([0, 1, -1]);
  expect(table.size).toBe(2);
  expect(table.numberOf("甲-2")).toBe(1);
});

test("keeps 50,000 ids of a day and counter in under 24 bytes each", () => {
  const table = new IdTable();
  const id = (i: number) =>
    `YZ202611${String(i % 28).padStart(2, "0")}-${String(i).padStart(6, "0")}`;
  for (let i = 0; i < 50_000; i++) table.add(id(i));
  for (let i = 0; i < 50_000; i += 997) expect(table.numberOf(id(i))).toBe(i);
  expect(table.byteLength / table.size).toBeLessThan(24);
});

test("refuses an id longer than it can hold", () => {
  expect(() => new IdTable().add("字".repeat(200))).toThrow(/longer than 500 bytes/);
});
