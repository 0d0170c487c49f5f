import { describe, expect, test } from "vitest";
import { roadStatusList } from "../../../../domain/ads/audit/road-status.ts";
import type { AdPlanDossier } from "../../../../domain/ads/plan-dossier.ts";
import { mapBox, sideBox } from "../../../../domain/paper/ads/book-ink.ts";
import { figuresOf } from "../../../../domain/paper/ads/book-overview.ts";
import { bookSheets } from "../../../../domain/paper/ads/book-sheets.ts";
import { SITES_MOST } from "../../../../domain/paper/ads/site-list.ts";
import type { Mark } from "../../../../domain/paper/mark.ts";
import { statusLine } from "../../../../domain/paper-map/ad-marks.ts";
import { adPapersZhCn } from "../../../../domain/text/ad-papers-zh-cn.ts";
import { openPdf } from "../../../../scripts/pdf-page.ts";
import { bookPages, planMapBook } from "../../../../server/papers/ads/map-book.ts";
import { openPaper } from "../../../../server/papers/paper-document.ts";
import { paperSource } from "../../../../server/papers/paper-source.ts";
import { aDossier, aNastyDossier } from "../../../support/ad-dossier.ts";
import { aCity } from "../../../support/city-builder.ts";
import { extentOf, overlaps, textsIn } from "../../../support/text-extents.ts";

const MM = 72 / 25.4;
const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });

/** Streets of a dossier as the geography of a pack. */
function mapOf({ roads }: AdPlanDossier) {
  const city = aCity();
  roads.forEach(({ name, axis }, i) => {
    const line = (axis[0] ?? []).map(([lng, lat]): [number, number] => [lng, lat]);
    city.withRoad(`R${i}`, line, name ?? undefined);
  });
  const pack = city.build();
  const placed = roads.map(({ name, axis }, i) => ({
    ...pack.roads[i]!,
    name,
    geometry: { type: "LineString" as const, coordinates: (axis[0] ?? []).map((at) => [...at]) },
  }));
  return paperSource({ ...pack, roads: placed }).map;
}

const pagesOf = (
  dossier: AdPlanDossier,
  zone: string | null = null,
  language: "zh" | "en" = "zh",
) => [...bookPages(dossier, { map: mapOf(dossier), zone, language }, measure)];

/** Texts that are not turned, beside the map or on it. */
const straight = (marks: readonly Mark[]) =>
  textsIn(marks).filter(({ angleDeg = 0 }) => angleDeg === 0);
const isNumber = (text: string) => /^\d+$/.test(text);

describe("sheets", () => {
  test("hold each site once, none more than its list has room for, all within the map", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { sites } = aDossier(seed, { sites: seed * 13 });
      const sheets = bookSheets(sites, { box: mapBox, sitesMost: SITES_MOST });
      const listed = sheets.flatMap((sheet) => sheet.sites.map(({ number }) => number));
      expect(listed.toSorted((a, b) => a - b)).toEqual(sites.map(({ number }) => number));
      for (const { sites: own, frame } of sheets) {
        expect(own.length).toBeLessThanOrEqual(SITES_MOST);
        expect(frame.denominator).toBeLessThanOrEqual(12_000);
        for (const { position } of own) {
          const [x, y] = [frame.x(position[0]), frame.y(position[1])];
          expect(x - mapBox.x).toBeGreaterThan(10);
          expect(mapBox.x + mapBox.width - x).toBeGreaterThan(10);
          expect(y - mapBox.y).toBeGreaterThan(10);
          expect(mapBox.y + mapBox.height - y).toBeGreaterThan(10);
        }
      }
    }
  });

  test("of many sites in one spot end", () => {
    const [site] = aDossier(1).sites;
    const sites = Array.from({ length: 60 }, (_, i) => ({ ...site!, number: i + 1 }));
    const sheets = bookSheets(sites, { box: mapBox, sitesMost: SITES_MOST });
    expect(sheets.flatMap((sheet) => sheet.sites)).toHaveLength(60);
    for (const sheet of sheets) expect(sheet.sites.length).toBeLessThanOrEqual(SITES_MOST);
    expect(bookSheets([], { box: mapBox, sitesMost: SITES_MOST })).toEqual([]);
  });
});

