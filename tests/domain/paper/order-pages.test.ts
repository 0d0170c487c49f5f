import { describe, expect, it, test } from "vitest";
import type { OrderItem, OrderPaper, OrderPaperKind } from "../../../domain/order-paper.ts";
import { documentNumber, shortCityName } from "../../../domain/order-paper.ts";
import type { Mark, MeasureText, TextMark } from "../../../domain/paper/mark.ts";
import { orderPages } from "../../../domain/paper/order/order-pages.ts";
import { frameAround } from "../../../domain/paper-map/map-frame.ts";
import { numberedPoints } from "../../../domain/paper-map/numbered-points.ts";
import { TakenSpace } from "../../../domain/paper-map/taken-space.ts";
import { storedLngLat } from "../../../domain/spatial/lng-lat.ts";
import { orderTexts } from "../../../domain/text/order-text.ts";
import { numbersOf } from "../../../domain/text/order-words.ts";
import { openPaper } from "../../../server/papers/paper-document.ts";
import { at } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";

const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });

const photo = { jpeg: new Uint8Array(), width: 200, height: 150 };

function anItem(number: number, given: Partial<OrderItem> = {}): OrderItem {
  const random = seeded(number);
  return {
    number,
    id: `YZ20261120-${String(number).padStart(4, "0")}`,
    category: "暴露垃圾",
    place: `和平大道 ${number} 号`,
    position: storedLngLat(...at(40 * random(), 40 * random())),
    description: "墙角堆有厨余垃圾，请求尽快处理",
    dueAt: `2026-11-${10 + (number % 20)}T17:00:00+08:00`,
    isHardDeduction: false,
    overdueDays: null,
    timesOverdue: 0,
    returns: 0,
    reworks: 0,
    photo: number % 3 === 0 ? photo : null,
    ...given,
  };
}

function aPaper(
  kind: OrderPaperKind,
  items: readonly OrderItem[],
  given: Partial<OrderPaper> = {},
) {
  return {
    kind,
    city: "云泽市",
    isDemo: true,
    office: "云泽市创建全国文明城市指挥部",
    documentNumber: kind === "order" ? "云泽创交〔2026〕1号" : "云泽创督〔2026〕　　号",
    unit: "城北区实施主体",
    at: "2026-11-22T10:00:00+08:00",
    handledBy: kind === "order" ? "演示操作员" : null,
    items,
    unlisted: 0,
    demandedBy: kind === "order" ? null : "2026-11-23",
    address: "http://127.0.0.1:8787/orders/2026-00001",
    ...given,
  } satisfies OrderPaper;
}

const LONG = "很长的内容中间没有可以断开的地方".repeat(260);
const LATIN = "https://example.gov.cn/a/very/long/address/without/any/gap/".repeat(20);

/** Everything as long and as many as it may be. */
function swollen(number: number): OrderItem {
  const words = number % 2 === 0 ? LONG : LATIN;
  return anItem(number, {
    id: words.slice(0, 90),
    category: words.slice(0, 90),
    place: words,
    description: `${words}\n\n${words}`,
    overdueDays: 12_345,
    timesOverdue: 1000,
    returns: 9999,
    reworks: 9999,
    photo: number % 2 === 0 ? photo : null,
    position: number % 7 === 0 ? null : storedLngLat(...at(5, 5)),
  });
}

type Extent = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

function extentOf(mark: TextMark, of: MeasureText): Extent {
  const { text, sizeMm, weight, align = "start", y } = mark;
  const width = of(text, sizeMm, weight);
  const x = align === "end" ? mark.x - width : align === "middle" ? mark.x - width / 2 : mark.x;
  return { text, x, right: x + width, top: y - 0.6 * sizeMm, bottom: y + 0.05 * sizeMm };
}

const textsOf = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.kind === "text" && mark.text !== "" ? [mark] : []));

