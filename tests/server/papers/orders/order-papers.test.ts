import { decode } from "fast-png";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import sharp from "sharp";
import { beforeAll, describe, expect, it, test } from "vitest";
import { CaseActsDone, WorkOrderDetail } from "../../../../domain/contract/cases.ts";
import { HOUR_MS } from "../../../../domain/time.ts";
import { openPdf } from "../../../../scripts/pdf-page.ts";
import { aCity, aProblem, at } from "../../../support/city-builder.ts";
import { seeded } from "../../../support/random.ts";
import { type TestApp, testApp } from "../../../support/test-app.ts";
import { TODAY } from "../../../support/test-city.ts";

const LONG = "很长的描述中间没有可以断开的地方".repeat(120);
const LATIN = "averylongwordwithoutanygapinit".repeat(20);
const PHOTOS = 12;
const counts = [1, 20, 200];

let app: TestApp;
const numbers = new Map<number, string>();

/** A picture that does not compress to nothing. */
async function aPicture(seed: number): Promise<Blob> {
  const random = seeded(seed);
  const [width, height] = [400, 300];
  const data = Buffer.from(Array.from({ length: 3 * width * height }, () => random.below(256)));
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
  return new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" });
}

/** Descriptions of all lengths, some without position, two in three with a photo. */
beforeAll(async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 40, 40])
    .withRoad(
      "R1",
      [
        [0, 20],
        [40, 20],
      ],
      "和平大道",
    )
    .withRoad(
      "R2",
      [
        [20, 0],
        [20, 40],
      ],
      "人民路",
    )
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: "U1" })
    .build();
  const random = seeded(3);
  app = await testApp(pack, [aProblem({ id: "elsewhere", position: at(1, 1) })]);
  const files: string[] = [];
  for (let i = 0; i < PHOTOS; i++) {
    const sent = await app.request("/api/photos", { method: "POST", body: await aPicture(i) });
    files.push(((await sent.json()) as { file: string }).file);
  }
  let made = 0;
  for (const count of counts) {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      made++;
      const answer = await app.post("/api/problems", {
        clientId: `c${made}`,
        category: ["E0102", "E0501", "P0102"][made % 3],
        source: "hotline",
        position: made % 9 === 8 ? null : at(40 * random(), 40 * random()),
        description: [LONG, "垃圾堆放", LATIN, ""][made % 4],
        address: made % 5 === 0 ? LONG.slice(0, 300) : `和平大道 ${made} 号`,
        photos: made % 3 === 0 ? [] : [files[made % PHOTOS]],
      });
      expect(answer.status).toBe(201);
      ids.push(((await answer.json()) as { id: string }).id);
    }
    await app.post("/api/cases/acts", { act: "accept", ids });
    const answer = await app.post("/api/cases/acts", {
      act: "dispatch",
      ids,
      unitId: "U1",
      reason: "集中整治",
    });
    const { taken, orders } = CaseActsDone.parse(await answer.json());
    expect(taken).toBe(count);
    numbers.set(count, orders[0]?.number ?? "");
  }
}, 120_000);

async function file(path: string): Promise<Uint8Array> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** The list is the second table, between the heading and the receipt. */
function tablesOf(xml: string): string[] {
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
}

