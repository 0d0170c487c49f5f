import { expect, test } from "vitest";
import type { Mark } from "../../../domain/paper/mark.ts";
import { wallTable } from "../../../domain/paper/wall-table.ts";
import { papersTexts } from "../../../domain/text/papers-text.ts";
import type { WallMap } from "../../../domain/wall-map.ts";
import { aCity } from "../../support/city-builder.ts";

const box = { x: 300, y: 30, width: 92, height: 140 };
const measure = (text: string, sizeMm: number) => [...text].length * sizeMm;

function mapOf(count: number): WallMap {
  const city = aCity();
  for (let i = 0; i < count; i++) city.withZone(`Z${i}`, [i, 0, i + 1, 1]);
  const areas = city.build().zones.map((zone, i) => ({
    zone,
    areaM2: 1,
    persons: i % 2 === 0 ? ["名字很长的责任人".repeat(4)] : [],
    units: [],
    open: 2,
    overdue: 1,
  }));
  return {
    title: "",
    city: "",
    isDemo: false,
    attribution: "",
    subject: null,
    leads: [],
    areas,
    personRole: "zone-lead",
    unitRole: "implementing-unit",
    inner: [],
    chiefs: new Map(),
    spots: [],
    open: 2 * count + 3,
    overdue: count,
    colour: "none",
    asOf: "",
  };
}

function textsOf(count: number) {
  const map = mapOf(count);
  const fills = map.areas.map(() => "#ffffff");
  const marks = wallTable({ map, text: papersTexts.zh, measure, box, unit: 1, fills });
  return marks.flatMap((mark: Mark) => (mark.kind === "text" ? [mark] : []));
}

test.each([1, 12, 40, 400])("a table of %d areas stays in its box, its rows apart", (count) => {
  const texts = textsOf(count);
  for (const { text, x, y, sizeMm, align } of texts) {
    const width = measure(text, sizeMm);
    const left = align === "end" ? x - width : x;
    expect(left).toBeGreaterThanOrEqual(box.x - 0.01);
    expect(left + width).toBeLessThanOrEqual(box.x + box.width + 0.01);
    expect(y).toBeGreaterThan(box.y);
    expect(y).toBeLessThanOrEqual(box.y + box.height);
  }
  const rows = [...new Set(texts.map(({ y }) => y))].sort((a, b) => a - b);
  for (let i = 1; i < rows.length; i++)
    expect((rows[i] ?? 0) - (rows[i - 1] ?? 0)).toBeGreaterThan(2.3);
});

test("what is not listed is said, and what lies in no area is a row of its own", () => {
  const words = textsOf(400).map(({ text }) => text);
  const listed = words.filter((text) => /^Z\d+片区/.test(text)).length;
  expect(words).toContain(`另有 ${400 - listed} 个网格未列出`);
  expect(words).toContain("不在任何网格内");
  expect(words).toContain("803");
});