function overlaps(all: readonly Extent[]): string[] {
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter(
        (b) => a.x < b.right - 0.1 && b.x < a.right - 0.1 && a.top < b.bottom && b.top < a.bottom,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
}

/** Boxes of cells with their texts; what a page's table is made of. */
function cellsOf(marks: readonly Mark[]) {
  return marks.flatMap((mark) => {
    if (mark.kind !== "path" || mark.parts[0]?.points.length !== 8) return [];
    const [x = 0, y = 0, right = 0, , , bottom = 0] = mark.parts[0].points;
    return [{ x, y, right, bottom, isHead: mark.fill !== undefined }];
  });
}

const counts = [1, 20, 200];
const cases = (["order", "notice"] as const).flatMap((kind) =>
  counts.flatMap((count) =>
    ([anItem, swollen] as const).map((make) => [kind, count, make.name, make] as const),
  ),
);

describe.each(cases)("a %s of %i problems (%s)", (kind, count, _, make) => {
  const items = Array.from({ length: count }, (_each, i) => make(i + 1));
  const isSwollen = make === swollen;
  const paper = aPaper(kind, items, {
    ...(isSwollen && {
      unit: LONG.slice(0, 200),
      office: LONG.slice(0, 80),
      handledBy: LONG.slice(0, 80),
      unlisted: 12_345,
    }),
  });

  it.each(["zh", "en"] as const)(
    "stays inside its pages, nothing over another (%s)",
    (language) => {
      const { pages } = orderPages({ paper, text: orderTexts[language], measure });
      for (const marks of pages) {
        const extents = textsOf(marks).map((mark) => extentOf(mark, measure));
        for (const { text, x, right, top, bottom } of extents) {
          expect(x, text).toBeGreaterThanOrEqual(14.9);
          expect(right, text).toBeLessThanOrEqual(195.3);
          expect(top, text).toBeGreaterThan(10);
          expect(bottom, text).toBeLessThan(290);
        }
        expect(overlaps(extents)).toEqual([]);
        for (const mark of marks) {
          if (mark.kind !== "image") continue;
          expect(mark.box.x).toBeGreaterThan(15);
          expect(mark.box.x + mark.box.width).toBeLessThan(195);
          expect(mark.box.y + mark.box.height).toBeLessThan(280);
        }
      }
    },
  );

  it("has a row a problem, none cut, under a head on each page", () => {
    const { pages, map } = orderPages({ paper, text: orderTexts.zh, measure });
    const numbers: string[] = [];
    for (const [page, marks] of pages.entries()) {
      const cells = cellsOf(marks).filter(({ bottom, y }) => bottom - y > 7);
      const heads = cells.filter(({ isHead }) => isHead);
      const isAnnex = map !== null && map.page === page && page > 0;
      if (isAnnex) {
        expect(heads).toEqual([]);
        continue;
      }
      expect(heads).toHaveLength(kind === "order" ? 7 : 8);
      const rows = cells.filter((cell) => !cell.isHead && cell.x === 15 && cell.right === 24);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row.bottom).toBeLessThanOrEqual(279);
        const [number] = textsOf(marks).filter(
          ({ x, y, align }) => align === "middle" && x === 19.5 && y > row.y && y < row.bottom,
        );
        numbers.push(number?.text ?? "");
      }
      // Every line of a cell lies within its row.
      for (const { x, y, text } of textsOf(marks)) {
        const cell = cells.find(
          (each) => x > each.x && x < each.right && y > each.y && y < each.bottom,
        );
        if (!cell || cell.isHead) continue;
        expect(y - 2, text).toBeGreaterThan(cell.y);
        expect(y, text).toBeLessThan(cell.bottom);
      }
    }
    expect(numbers).toEqual(items.map(({ number }) => String(number)));
  });

  it("says on each page which it is, and is signed at the end of the list", () => {
    const { pages, map } = orderPages({ paper, text: orderTexts.zh, measure });
    const last = map !== null && map.page > 0 ? pages.length - 2 : pages.length - 1;
    for (const [page, marks] of pages.entries()) {
      const texts = textsOf(marks).map(({ text }) => text);
      expect(texts).toContain(`第 ${page + 1} 页　共 ${pages.length} 页`);
      expect(texts).toContain("演示数据");
      expect(texts.includes("签发人：")).toBe(page === last);
    }
  });
});

test("pages are as many as the problems need", () => {
  const pagesOf = (count: number) => {
    const items = Array.from({ length: count }, (_, i) => anItem(i + 1));
    const { pages, map } = orderPages({
      paper: aPaper("order", items),
      text: orderTexts.zh,
      measure,
    });
    return { pages: pages.length, map: map?.page };
  };
  expect(pagesOf(1)).toEqual({ pages: 1, map: 0 });
  expect(pagesOf(20)).toEqual({ pages: 2, map: 0 });
  const { pages, map } = pagesOf(200);
  expect(map).toBe(pages - 1);
  expect(pages).toBeGreaterThanOrEqual(12);
  expect(pages).toBeLessThanOrEqual(16);
});

test("without a position there is no map", () => {
  const paper = aPaper("order", [anItem(1, { position: null })]);
  const { map, pages } = orderPages({ paper, text: orderTexts.zh, measure });
  expect(map).toBeNull();
  expect(
    textsOf(pages[0] ?? [])
      .map(({ text }) => text)
      .join(""),
  ).toContain("（未定位）");
});