function rowsOf(xml: string): string[] {
  const [, list = ""] = tablesOf(xml);
  return [...list.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
}

const orderPath = (count: number, kind: string) =>
  `/api/work-orders/${numbers.get(count)}/order.${kind}`;
const orderOf = async (count: number) =>
  WorkOrderDetail.parse(await app.get(`/api/work-orders/${numbers.get(count)}`));

const WIDTH = (210 * 72) / 25.4;
const HEIGHT = (297 * 72) / 25.4;
const MM = 72 / 25.4;

describe.each(counts)("the sheets of %i problems", (count) => {
  it("hold every piece of text within the edges of their pages", async () => {
    const pdf = await openPdf(await file(orderPath(count, "pdf")));
    for (let page = 1; page <= pdf.pageCount; page++) {
      const [width, height] = await pdf.sizeOf(page);
      expect([width, height].map(Math.round)).toEqual([WIDTH, HEIGHT].map(Math.round));
      const items = (await pdf.textsOf(page)).filter(({ text }) => text.trim() !== "");
      expect(items.length).toBeGreaterThan(2);
      for (const { text, x, y, width: wide } of items) {
        expect(x, text).toBeGreaterThan(14.8 * MM);
        expect(y, text).toBeGreaterThan(5 * MM);
        expect(y, text).toBeLessThan(HEIGHT - 8 * MM);
        expect(x + wide, text).toBeLessThan(195.5 * MM);
      }
    }
  });

  it("list each problem once, and number on the map each that has a position", async () => {
    const { features } = await orderOf(count);
    expect(features).toHaveLength(count);
    const pdf = await openPdf(await file(orderPath(count, "pdf")));
    const all: { readonly text: string; readonly x: number; readonly page: number }[] = [];
    for (let page = 1; page <= pdf.pageCount; page++)
      all.push(...(await pdf.textsOf(page)).map((item) => ({ ...item, page })));
    const inList = all.filter(({ text, x }) => /^\d+$/.test(text) && x < 24 * MM);
    const listed = inList.filter(({ page }) => count <= 30 || page < pdf.pageCount);
    const found = listed.map(({ text }) => Number(text));
    const wanted = features.map((_, i) => i + 1);
    for (const number of wanted) expect(found).toContain(number);
    const placed = wanted.filter((number) => features[number - 1]?.geometry !== null);
    const mapPage = count > 30 ? pdf.pageCount : 1;
    const onMap = all
      .filter(({ text, x, page }) => page === mapPage && x >= 24 * MM && /^\d+$/.test(text))
      .map(({ text }) => Number(text));
    for (const number of placed.filter((each) => each > 0)) {
      const isThere = onMap.includes(number) || found.filter((each) => each === number).length > 1;
      expect([number, isThere]).toEqual([number, true]);
    }
  });

  it("are made within seconds and stay small", async () => {
    for (const kind of ["pdf", "docx"]) {
      const begun = performance.now();
      const bytes = await file(orderPath(count, kind));
      expect(bytes.length, kind).toBeLessThan(5_000_000);
      // Three seconds by the clock of a machine that runs other tests beside it.
      expect(performance.now() - begun, kind).toBeLessThan(9000);
    }
  });

  it("say the same when they are made again", async () => {
    expect(await file(orderPath(count, "pdf"))).toEqual(await file(orderPath(count, "pdf")));
  });
});

test("pages are as many as rows of that height need", async () => {
  const pages = async (count: number) =>
    (await openPdf(await file(orderPath(count, "pdf")))).pageCount;
  expect(await pages(1)).toBe(1);
  expect(await pages(20)).toBe(3);
  // Eleven rows of 23 mm a page, a page of map.
  expect(await pages(200)).toBeGreaterThanOrEqual(18);
  expect(await pages(200)).toBeLessThanOrEqual(22);
});

describe.each(counts)("the document of %i problems", (count) => {
  const opened = async (path: string) => {
    const parts = unzipSync(await file(path));
    return { parts, part: (name: string) => strFromU8(parts[name] ?? new Uint8Array()) };
  };

  it("is sound: well-formed, every part typed, every relation with a target", async () => {
    const { parts, part } = await opened(orderPath(count, "docx"));
    const types = part("[Content_Types].xml");
    const defaults = [...types.matchAll(/Extension="([^"]+)"/g)].map(([, ending]) => ending);
    for (const name of Object.keys(parts)) {
      const ending = name.split(".").at(-1) ?? "";
      const isTyped = types.includes(`PartName="/${name}"`) || defaults.includes(ending);
      expect(isTyped || name.startsWith("["), name).toBe(true);
      if (!/\.(xml|rels)$/.test(name)) continue;
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(part(name)).close();
    }
    for (const name of Object.keys(parts).filter((each) => each.endsWith(".rels"))) {
      const folder = name.replace(/_rels\/[^/]+$/, "");
      for (const [, target = ""] of part(name).matchAll(/Target="([^"]+)"/g))
        expect(Object.keys(parts), `${name}: ${target}`).toContain(
          target.startsWith("/") ? target.slice(1) : folder + target,
        );
    }
    const embedded = [...part("word/document.xml").matchAll(/r:embed="([^"]+)"/g)];
    const relations = part("word/_rels/document.xml.rels");
    for (const [, id] of embedded) expect(relations).toContain(`Id="${id}"`);
    const ids = [...part("word/document.xml").matchAll(/<wp:docPr id="(\d+)"/g)].map(
      ([, id]) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has a table with a row a problem, a head that repeats, and no row that breaks", async () => {
    const { part } = await opened(orderPath(count, "docx"));
    const xml = part("word/document.xml");
    expect(tablesOf(xml)).toHaveLength(3);
    const rows = rowsOf(xml);
    expect(rows).toHaveLength(count + 1);
    expect(rows[0]).toContain("<w:tblHeader/>");
    for (const row of rows.slice(1)) expect(row).not.toContain("<w:tblHeader");
    for (const row of rows) {
      expect(row).toContain("<w:cantSplit/>");
      expect([...row.matchAll(/<w:tc>/g)]).toHaveLength(7);
    }
    // Fixed widths that are the page's between its margins; so nothing stands out of it.
    const [, page] = /<w:pgSz w:w="(\d+)"/.exec(xml) ?? [];
    const [, left] = /w:left="(\d+)"/.exec(/<w:pgMar[^>]*>/.exec(xml)?.[0] ?? "") ?? [];
    const [, right] = /w:right="(\d+)"/.exec(/<w:pgMar[^>]*>/.exec(xml)?.[0] ?? "") ?? [];
    const room = Number(page) - Number(left) - Number(right);
    for (const [i, table] of tablesOf(xml).entries()) {
      expect(table).toContain('<w:tblLayout w:type="fixed"/>');
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) =>
        Number(width),
      );
      expect(widths).toHaveLength([3, 7, 3][i] ?? 0);
      expect(widths.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(room);
    }
    const texts = rows.map((row) =>
      [...row.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
    );
    // Of a text of thousands of characters a cell takes what a row of a page can hold.
    for (const text of texts) expect(text.length).toBeLessThan(300);
    const { features } = await orderOf(count);
    for (const [i, { id }] of features.entries()) expect(texts[i + 1]).toContain(id);
  });

  it("has the code, the map and the photos as pictures no wider than their places", async () => {
    const { parts, part } = await opened(orderPath(count, "docx"));
    const { features } = await orderOf(count);
    const withPhoto = features.filter(({ properties }) => properties.photos.length > 0).length;
    const xml = part("word/document.xml");
    const extents = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, cx, cy]) => [
      Number(cx) / 36_000,
      Number(cy) / 36_000,
    ]);
    const isMapped = features.some(({ geometry }) => geometry !== null);
    expect(extents).toHaveLength(withPhoto + 1 + Number(isMapped));
    for (const [width = 0, height = 0] of extents) {
      expect(width).toBeLessThanOrEqual(180);
      expect(height).toBeLessThanOrEqual(230);
    }
    expect(xml.split("无照片").length - 1).toBe(count - withPhoto);
    const pngs = Object.keys(parts).filter((name) => name.endsWith(".png"));
    expect(pngs).toHaveLength(1 + Number(isMapped));
    for (const name of pngs) {
      const { data } = decode(parts[name] ?? new Uint8Array());
      expect(data.some((value) => value < 64)).toBe(true);
    }
    for (const name of Object.keys(parts).filter((each) => /\.jpe?g$/.test(each))) {
      const { format, width, exif } = await sharp(parts[name]).metadata();
      expect([format, exif]).toEqual(["jpeg", undefined]);
      expect(width).toBeLessThanOrEqual(220);
    }
  });

  it("numbers its pages, and names the fonts that offices use", async () => {
    const { parts, part } = await opened(orderPath(count, "docx"));
    const footer = Object.keys(parts).find((name) => /footer\d*\.xml$/.test(name)) ?? "";
    expect(part(footer)).toContain("PAGE");
    expect(part(footer)).toContain("NUMPAGES");
    for (const font of ["仿宋", "黑体", "楷体"])
      expect(part("word/styles.xml")).toContain(`w:eastAsia="${font}"`);
  });
});

test("a notice of all of them has its own columns and says which are overdue", async () => {
  app.clock.now = TODAY + 100 * HOUR_MS;
  const pdf = await openPdf(await file("/api/work-orders/notice.pdf?unit=U1"));
  const texts = (await pdf.textsOf(1)).map(({ text }) => text);
  expect(texts).toContain("反复返工");
  expect(texts.join("")).toContain("尚有 221 件问题未办结，其中超期");
  const parts = unzipSync(await file("/api/work-orders/notice.docx?unit=U1"));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const rows = rowsOf(xml);
  expect(rows).toHaveLength(222);
  for (const row of rows) expect([...row.matchAll(/<w:tc>/g)]).toHaveLength(8);
  expect(rows[1]).toContain("超期");
  app.clock.now = TODAY;
});
