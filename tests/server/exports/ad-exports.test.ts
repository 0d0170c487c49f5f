import { strFromU8, unzipSync } from "fflate";
import type { FeatureCollection } from "geojson";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { AdPlanDossier, AdPlanStamp } from "../../../domain/ads/plan-dossier.ts";
import { adPapersTexts } from "../../../domain/text/ad-papers-text.ts";
import {
  chainageWords,
  facingWords,
  proofWords,
  roadWords,
} from "../../../domain/text/ad-papers-words.ts";
import { adPapersZhCn } from "../../../domain/text/ad-papers-zh-cn.ts";
import { ordersXlsx } from "../../../server/exports/ads/orders-xlsx.ts";
import { auditGeoJson, planGeoJson } from "../../../server/exports/ads/plan-geojson.ts";
import { planKml } from "../../../server/exports/ads/plan-kml.ts";
import { auditXlsx, planXlsx } from "../../../server/exports/ads/plan-xlsx.ts";
import { openRecords } from "../../../server/imports/open-records.ts";
import { aDossier, aNastyDossier, NASTY } from "../../support/ad-dossier.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
const dossier = aDossier(1);

/** Rows of a sheet as the program's own reader of workbooks has them. */
async function rowsOf(bytes: Uint8Array, sheet: string) {
  const path = await scratch.file(`${sheet.length}-${bytes.length}.xlsx`, bytes);
  const source = await openRecords(path, { layout: { sheet, headerRow: 1 }, wanted: new Set() });
  const rows: Record<string, unknown>[] = [];
  for await (const { records } of source.batches) rows.push(...records.map(({ fields }) => fields));
  return rows;
}