describe.each([
  ["a plan", aDossier(4, { sites: 120, zones: 4 })],
  ["a crowded plan", aDossier(5, { sites: 400, zones: 2, roads: 5 })],
  ["nasty texts", aNastyDossier(6)],
] as const)("the book of %s", (_, dossier) => {
  test.each(["zh", "en"] as const)(
    "has every text within its page, and no two over each other (%s)",
    (language) => {
      for (const [page, marks] of pagesOf(dossier, null, language).entries()) {
        const extents = straight(marks).map((mark) => extentOf(mark, measure));
        for (const { text, x, right, top, bottom } of extents) {
          const label = `page ${page + 1}: ${text}`;
          expect(x, label).toBeGreaterThan(5);
          expect(right, label).toBeLessThan(292);
          expect(top, label).toBeGreaterThan(5);
          expect(bottom, label).toBeLessThan(205);
        }
        const beside = extents.filter(
          ({ x, top }) => x >= sideBox.x || top > mapBox.y + mapBox.height,
        );
        expect(overlaps(beside), `page ${page + 1}`).toEqual([]);
      }
    },
  );

  test("numbers each site once on its sheet's map and once beside it, over nothing else", () => {
    const [, ...sheets] = pagesOf(dossier);
    const seen: number[] = [];
    for (const marks of sheets) {
      const clip = marks.find((mark) => mark.kind === "clip");
      const onMap = textsIn(clip ? [clip] : []).filter(
        ({ text, weight }) => isNumber(text) && weight === "bold",
      );
      const inList = straight(marks).filter(
        ({ text, x, weight }) => x > sideBox.x && isNumber(text) && weight === "bold",
      );
      const numbers = inList.map(({ text }) => Number(text));
      expect(onMap.map(({ text }) => Number(text)).toSorted((a, b) => a - b)).toEqual(
        numbers.toSorted((a, b) => a - b),
      );
      expect(overlaps(onMap.map((mark) => extentOf(mark, measure)))).toEqual([]);
      seen.push(...numbers);
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(dossier.sites.map(({ number }) => number));
  });
});

describe("what is asked for", () => {
  const dossier = aDossier(7, { sites: 60, zones: 3 });

  test("a zone's book has that zone's sites and figures, and no others", () => {
    const [overview, ...sheets] = pagesOf(dossier, "Z2");
    const own = dossier.sites.filter(({ zoneId }) => zoneId === "Z2");
    const listed = sheets.flatMap((marks) =>
      straight(marks).filter(
        ({ text, x, weight }) => x > sideBox.x && isNumber(text) && weight === "bold",
      ),
    );
    expect(listed.map(({ text }) => Number(text)).toSorted((a, b) => a - b)).toEqual(
      own.map(({ number }) => number),
    );
    const words = textsIn(overview!).map(({ text }) => text);
    expect(words.some((text) => text.includes("第2片区"))).toBe(true);
    expect(words.some((text) => text.includes("第1片区"))).toBe(false);
  });

  test("figures of zones add up to those of the city", () => {
    const all = [...dossier.zones.map(({ id }) => id)].map((zone) => figuresOf(dossier, zone));
    const city = figuresOf(dossier, null);
    for (const item of ["required", "count", "shortage", "surplus"] as const) {
      expect(all.reduce((sum, { before }) => sum + before[item], 0)).toBe(city.before[item]);
    }
  });

  test("what lies in no zone has sheets of its own in the city's book", () => {
    const lost = {
      ...dossier,
      sites: dossier.sites.map((site) => ({ ...site, zoneId: null, zoneName: null })),
    };
    const words = pagesOf(lost).map((marks) =>
      textsIn(marks)
        .map(({ text }) => text)
        .join(" "),
    );
    expect(words.length).toBeGreaterThan(1);
    for (const page of words.slice(1)) expect(page).toContain(adPapersZhCn.noZone);
  });

  test("a plan without sites, or a zone without, is an overview that says so", () => {
    const nothing = { ...dossier, sites: [] };
    for (const pages of [
      pagesOf(nothing),
      pagesOf(nothing, "Z1"),
      pagesOf({ ...nothing, zones: [] }),
    ]) {
      expect(pages).toHaveLength(1);
      expect(textsIn(pages[0]!).map(({ text }) => text)).toContain(adPapersZhCn.book.nothing);
    }
  });

  test("every page carries rules, data, time, scenario and proof", () => {
    for (const marks of pagesOf(dossier)) {
      const words = textsIn(marks)
        .map(({ text }) => text)
        .join("\n");
      for (const part of [
        "标准 v3",
        "2026-09-01",
        "9f3a11c0de",
        "2026-11-22 10:05",
        "最少费用",
        "已证明最优",
      ]) {
        expect(words).toContain(part);
      }
    }
  });

  test("proven optimal is said of nothing that is not", () => {
    const open = {
      ...dossier,
      stamp: { ...dossier.stamp, status: "feasible" as const, bound: 1, gap: 0.02 },
    };
    for (const marks of pagesOf(open)) {
      const words = textsIn(marks)
        .map(({ text }) => text)
        .join("\n");
      expect(words).not.toContain("已证明最优");
      expect(words).toContain("差距 ≤ 2.0%");
    }
  });
});

describe("the file", () => {
  const dossier = aDossier(8, { sites: 30, zones: 2 });
  const request = { map: mapOf(dossier) };

  test("is a PDF of A4 sheets on their side whose texts lie inside, the same for the same plan", async () => {
    const bytes = await planMapBook(dossier, request);
    expect(bytes).toEqual(await planMapBook(dossier, request));
    const pdf = await openPdf(bytes!);
    expect(pdf.pageCount).toBe(pagesOf(dossier).length);
    for (let page = 1; page <= pdf.pageCount; page++) {
      const [width, height] = await pdf.sizeOf(page);
      expect([width, height].map(Math.round)).toEqual([297 * MM, 210 * MM].map(Math.round));
      for (const { text, x, y } of await pdf.textsOf(page)) {
        expect(x, text).toBeGreaterThan(5 * MM);
        expect(x, text).toBeLessThan(292 * MM);
        expect(y, text).toBeGreaterThan(5 * MM);
        expect(y, text).toBeLessThan(205 * MM);
      }
    }
  });

  test("is not finished for nobody", async () => {
    expect(await planMapBook(dossier, request, () => false)).toBeNull();
  });
});

test("statuses differ by pattern, so that they read without colour", () => {
  const parts = [{ points: [0, 0, 10, 0], isClosed: false }];
  const patterns = roadStatusList.map((status) =>
    statusLine(status, parts, 1)
      .filter(({ stroke }) => stroke?.colour !== "#ffffff" || status === "dense")
      .map(({ stroke }) => [stroke?.widthMm, stroke?.dashMm !== undefined])
      .join(" "),
  );
  expect(new Set(patterns).size).toBe(roadStatusList.length);
});
