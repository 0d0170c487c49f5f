import type { AdAuditDossier, AdPlanDossier } from "../../../domain/ads/plan-dossier.ts";
import {
  balanceWords,
  minuteWords,
  proofWords,
  valueWords,
} from "../../../domain/text/ad-papers-words.ts";
import type { AdPapersText } from "../../../domain/text/ad-papers-zh-cn.ts";
import type { XlsxCell, XlsxSheet } from "../xlsx-file.ts";

export function aboutAudit(dossier: AdAuditDossier, text: AdPapersText): XlsxSheet {
  return sheetOf(text, [...head(dossier, text, text.about.auditTitle), ...foot(dossier, text)]);
}

/** With the plan's proof, and no more than that. */
export function aboutPlan(dossier: AdPlanDossier, text: AdPapersText, title: string): XlsxSheet {
  const { stamp, totals, after } = dossier;
  const { about } = text;
  return sheetOf(text, [
    ...head(dossier, text, title),
    [about.scenario, stamp.scenario],
    [about.objective, text.objectives[stamp.objective]],
    ...(stamp.budget === undefined ? [] : [[about.budget, stamp.budget]]),
    [about.value, valueWords(stamp, text)],
    [about.bound, stamp.bound],
    [about.proof, proofWords(stamp, text)],
    ...foot(dossier, text),
    [about.balanceAfter, balanceWords({ ...totals, ...after }, text)],
  ]);
}

function head({ city, stamp }: AdAuditDossier, { about, demo }: AdPapersText, title: string) {
  return [
    [about.title, title],
    [about.city, city.name],
    ...(city.isDemo ? [[about.demo, demo]] : []),
    [about.rulesVersion, stamp.rulesVersion],
    [about.rulesIssuedOn, stamp.rulesIssuedOn],
    [about.rulesSource, stamp.rulesSource],
    [about.dataRevision, stamp.dataRevision],
    [about.madeAt, minuteWords(stamp.madeAt)],
  ];
}

function foot({ city, totals }: AdAuditDossier, text: AdPapersText) {
  const { about } = text;
  return [
    [about.balance, balanceWords(totals, text)],
    [about.coordinates, about.coordinatesText],
    ...(city.attribution === "" ? [] : [[about.source, city.attribution]]),
  ];
}

function sheetOf({ sheets, about }: AdPapersText, rows: XlsxCell[][]): XlsxSheet {
  return { name: sheets.about, rows: [[about.item, about.content], ...rows], widths: [16, 90] };
}