/** Elements in order with their text; throws for what is no XML. */
function elementsOf(xml: string) {
  const parser = new SaxesParser({ xmlns: true });
  const found: { name: string; path: string; attributes: Record<string, string>; text: string }[] =
    [];
  const open: typeof found = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes, uri }) => {
    expect(uri).toBe("http://www.opengis.net/kml/2.2");
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const path = [...open.map((each) => each.name), name].join("/");
    const element = { name, path, attributes: Object.fromEntries(values), text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return found;
}

describe("the workbook of a plan", () => {
  const { columns: c, sheets } = adPapersZhCn;

  test("reads back as the same sites, row by row", async () => {
    const rows = await rowsOf(planXlsx(dossier), sheets.sites);
    expect(rows).toHaveLength(dossier.sites.length);
    rows.forEach((row, i) => {
      const site = dossier.sites[i]!;
      expect(row[c.number]).toBe(site.number);
      expect(row[c.id]).toBe(site.id);
      expect(row[c.kind]).toBe(adPapersZhCn.kinds[site.kind]);
      expect(row[c.road]).toBe(site.roadName ?? "未命名道路（R7）");
      expect(row[c.chainageM]).toBeCloseTo(site.chainageM!, 0);
      expect([row[c.lng], row[c.lat]]).toEqual([...site.position]);
      expect(row[c.cost]).toBe(site.cost);
      expect(row[c.unit]).toBe(site.unitName ?? "待明确");
      expect(row[c.unitId] ?? null).toBe(site.unitId);
      expect(row[c.facingDeg] ?? null).toBe(site.facing);
      expect(row[c.phase]).toBe(site.phase);
    });
  });

  test("audits every road, and its last row is the sum of the others", async () => {
    const rows = await rowsOf(planXlsx(dossier), sheets.audit);
    const sum = rows.pop()!;
    expect(rows.map((row) => row[c.roadKey])).toEqual(dossier.roads.map(({ key }) => key));
    for (const column of [c.required, c.count, c.shortage, c.surplus]) {
      expect(sum[column]).toBe(rows.reduce((n, row) => n + (row[column] as number), 0));
    }
    expect(
      (sum[c.required] as number) - (sum[c.count] as number) + (sum[c.surplus] as number),
    ).toBe(sum[c.shortage]);
    expect(rows[1]![c.statusAfter]).toBe("达标");
  });

  test("adds costs up by carrier and by unit to the same sum", async () => {
    const rows = await rowsOf(planXlsx(dossier), sheets.costs);
    for (const by of [adPapersZhCn.byCarrier, adPapersZhCn.byUnit]) {
      const block = rows.filter((row) => row[c.by] === by);
      const sum = block.pop()!;
      expect(sum[c.name]).toBe(adPapersZhCn.sum);
      expect(sum[c.cost]).toBe(dossier.cost);
      expect(sum[c.total]).toBe(dossier.sites.length);
      for (const column of [c.newCount, c.repairCount, c.total, c.cost]) {
        expect(block.reduce((n, row) => n + (row[column] as number), 0)).toBe(sum[column]);
      }
    }
  });

  test("says what it is: rules, data, time, scenario, proof", async () => {
    const rows = await rowsOf(planXlsx(dossier), sheets.about);
    const about = Object.fromEntries(rows.map((row) => [row.项目, row.内容]));
    expect(about).toMatchObject({
      标准版本: "v3",
      标准日期: "2026-09-01",
      标准出处: dossier.stamp.rulesSource,
      数据版本: "9f3a11c0de",
      制作时间: "2026-11-22 10:05",
      方案: "最少费用",
      证明: "已证明最优",
    });
  });

  test("the audit's own has no plan in it, and lists places where there are some", async () => {
    const place = { id: "P1", name: "公园", kind: "park", min: 5, count: 2, shortage: 3 };
    const bytes = auditXlsx({ ...dossier, places: [{ ...place, shortageAfter: null }] });
    const text = strFromU8(unzipSync(bytes)["xl/workbook.xml"]!);
    expect([...text.matchAll(/sheet name="(.*?)"/g)].map(([, name]) => name)).toEqual([
      "审计",
      "场所",
      "说明",
    ]);
    expect(await rowsOf(bytes, "场所")).toMatchObject([{ 名称: "公园", 缺口: 3 }]);
    const about = await rowsOf(bytes, "说明");
    expect(about.some((row) => row.项目 === "方案")).toBe(false);
  });

  test("a text that a spreadsheet would run is text, and reads back as it was", async () => {
    const nasty = aNastyDossier(2);
    for (const bytes of [planXlsx(nasty), ordersXlsx(nasty), auditXlsx(nasty)]) {
      for (const [path, part] of Object.entries(unzipSync(bytes))) {
        const xml = strFromU8(part);
        expect(xml, path).not.toMatch(/<f[ >]/);
        for (const [, type, inner] of xml.matchAll(/<c r="[A-Z]+\d+"([^>]*)>(.*?)<\/c>/gs)) {
          if (!/t="inlineStr"/.test(type ?? "")) expect(inner).toMatch(/^<v>-?[\d.e-]+<\/v>$/);
        }
      }
    }
    const rows = await rowsOf(planXlsx(nasty), sheets.sites);
    expect(rows.map((row) => row[c.id])).toEqual(nasty.sites.map(({ id }) => id));
    expect(rows.map((row) => row[c.road])).toEqual(nasty.sites.map(({ roadName }) => roadName));
  });

  test("is in English where that is asked for", async () => {
    const rows = await rowsOf(planXlsx(dossier, "en"), "Sites");
    expect(rows[0]).toMatchObject({ "No.": 1, Id: "C0001" });
  });
});

describe("the work orders", () => {
  test("hold each site once, in the sheet of its unit; what nobody answers for comes last", async () => {
    const bytes = ordersXlsx(dossier);
    const names = [
      ...strFromU8(unzipSync(bytes)["xl/workbook.xml"]!).matchAll(/sheet name="(.*?)"/g),
    ];
    const units = names.map(([, name]) => name!).slice(1, -1);
    expect(units.at(-1)).toBe("待明确");
    const found: unknown[] = [];
    for (const unit of units) {
      const rows = await rowsOf(bytes, unit);
      expect(rows.every((row) => row.责任单位 === unit)).toBe(true);
      found.push(...rows.map((row) => row.序号));
    }
    expect(found.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      dossier.sites.map(({ number }) => number),
    );
    const summary = await rowsOf(bytes, "各单位汇总");
    expect(summary.at(-1)).toMatchObject({
      合计: dossier.sites.length,
      "费用（元）": dossier.cost,
    });
  });

  test("sheets have names that a workbook takes, none twice, whatever units are called", () => {
    const long = "同一个很长很长的单位名称".repeat(4);
    const sites = dossier.sites.map((site, i) => ({
      ...site,
      unitId: `u${i}`,
      unitName: i % 3 === 0 ? long : i % 3 === 1 ? "[a]/b:*?\\" : "各单位汇总",
    }));
    const xml = strFromU8(unzipSync(ordersXlsx({ ...dossier, sites }))["xl/workbook.xml"]!);
    const names = [...xml.matchAll(/sheet name="(.*?)"/g)].map(([, name]) => name!.toLowerCase());
    expect(names).toHaveLength(sites.length + 2);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[\\/?*[\]:]/);
    }
  });
});

describe("GeoJSON", () => {
  test("holds sites and roads with the stamp beside them", () => {
    const read = JSON.parse(planGeoJson(dossier)) as FeatureCollection & { stamp: AdPlanStamp };
    expect(read.stamp).toMatchObject({ ...dossier.stamp, city: "测试市", proof: "已证明最优" });
    const [sites, roads] = ["site", "road"].map((layer) =>
      read.features.filter(({ properties }) => properties?.layer === layer),
    );
    expect(sites!.map(({ properties }) => properties?.number)).toEqual(
      dossier.sites.map(({ number }) => number),
    );
    expect(sites![0]!.geometry).toEqual({
      type: "Point",
      coordinates: [...dossier.sites[0]!.position],
    });
    expect(roads!.every(({ geometry }) => geometry.type === "MultiLineString")).toBe(true);
    expect(roads![0]!.properties).toMatchObject({ shortageAfter: 0, statusAfter: "met" });
    expect(roads![0]!.properties).not.toHaveProperty("after");
  });

  test("of an audit holds roads and what stands", () => {
    const { features } = JSON.parse(auditGeoJson(dossier)) as FeatureCollection;
    expect(features).toHaveLength(dossier.roads.length + dossier.ads.length);
  });
});

