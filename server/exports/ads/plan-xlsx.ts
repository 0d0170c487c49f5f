import type {
  AdAuditDossier,
  AdDossierSite,
  AdPlanDossier,
} from "../../../domain/ads/plan-dossier.ts";
import { adPapersTexts } from "../../../domain/text/ad-papers-text.ts";
import {
  chainageWords,
  codeWord,
  roadWords,
  sideWords,
} from "../../../domain/text/ad-papers-words.ts";
import type { AdPapersText } from "../../../domain/text/ad-papers-zh-cn.ts";
import type { PaperLanguage } from "../../../domain/text/papers-text.ts";
import { type XlsxCell, type XlsxSheet, xlsxFile } from "../xlsx-file.ts";
import { aboutAudit, aboutPlan } from "./about-sheet.ts";
import { auditSheets } from "./audit-sheets.ts";

/** Sites, audit, costs, and what the file is. Texts are cells of text: none is a formula. */
export function planXlsx(
  dossier: AdPlanDossier,
  language: PaperLanguage = "zh",
): Uint8Array<ArrayBuffer> {
  const text = adPapersTexts[language];
  return xlsxFile([
    sitesSheet(dossier.sites, text),
    ...auditSheets(dossier, text),
    costsSheet(dossier, text),
    aboutPlan(dossier, text, text.about.planTitle),
  ]);
}

export function auditXlsx(
  dossier: AdAuditDossier,
  language: PaperLanguage = "zh",
): Uint8Array<ArrayBuffer> {
  const text = adPapersTexts[language];
  return xlsxFile([...auditSheets(dossier, text), aboutAudit(dossier, text)]);
}

/** A row a site, in the order of their numbers. */
export function sitesSheet(sites: readonly AdDossierSite[], text: AdPapersText): XlsxSheet {
  const { columns: c } = text;
  const heads = [
    c.number,
    c.kind,
    c.id,
    c.road,
    c.chainage,
    c.chainageM,
    c.side,
    c.facingDeg,
    c.carrier,
    c.theme,
    c.cost,
    c.unit,
    c.unitId,
    c.zone,
    c.zoneId,
    c.phase,
    c.lng,
    c.lat,
  ];
  const rows = sites.map((site): XlsxCell[] => [
    site.number,
    text.kinds[site.kind],
    site.id,
    roadWords(site, text),
    chainageWords(site.chainageM),
    site.chainageM === null ? null : Math.round(site.chainageM * 10) / 10,
    sideWords(site.side, text),
    site.facing,
    codeWord(text.carriers, site.carrier),
    codeWord(text.themes, site.theme),
    site.cost,
    site.unitName ?? site.unitId ?? text.nobody,
    site.unitId,
    site.zoneName ?? text.noZone,
    site.zoneId,
    site.phase ?? null,
    site.position[0],
    site.position[1],
  ]);
  const widths = [7, 8, 12, 22, 11, 11, 8, 10, 14, 16, 12, 22, 10, 16, 10, 7, 13, 13];
  return { name: text.sheets.sites, rows: [heads, ...rows], widths };
}

/** The same sites added up by carrier, then by unit; both come to the same sum. */
function costsSheet({ sites }: AdPlanDossier, text: AdPapersText): XlsxSheet {
  const { columns: c } = text;
  const heads = [c.by, c.name, c.newCount, c.repairCount, c.total, c.cost];
  const rowOf = (by: string, name: string, own: readonly AdDossierSite[]): XlsxCell[] => {
    const news = own.filter(({ kind }) => kind === "new").length;
    return [by, name, news, own.length - news, own.length, costOf(own)];
  };
  const block = (by: string, nameOf: (site: AdDossierSite) => string): XlsxCell[][] => {
    const groups = [...Map.groupBy(sites, nameOf)];
    groups.sort(([, a], [, b]) => costOf(b) - costOf(a));
    return [...groups.map(([name, own]) => rowOf(by, name, own)), rowOf(by, text.sum, sites)];
  };
  const rows = [
    ...block(text.byCarrier, ({ carrier }) => codeWord(text.carriers, carrier) || text.nobody),
    ...block(text.byUnit, ({ unitName, unitId }) => unitName ?? unitId ?? text.nobody),
  ];
  return { name: text.sheets.costs, rows: [heads, ...rows], widths: [14, 26, 10, 10, 10, 14] };
}

/** To the cent, however many are added. */
export function costOf(sites: readonly AdDossierSite[]): number {
  return Math.round(sites.reduce((sum, { cost }) => sum + cost, 0) * 100) / 100;
}
