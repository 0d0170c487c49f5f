import { decode } from "fast-png";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it, test } from "vitest";
import { type Brief, briefFigures } from "../../../../domain/brief.ts";
import { BriefBody, BriefPeople } from "../../../../domain/contract/briefs.ts";
import type { Mark } from "../../../../domain/paper/mark.ts";
import { briefTexts } from "../../../../domain/text/brief-text.ts";
import { figureWords, spotName } from "../../../../domain/text/brief-words.ts";
import { openPdf } from "../../../../scripts/pdf-page.ts";
import { briefPage } from "../../../../server/papers/brief/brief-page.ts";
import { openPaper } from "../../../../server/papers/paper-document.ts";
import { seeded } from "../../../support/random.ts";
import { gridCity, randomProblems } from "../../../support/random-city.ts";
import { testApp } from "../../../support/test-app.ts";

const app = await testApp(gridCity(), randomProblems(seeded(31), 2500));
const PERSON = "领导6";
const WEEK = "2026-10-07";
const query = new URLSearchParams({ person: PERSON, week: WEEK });
const brief = BriefBody.parse(await app.get(`/api/briefs?${query}`));

async function file(path: string): Promise<Uint8Array> {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const textOf = async (bytes: Uint8Array, page = 1) =>
  (await (await openPdf(bytes)).textsOf(page)).map(({ text }) => text);

describe("the sheet", () => {
  it("is one A4 page that says what the answer says", async () => {
    const bytes = await file(`/api/briefs/brief.pdf?${query}`);
    const pdf = await openPdf(bytes);
    expect(pdf.pageCount).toBe(1);
    expect((await pdf.sizeOf(1))[1]).toBeCloseTo(841.89, 1);
    const texts = await textOf(bytes);
    for (const { value, change } of figureWords(brief, briefTexts.zh)) {
      expect(texts).toContain(value);
      expect(texts.join("")).toContain(change.replace(/^[▲▼] /, ""));
    }
    expect(brief.spots).toHaveLength(5);
    for (const spot of brief.spots) expect(texts).toContain(spotName(spot, briefTexts.zh));
    expect(texts).toContain("试验市 文明城市创建 网格化管理");
  });

  it("speaks English when asked", async () => {
    const texts = await textOf(await file(`/api/briefs/brief.pdf?${query}&lang=en`));
    expect(texts).toContain("Weekly brief of duties");
    expect(texts.join(" ")).toContain("own measure");
    expect((await app.request(`/api/briefs/brief.pdf?${query}&lang=fr`)).status).toBe(400);
  });

  it("stays one page, and inside it, whatever the names and however many the areas", async () => {
    const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });
    const [area] = brief.areas;
    const [spot] = brief.spots;
    if (!area || !spot) throw new Error("no area");
    const long = "很长的名字中间没有可以断开的地方".repeat(9);
    const swollen: Brief = {
      ...structuredClone(brief),
      person: long,
      city: long,
      week: { ...brief.week, isComplete: false },
      areas: Array.from({ length: 60 }, (_, i) => ({
        ...area,
        name: long,
        id: `${i}`,
        from: brief.week.from,
        to: brief.week.at,
        roles: ["zone-lead", "section-chief", "river-chief"],
      })),
      spots: brief.spots.map((each) => ({
        ...each,
        name: long,
        area: long,
        categoryName: long,
        overdueDays: 123_456,
        reports: 99_999,
      })),
      categories: brief.categories.map((each) => ({ ...each, name: long })),
    };
    for (const figure of briefFigures)
      swollen.figures[figure] = { value: 123_456_789, before: 1, change: 123_456_788 };
    for (const text of Object.values(briefTexts)) {
      for (const gap of [null, "left", "not-in-office", "no-history"] as const) {
        const marks = briefPage({ brief: { ...swollen, gap }, text, measure });
        for (const { x, right, top, bottom, text: word } of extents(marks, measure)) {
          expect(x, word).toBeGreaterThanOrEqual(13);
          expect(right, word).toBeLessThanOrEqual(197.5);
          expect(top, word).toBeGreaterThan(8);
          expect(bottom, word).toBeLessThan(293);
        }
        expect(overlaps(extents(marks, measure))).toEqual([]);
      }
    }
  });

  it("says why a week is empty", async () => {
    const other = new URLSearchParams({ person: PERSON, week: "2026-02-04" });
    const texts = (await textOf(await file(`/api/briefs/brief.pdf?${other}`))).join("");
    expect(texts).toContain("该周没有在任责任");
    expect(texts).not.toContain("0 件");
    const early = new URLSearchParams({ person: "路长3", week: "2025-06-04" });
    const said = (await textOf(await file(`/api/briefs/brief.pdf?${early}`))).join("");
    expect(said).toContain("早于最早的上报");
  });
});

type Extent = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function extents(
  marks: readonly Mark[],
  measure: (text: string, sizeMm: number, weight: "regular" | "bold") => number,
): Extent[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== "text" || mark.text === "") return [];
    const { text, sizeMm, weight, align = "start", spacingMm = 0, y } = mark;
    const width = measure(text, sizeMm, weight) + spacingMm * text.length;
    const x = align === "end" ? mark.x - width : align === "middle" ? mark.x - width / 2 : mark.x;
    return [{ text, x, right: x + width, top: y - 0.6 * sizeMm, bottom: y + 0.05 * sizeMm }];
  });
}