describe("KML", () => {
  test.each([dossier, aNastyDossier(3)])("is XML with a style for every placemark", (given) => {
    const xml = planKml(given);
    const elements = elementsOf(xml);
    const styles = new Set(
      elements.filter(({ name }) => name === "Style").map(({ attributes }) => attributes.id),
    );
    const urls = elements.filter(({ name }) => name === "styleUrl").map(({ text }) => text);
    expect(urls).toHaveLength(given.sites.length + given.roads.length);
    for (const url of urls) expect(styles).toContain(url.replace(/^#/, ""));
    for (const id of styles) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
    const places = elements.filter(({ name }) => name === "coordinates").map(({ text }) => text);
    for (const text of places) {
      for (const position of text.split(" ")) {
        const [lng, lat] = position.split(",").map(Number);
        expect(Math.abs(lng! - 114) < 1 && Math.abs(lat! - 30.5) < 1).toBe(true);
      }
    }
  });

  test("members of a placemark stand in the order of the schema", () => {
    const order = ["name", "description", "styleUrl", "ExtendedData", "Point", "LineString"];
    for (const [, inner] of planKml(dossier).matchAll(/<Placemark>(.*?)<\/Placemark>/gs)) {
      const bare = inner!.replace(/<ExtendedData>.*?<\/ExtendedData>/s, "<ExtendedData>");
      const at = [...bare.matchAll(/<(\w+)>/g)].map(([, name]) => order.indexOf(name!));
      const known = at.filter((place) => place >= 0);
      expect(known).toEqual(known.toSorted((a, b) => a - b));
    }
  });

  test("says what it is, and no text of it becomes a part of a balloon", () => {
    const description = (given: AdPlanDossier) =>
      elementsOf(planKml(given)).find(({ path }) => path === "kml/Document/description")?.text;
    expect(description(dossier)).toMatch(
      /标准 v3.*9f3a11c0de.*2026-11-22 10:05\n.*最少费用.*已证明最优/s,
    );
    const nasty = { ...dossier, stamp: { ...dossier.stamp, scenario: "<script>x</script>" } };
    expect(description(nasty)).toContain("&lt;script&gt;");
  });

  test("names no other host", () => {
    const urls = planKml(dossier).match(/https?:\/\/[^\s"<]+/g);
    expect(urls).toEqual(["http://www.opengis.net/kml/2.2"]);
  });
});

describe("words", () => {
  const stamp = (given: Partial<AdPlanStamp>): AdPlanStamp => ({ ...dossier.stamp, ...given });
  test.each([
    [stamp({ value: 10, bound: 10 }), "已证明最优"],
    [stamp({ status: "feasible", value: 10, bound: 9.95, gap: 0.005 }), "差距 ≤ 0.5%，未证明最优"],
    [
      stamp({ status: "feasible", value: 10, bound: 9.9999, gap: 0.00001 }),
      "差距 ≤ 0.1%，未证明最优",
    ],
    [stamp({ status: "feasible", value: 10, bound: null, gap: null }), "差距 ≤ 100.0%，未证明最优"],
    [
      stamp({ status: "infeasible", value: 10, bound: 10, minUnmet: 4 }),
      "标准不能全部满足，至少仍缺 4 处（已证明）",
    ],
    [
      stamp({ status: "infeasible", value: 10, bound: 9, minUnmet: 4 }),
      "标准不能全部满足，仍缺 4 处（未证明最少）",
    ],
    [stamp({ status: "infeasible", value: null, bound: null }), "没有可行的方案"],
  ])("of a proof never say more than is proven", (given, words) => {
    expect(proofWords(given, adPapersZhCn)).toBe(words);
    const isBest = /已证明/.test(words);
    expect(isBest).toBe(given.value !== null && given.value === given.bound);
    expect(proofWords(given, adPapersTexts.en)).not.toMatch(/\p{Script=Han}/u);
  });

  test("of places read as officials write them", () => {
    expect([0, 1240, 999.6, null].map(chainageWords)).toEqual(["K0+000", "K1+240", "K1+000", ""]);
    expect(facingWords(112, adPapersZhCn)).toBe("朝东（112°）");
    expect(facingWords(-1, adPapersZhCn)).toBe("朝北（359°）");
    expect(roadWords({ roadName: null, roadKey: null }, adPapersZhCn)).toBe("不沿道路");
  });
});

test("what is nasty is nasty", () => {
  expect(NASTY.filter((text) => /^[=+\-@]/.test(text))).toHaveLength(4);
  expect((aNastyDossier(1) satisfies AdPlanDossier).sites.length).toBeGreaterThan(NASTY.length);
});
