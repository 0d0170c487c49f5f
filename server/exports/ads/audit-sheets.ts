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

type Road = AdAuditDossier["roads"][number];
type Column = {
  readonly title: string;
  readonly width: number;
  cell(road: Road): XlsxCell;
  /** In the last row. */
  readonly sum?: XlsxCell;
};

function roadsSheet(dossier: AdAuditDossier | AdPlanDossier, text: AdPapersText): XlsxSheet {
  const columns = [
    ...whichRoad(text),
    ...figures(dossier, text),
    ...("after" in dossier ? afterwards(dossier, text) : []),
  ];
  const [first, ...others] = columns;
  return {
    name: text.sheets.audit,
    rows: [
      columns.map(({ title }) => title),
      ...dossier.roads.map((road) => columns.map(({ cell }) => cell(road))),
      [...(first ? [text.sum] : []), ...others.map(({ sum }) => sum ?? null)],
    ],
    widths: columns.map(({ width }) => width),
  };
}

function whichRoad(text: AdPapersText): Column[] {
  const { columns: c, groups, noZone, nobody } = text;
  return [
    { title: c.road, width: 24, cell: (road) => nameOfRoad(road, text) },
    { title: c.roadKey, width: 24, cell: ({ key }) => key },
    { title: c.group, width: 12, cell: ({ group }) => codeWord(groups, group) },
    { title: c.zone, width: 16, cell: ({ zoneName }) => zoneName ?? noZone },
    { title: c.unit, width: 22, cell: ({ unitName, unitId }) => unitName ?? unitId ?? nobody },
  ];
}

function figures({ totals }: AdAuditDossier, text: AdPapersText): Column[] {
  const { columns: c, statuses, gap } = text;
  const { lengthM, required, count, shortage, surplus } = totals;
  return [
    { title: c.lengthM, width: 11, cell: (road) => tenths(road.lengthM), sum: tenths(lengthM) },
    { title: c.required, width: 8, cell: (road) => road.required, sum: required },
    { title: c.count, width: 8, cell: (road) => road.count, sum: count },
    { title: c.shortage, width: 8, cell: (road) => road.shortage, sum: shortage },
    { title: c.surplus, width: 8, cell: (road) => road.surplus, sum: surplus },
    { title: c.status, width: 10, cell: ({ status }) => statuses[status] },
    { title: c.longestGapM, width: 14, cell: ({ longestGapM }) => tenths(longestGapM) },
    { title: c.gapOk, width: 8, cell: ({ gapOk }) => (gapOk ? gap.ok : gap.broken) },
    { title: c.sideShort, width: 9, cell: ({ sideShort }) => sideShort },
  ];
}

function afterwards({ after: then }: AdPlanDossier, text: AdPapersText): Column[] {
  const { columns: c, statuses } = text;
  return [
    { title: c.countAfter, width: 12, cell: ({ after }) => after?.count ?? null, sum: then.count },
    {
      title: c.shortageAfter,
      width: 12,
      cell: ({ after }) => after?.shortage ?? null,
      sum: then.shortage,
    },
    {
      title: c.statusAfter,
      width: 12,
      cell: ({ after }) => after && statuses[after.status],
    },
  ];
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
