import type { AdAuditDossier, AdPlanDossier } from "../../../domain/ads/plan-dossier.ts";
import { codeWord, nameOfRoad } from "../../../domain/text/ad-papers-words.ts";
import type { AdPapersText } from "../../../domain/text/ad-papers-zh-cn.ts";
import type { XlsxCell, XlsxSheet } from "../xlsx-file.ts";

/** The audit road by road with its sum, and the places where the rules ask for some. */
export function auditSheets(
  dossier: AdAuditDossier | AdPlanDossier,
  text: AdPapersText,
): XlsxSheet[] {
  const places = dossier.places.length > 0 ? [placesSheet(dossier, text)] : [];
  return [roadsSheet(dossier, text), ...places];
}

function roadsSheet(dossier: AdAuditDossier | AdPlanDossier, text: AdPapersText): XlsxSheet {
  const { columns: c } = text;
  const { totals, roads } = dossier;
  const after = "after" in dossier ? dossier.after : null;
  const heads = [
    c.road,
    c.roadKey,
    c.group,
    c.zone,
    c.unit,
    c.lengthM,
    c.required,
    c.count,
    c.shortage,
    c.surplus,
    c.status,
    c.longestGapM,
    c.gapOk,
    c.sideShort,
    ...(after ? [c.countAfter, c.shortageAfter, c.statusAfter] : []),
  ];
  const rows = roads.map((road): XlsxCell[] => [
    nameOfRoad(road, text),
    road.key,
    codeWord(text.groups, road.group),
    road.zoneName ?? text.noZone,
    road.unitName ?? road.unitId ?? text.nobody,
    tenths(road.lengthM),
    road.required,
    road.count,
    road.shortage,
    road.surplus,
    text.statuses[road.status],
    tenths(road.longestGapM),
    road.gapOk ? text.gap.ok : text.gap.broken,
    road.sideShort,
    ...(after ? afterCells(road.after, text) : []),
  ]);
  const sum: XlsxCell[] = [
    text.sum,
    null,
    null,
    null,
    null,
    tenths(totals.lengthM),
    totals.required,
    totals.count,
    totals.shortage,
    totals.surplus,
    null,
    null,
    null,
    null,
    ...(after ? [after.count, after.shortage, null] : []),
  ];
  const widths = [24, 24, 12, 16, 22, 11, 8, 8, 8, 8, 10, 14, 8, 9, 12, 12, 12];
  return {
    name: text.sheets.audit,
    rows: [heads, ...rows, sum],
    widths: widths.slice(0, heads.length),
  };
}

function afterCells(
  after: AdAuditDossier["roads"][number]["after"],
  { statuses }: AdPapersText,
): XlsxCell[] {
  return after ? [after.count, after.shortage, statuses[after.status]] : [null, null, null];
}

function placesSheet({ places }: AdAuditDossier, text: AdPapersText): XlsxSheet {
  const { columns: c } = text;
  const heads = [c.name, c.id, c.placeKind, c.min, c.count, c.shortage, c.shortageAfter];
  const rows = places.map((place): XlsxCell[] => [
    place.name,
    place.id,
    place.kind,
    place.min,
    place.count,
    place.shortage,
    place.shortageAfter,
  ]);
  return { name: text.sheets.places, rows: [heads, ...rows], widths: [24, 14, 14, 8, 8, 8, 12] };
}

function tenths(metres: number): number {
  return Math.round(metres * 10) / 10;
}
