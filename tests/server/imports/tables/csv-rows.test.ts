import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  csvRows,
  findSeparator,
  type Separator,
} from "../../../../server/imports/tables/csv-rows.ts";

/** Rows of a text that comes in pieces of `size` bytes. */
async function rowsOf(text: string, separator: Separator = ",", size = 65_536) {
  const bytes = Buffer.from(text);
  async function* pieces() {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
  }
  const rows = [];
  for await (const some of csvRows(pieces(), separator)) rows.push(...some);
  return rows;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe("csvRows", () => {
  test("any table that is quoted as RFC 4180 says is read back, however it is cut into pieces", async () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom("a", "字", ",", ";", '"', "\n", "\r", "\t", " ", "😀"),
        maxLength: 8,
      }),
      fc.constantFrom("", '"', '""', "\r\n", "=1+1"),
    );
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom<Separator>(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (cells, separator, lineEnd, size, isAlwaysQuoted) => {
          const needsQuotes = (text: string) =>
            isAlwaysQuoted || /[",;\t\r\n]/.test(text) || text.trim() !== text;
          const text = cells
            .map((row) => row.map((c) => (needsQuotes(c) ? quoted(c) : c)).join(separator))
            .join(lineEnd);
          const rows = await rowsOf(`${text}${lineEnd}`, separator, size);
          expect(rows.map((row) => row.cells)).toEqual(cells);
          expect(rows.map(({ row }) => row)).toEqual(cells.map((_, i) => i + 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("rows are counted as a spreadsheet does: empty lines count, line breaks in cells do not", async () => {
    const rows = await rowsOf('a,b\n\n"x\ny",2\n3,4');
    expect(rows.map(({ row, cells }) => [row, cells?.[0]])).toEqual([
      [1, "a"],
      [2, ""],
      [3, "x\ny"],
      [4, "3"],
    ]);
  });

  test("a quote inside a cell that was never quoted is part of the cell", async () => {
    const rows = await rowsOf('1,24" pipe,x\n2,ok,y\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["1", '24" pipe', "x"],
      ["2", "ok", "y"],
    ]);
  });

  test("a quote that is never closed costs its own row and no other", async () => {
    const good = (n: number) => `${n},good,${"x".repeat(40)}\n`;
    const before = Array.from({ length: 50 }, (_, i) => good(i)).join("");
    for (const afterCount of [0, 3, 60_000]) {
      const after = Array.from({ length: afterCount }, (_, i) => good(i)).join("");
      const rows = await rowsOf(`${before}50,"open,x\n${after}`, ",", 30_000);
      const bad = rows.filter(({ cells }) => cells === null);
      expect(bad).toEqual([{ row: 51, cells: null, text: '50,"open,x' }]);
      expect(rows).toHaveLength(51 + afterCount);
      expect(rows.at(-1)?.row).toBe(51 + afterCount);
    }
  });

  test("two such quotes cost two rows", async () => {
    const filler = `1,${"x".repeat(98)}\n`.repeat(12_000);
    const rows = await rowsOf(`a,"b\n${filler}c,'d\n${filler}`.replace("'", '"'));
    const bad = rows.filter(({ cells }) => cells === null).map(({ row }) => row);
    expect(bad).toEqual([1, 12_002]);
    expect(rows).toHaveLength(24_002);
  });
});

test.each([
  [",", "a,b,c\n1,2,3\n"],
  [";", "a;b;c\n1,5;2,5;3\n"],
  ["\t", "a\tb, c\td\n1\t2, 3\t4\n"],
  [",", '"a;b","c;d"\n"1;2;3",x\n'],
  [",", "only one column\n1\n"],
  [";", "标题，第一行\n\na;b\n1;2\n3;4\n"],
] as const)("findSeparator finds %j", (separator, text) => {
  expect(findSeparator(text)).toBe(separator);
});
