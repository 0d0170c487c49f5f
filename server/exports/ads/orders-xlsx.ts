import { ordersByUnit } from "../../../domain/ads/orders-by-unit.ts";
import type { AdDossierSite, AdPlanDossier } from "../../../domain/ads/plan-dossier.ts";
import { adPapersTexts } from "../../../domain/text/ad-papers-text.ts";
import type { AdPapersText } from "../../../domain/text/ad-papers-zh-cn.ts";
import type { PaperLanguage } from "../../../domain/text/papers-text.ts";
import { type XlsxCell, type XlsxSheet, xlsxFile } from "../xlsx-file.ts";
import { aboutPlan } from "./about-sheet.ts";
import { costOf, sitesSheet } from "./plan-xlsx.ts";

/** Characters that a workbook takes for the name of a sheet at most, and those it does not take. */
const NAME_MOST = 31;
const NOT_IN_NAMES = /[\\/?*[\]:'\p{Cc}]/gu;

/** 工单清单: all units in one sheet, then a sheet for each with its sites. */
export function ordersXlsx(
  dossier: AdPlanDossier,
  language: PaperLanguage = "zh",
): Uint8Array<ArrayBuffer> {
  const text = adPapersTexts[language];
  const orders = ordersByUnit(dossier.sites);
  const nameOf = sheetNames([text.orders.summary, text.sheets.about]);
  return xlsxFile([
    summarySheet(orders, text),
    ...orders.map(
      ({ unitName, sites }): XlsxSheet => ({
        ...sitesSheet(sites, text),
        name: nameOf(unitName ?? text.nobody),
      }),
    ),
    aboutPlan(dossier, text, text.about.ordersTitle),
  ]);
}

function summarySheet(orders: ReturnType<typeof ordersByUnit>, text: AdPapersText): XlsxSheet {
  const { columns: c } = text;
  const rowOf = (name: string, id: string | null, sites: readonly AdDossierSite[]): XlsxCell[] => {
    const news = sites.filter(({ kind }) => kind === "new").length;
    return [name, id, news, sites.length - news, sites.length, costOf(sites)];
  };
  const all = orders.flatMap(({ sites }) => sites);
  return {
    name: text.orders.summary,
    rows: [
      [c.unit, c.unitId, c.newCount, c.repairCount, c.total, c.cost],
      ...orders.map(({ unitName, unitId, sites }) => rowOf(unitName ?? text.nobody, unitId, sites)),
      rowOf(text.sum, null, all),
    ],
    widths: [28, 12, 9, 9, 9, 14],
  };
}

/** Names that a workbook takes, none twice. */
function sheetNames(taken: readonly string[]): (wanted: string) => string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  return (wanted) => {
    const plain = wanted.replace(NOT_IN_NAMES, " ").trim() || "-";
    let name = plain.slice(0, NAME_MOST);
    for (let i = 2; known.has(name.toLowerCase()); i++) {
      const tail = ` ${i}`;
      name = plain.slice(0, NAME_MOST - tail.length) + tail;
    }
    known.add(name.toLowerCase());
    return name;
  };
}
