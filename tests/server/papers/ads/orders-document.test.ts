import { expect, test } from "vitest";
import { ordersByUnit } from "../../../../domain/ads/orders-by-unit.ts";
import { orderListPages } from "../../../../domain/paper/ads/order-list.ts";
import { adPapersTexts } from "../../../../domain/text/ad-papers-text.ts";
import { openPdf } from "../../../../scripts/pdf-page.ts";
import { ordersDocument } from "../../../../server/papers/ads/orders-document.ts";
import { openPaper } from "../../../../server/papers/paper-document.ts";
import { aDossier, aNastyDossier } from "../../../support/ad-dossier.ts";
import { extentOf, overlaps, textsIn } from "../../../support/text-extents.ts";

const MM = 72 / 25.4;
const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });

test.each([
  ["a plan", aDossier(1, { sites: 90 })],
  ["many sites", aDossier(2, { sites: 600 })],
  ["nasty texts", aNastyDossier(3)],
] as const)("lists of %s keep their texts on the page and apart, each site once", (_, dossier) => {
  for (const text of Object.values(adPapersTexts)) {
    const seen: number[] = [];
    for (const order of ordersByUnit(dossier.sites)) {
      for (const marks of orderListPages({ dossier, text, measure }, order)) {
        const extents = textsIn(marks).map((mark) => extentOf(mark, measure));
        for (const { text: words, x, right, top, bottom } of extents) {
          expect(x, words).toBeGreaterThan(14.9);
          expect(right, words).toBeLessThan(195.2);
          expect(top, words).toBeGreaterThan(12);
          expect(bottom, words).toBeLessThan(290);
        }
        expect(overlaps(extents)).toEqual([]);
        for (const { text: words, x, top } of extents)
          if (x < 26 && top < 272 && /^\d+$/.test(words)) seen.push(Number(words));
      }
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(dossier.sites.map(({ number }) => number));
  }
});

test("is a PDF of A4 sheets, a list a unit, or the one that is asked for", async () => {
  const dossier = aDossier(4, { sites: 70 });
  const pdf = await openPdf((await ordersDocument(dossier))!);
  const heads: string[] = [];
  for (let page = 1; page <= pdf.pageCount; page++) {
    expect((await pdf.sizeOf(page)).map(Math.round)).toEqual([595, 842]);
    const texts = await pdf.textsOf(page);
    for (const { text, x, width } of texts) expect(x + width, text).toBeLessThan(196 * MM);
    heads.push(...texts.map(({ text }) => text).filter((text) => /：$/.test(text)));
    expect(texts.map(({ text }) => text).join()).toContain("已证明最优");
  }
  const units = ordersByUnit(dossier.sites).map(({ unitName }) => `${unitName ?? "待明确"}：`);
  expect(heads.filter((head) => units.includes(head))).toEqual(units);
  const [first] = ordersByUnit(dossier.sites);
  const one = await openPdf((await ordersDocument(dossier, { unit: first!.unitId }))!);
  expect(one.pageCount).toBeLessThan(pdf.pageCount);
  expect(await ordersDocument(dossier, {}, () => false)).toBeNull();
});

test("of nothing is a page that says so", async () => {
  const pdf = await openPdf((await ordersDocument({ ...aDossier(5), sites: [] }))!);
  expect(pdf.pageCount).toBe(1);
});