function overlaps(all: readonly Extent[]): string[] {
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter(
        (b) => a.x < b.right - 0.05 && b.x < a.right - 0.05 && a.top < b.bottom && b.top < a.bottom,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
}

describe("the document", async () => {
  const bytes = await file(`/api/briefs/brief.docx?${query}`);
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

  it("has every figure, spot and area as text that can be edited", () => {
    const texts = [...part("word/document.xml").matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(
      ([, text]) => text,
    );
    for (const { value, unit, detail, change } of figureWords(brief, briefTexts.zh)) {
      expect(texts).toContain([`${value} ${unit}`.trim(), detail].join(" ").trim());
      if (change !== "") expect(texts).toContain(change);
    }
    for (const spot of brief.spots)
      expect(texts.join("|")).toContain(spotName(spot, briefTexts.zh));
    for (const { name } of brief.areas) expect(texts).toContain(name);
    expect(texts).toContain(PERSON);
  });

  it("names the fonts that offices use, and titles by their styles", () => {
    const styles = part("word/styles.xml");
    for (const font of ["仿宋", "黑体", "楷体"]) expect(styles).toContain(`w:eastAsia="${font}"`);
    expect(part("word/document.xml")).toContain('<w:pStyle w:val="Title"/>');
    expect(part("word/document.xml")).toContain('<w:pStyle w:val="Heading2"/>');
  });

  it("is sound: every part has a type, every relation a target, every picture decodes", () => {
    const types = part("[Content_Types].xml");
    const defaults = [...types.matchAll(/Extension="([^"]+)"/g)].map(([, ending]) => ending);
    for (const name of Object.keys(parts)) {
      const isNamed = types.includes(`PartName="/${name}"`);
      const ending = name.split(".").at(-1);
      expect(isNamed || defaults.includes(ending ?? "") || name.startsWith("["), name).toBe(true);
    }
    for (const name of Object.keys(parts).filter((each) => each.endsWith(".rels"))) {
      const folder = name.replace(/_rels\/[^/]+$/, "");
      for (const [, target = ""] of part(name).matchAll(/Target="([^"]+)"/g))
        expect(Object.keys(parts), `${name}: ${target}`).toContain(
          target.startsWith("/") ? target.slice(1) : folder + target,
        );
    }
    const ids = [...part("word/document.xml").matchAll(/r:embed="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(1);
    expect(part("word/_rels/document.xml.rels")).toContain(`Id="${ids[0]}"`);
    const picture = Object.keys(parts).find((name) => name.endsWith(".png")) ?? "";
    const { width, height, data } = decode(parts[picture] ?? new Uint8Array());
    expect(width / height).toBeCloseTo(86 / 66, 2);
    const isBlue = (i: number) => data[i] === 0x17 && data[i + 1] === 0x4f && data[i + 2] === 0x9c;
    let blue = 0;
    for (let i = 0; i < data.length; i += 3) if (isBlue(i)) blue++;
    expect(blue).toBeGreaterThan(1000);
  });

  it("is well-formed XML throughout", () => {
    for (const name of Object.keys(parts).filter((each) => /\.(xml|rels)$/.test(each))) {
      const parser = new SaxesParser();
      parser.on("error", (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(part(name)).close();
    }
  });

  it("comes under its own name", async () => {
    const response = await app.request(`/api/briefs/brief.docx?${query}`);
    expect(response.headers.get("content-type")).toContain("wordprocessingml.document");
    const name = decodeURIComponent(response.headers.get("content-disposition") ?? "");
    expect(name).toContain("attachment; filename*=UTF-8''一周简报-领导6-2026-10-05.docx");
  });
});

test("a batch has a page a person, in the order of the list", async () => {
  const list = BriefPeople.parse(await app.get(`/api/briefs/people?role=zone-lead&week=${WEEK}`));
  const bytes = await file(`/api/briefs/batch.pdf?role=zone-lead&week=${WEEK}`);
  const pdf = await openPdf(bytes);
  expect(pdf.pageCount).toBe(list.people.length);
  expect(pdf.pageCount).toBe(4);
  for (const [i, { person }] of list.people.entries())
    expect(await textOf(bytes, i + 1)).toContain(person);
  expect((await app.request("/api/briefs/batch.pdf?role=river-chief")).status).toBe(404);
});

test("the thumbnail shows the ground and the number of each spot", async () => {
  const svg = await (await app.request(`/api/briefs/map.svg?${query}`)).text();
  for (const number of ["1", "2", "3", "4", "5"]) expect(svg).toContain(`>${number}</text>`);
  expect(svg).toContain('stroke="#174f9c"');
  const gone = new URLSearchParams({ person: PERSON, week: "2026-02-04" });
  expect((await app.request(`/api/briefs/map.svg?${gone}`)).status).toBe(404);
});