describe("a notice", () => {
  const items = [
    anItem(1, { overdueDays: 9, timesOverdue: 2 }),
    anItem(2, { overdueDays: 3, timesOverdue: 1, returns: 4 }),
    anItem(3, { overdueDays: 0, timesOverdue: 1 }),
    anItem(4, { returns: 2, reworks: 1 }),
    anItem(5),
  ];
  const words = (given: readonly OrderItem[]) =>
    orderPages({ paper: aPaper("notice", given), text: orderTexts.zh, measure })
      .pages.flatMap(textsOf)
      .map(({ text }) => text)
      .join("");

  it("demands by date, and an explanation of what was overdue twice", () => {
    const said = words(items);
    expect(said).toContain(
      "尚有 5 件问题未办结，其中超期 3 件（最长 9 天）、反复发生 2 件、核查未通过",
    );
    expect(said).toContain("超期问题（序号 1—3）立即整改，于2026年11月23日下班前办结");
    expect(said).toContain("反复发生的问题（序号 2、4）");
    expect(said).toContain("两次以上超期的问题（序号 1），于2026年11月23日前向指挥部作出书面说明");
    expect(said).toContain("第 2 次超期");
    expect(said).toContain("超期不足1天");
    expect(said).toContain("返工 1 次");
  });

  it("says nothing of what there is none of", () => {
    const said = words([anItem(1)]);
    for (const word of ["超期问题", "反复发生", "书面说明", "其中"])
      expect(said).not.toContain(word);
    expect(said).toContain("一、未超期的问题按表列时限办结");
  });
});

describe("numbers on a map", () => {
  const box = { x: 15, y: 80, width: 180, height: 66 };
  const frame = frameAround(box, [...at(0, 0), ...at(40, 40)] as [number, number, number, number], {
    aroundMm: 8,
    leastDenominator: 4000,
  });
  const style = { radiusMm: 2.1, ink: "#000000", plain: "#174f9c", alarm: "#b3480a" };
  const random = seeded(5);
  const spread = Array.from({ length: 200 }, () => at(40 * random(), 40 * random()));
  const heaped = Array.from({ length: 200 }, () => at(20, 20));

  it.each([
    ["spread", spread],
    ["on one spot", heaped],
  ])("are all there and clear of each other, %s", (_, positions) => {
    const points = positions.map(([lng, lat], i) => ({
      number: i + 1,
      position: storedLngLat(lng, lat),
      isAlarm: i % 2 === 0,
    }));
    const marks = numberedPoints(points, frame, new TakenSpace(box), style);
    const labels = marks.flatMap((mark) => (mark.kind === "text" ? [mark] : []));
    expect(labels.map(({ text }) => Number(text))).toEqual(points.map(({ number }) => number));
    for (const [i, a] of labels.entries()) {
      expect(a.x).toBeGreaterThan(box.x + 2);
      expect(a.x).toBeLessThan(box.x + box.width - 2);
      expect(a.y).toBeGreaterThan(box.y + 2);
      expect(a.y).toBeLessThan(box.y + box.height);
      for (const b of labels.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * style.radiusMm - 0.1);
    }
  });

  it("stay in the box where there is no room left, rather than go missing", () => {
    const small = { ...box, width: 20, height: 20 };
    const tight = frameAround(small, frame.bounds as [number, number, number, number], {
      aroundMm: 3,
      leastDenominator: 4000,
    });
    const points = spread.map(([lng, lat], i) => ({
      number: i + 1,
      position: storedLngLat(lng, lat),
      isAlarm: false,
    }));
    const labels = numberedPoints(points, tight, new TakenSpace(small), style).flatMap((mark) =>
      mark.kind === "text" ? [mark] : [],
    );
    expect(labels).toHaveLength(200);
    for (const { x } of labels) {
      expect(x).toBeGreaterThanOrEqual(small.x);
      expect(x).toBeLessThanOrEqual(small.x + small.width);
    }
  });
});

test("numbers of documents and lists are as an office writes them", () => {
  expect(documentNumber("云泽创交", "2026", "2026-00001")).toBe("云泽创交〔2026〕1号");
  expect(documentNumber("云泽创交", "2026", "2026-123456")).toBe("云泽创交〔2026〕123456号");
  expect(documentNumber("云泽创督", "2026", null)).toBe("云泽创督〔2026〕　　号");
  expect(["云泽市", "云县", "沙市", "海南州"].map(shortCityName)).toEqual([
    "云泽",
    "云县",
    "沙市",
    "海南",
  ]);
  const list = (...numbers: number[]) =>
    numbersOf(
      numbers.map((number) => ({ number })),
      orderTexts.zh,
    );
  expect(list(1)).toBe("1");
  expect(list(3, 1, 2, 7, 8)).toBe("1—3、7、8");
});
