import { setImmediate } from "node:timers/promises";
import type { AdDossierZone, AdPlanDossier } from "../../../domain/ads/plan-dossier.ts";
import { type BookDraft, bookFrame, bookLegend } from "../../../domain/paper/ads/book-frame.ts";
import { mapBox } from "../../../domain/paper/ads/book-ink.ts";
import { bookOverview, type IndexRow } from "../../../domain/paper/ads/book-overview.ts";
import { type BookSheet, bookSheets } from "../../../domain/paper/ads/book-sheets.ts";
import { SITES_MOST, siteList } from "../../../domain/paper/ads/site-list.ts";
import { boxMark, type Mark, type MeasureText } from "../../../domain/paper/mark.ts";
import { sheetOf } from "../../../domain/paper/page-size.ts";
import { quickMeasure } from "../../../domain/paper/quick-measure.ts";
import { frameAround } from "../../../domain/paper-map/map-frame.ts";
import { boundsOfLines, linesOf, type MapSource } from "../../../domain/paper-map/map-source.ts";
import { adPapersTexts } from "../../../domain/text/ad-papers-text.ts";
import { roadWords } from "../../../domain/text/ad-papers-words.ts";
import type { PaperLanguage } from "../../../domain/text/papers-text.ts";
import { openPaper } from "../paper-document.ts";
import { overviewMap, sheetMap } from "./book-map.ts";

export type BookRequest = {
  /** The geography under the plan. */
  readonly map: MapSource;
  /** Id of the only zone that is wanted; absent: all. */
  readonly zone?: string | null;
  readonly language?: PaperLanguage;
};

const SHEET = sheetOf("A4", "landscape");

/**
 * 图册: an overview and then numbered sheets zone by zone, lines and type throughout; other requests are answered between
 * pages. Null when nobody waits for the rest.
 */
export async function planMapBook(
  dossier: AdPlanDossier,
  request: BookRequest,
  isWanted: () => boolean = () => true,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { language = "zh" } = request;
  const text = adPapersTexts[language];
  const paper = await openPaper({
    title: `${dossier.city.name} ${text.book.title} ${dossier.stamp.scenario}`,
    language: language === "en" ? "en" : "zh-CN",
    createdAt: Date.parse(dossier.stamp.madeAt),
  });
  for (const marks of bookPages(dossier, request, paper.measure)) {
    if (!isWanted()) return null;
    paper.addPage(SHEET);
    paper.draw(marks);
    await setImmediate();
  }
  return paper.finish();
}

/** The pages as marks, one after the other. */
export function* bookPages(
  dossier: AdPlanDossier,
  { map, zone = null, language = "zh" }: BookRequest,
  measureText: MeasureText,
): Generator<readonly Mark[]> {
  const draft = {
    dossier,
    text: adPapersTexts[language],
    measure: quickMeasure(measureText),
  };
  const chapters = chaptersOf(draft, zone);
  const sheets = chapters.flatMap((chapter) => chapter.sheets.map((sheet) => ({ chapter, sheet })));
  const pages = sheets.length + 1;
  yield overviewPage(draft, { map, zone, chapters, pages });
  for (const [i, { chapter, sheet }] of sheets.entries()) {
    const { frame, sites } = sheet;
    const zones = chapter.zone ? [chapter.zone] : [];
    yield [
      white,
      ...sheetMap({ ...draft, map, frame, zones }, sites),
      ...siteList(sites, draft),
      ...bookLegend(draft, { denominator: frame.denominator, counted: null }),
      ...bookFrame(draft, {
        title: draft.text.book.titleOf(chapter.name),
        sheet: draft.text.book.sheet(i + 1, sheets.length),
        page: i + 2,
        pages,
      }),
    ];
  }
}

const white = boxMark({ x: 0, y: 0, ...SHEET }, { fill: "#ffffff" });

/** A zone with its sites cut into sheets; null: what lies in no zone. */
type Chapter = {
  readonly zone: AdDossierZone | null;
  readonly name: string;
  readonly sheets: readonly BookSheet[];
};

function chaptersOf({ dossier, text }: BookDraft, wanted: string | null): Chapter[] {
  const known = new Set(dossier.zones.map(({ id }) => id));
  const nowhere = dossier.sites.filter(({ zoneId }) => zoneId === null || !known.has(zoneId));
  const limits = { box: mapBox, sitesMost: SITES_MOST };
  const chapters = dossier.zones
    .filter(({ id }) => wanted === null || id === wanted)
    .map((zone): Chapter => {
      const own = dossier.sites.filter(({ zoneId }) => zoneId === zone.id);
      return { zone, name: zone.name, sheets: bookSheets(own, limits) };
    });
  const last: Chapter = { zone: null, name: text.noZone, sheets: bookSheets(nowhere, limits) };
  return [...chapters, ...(wanted === null ? [last] : [])].filter(
    ({ sheets }) => sheets.length > 0,
  );
}

type OverviewRequest = {
  readonly map: MapSource;
  readonly zone: string | null;
  readonly chapters: readonly Chapter[];
  readonly pages: number;
};

function overviewPage(draft: BookDraft, request: OverviewRequest): Mark[] {
  const { map, zone, chapters, pages } = request;
  const { dossier, text } = draft;
  const zones = dossier.zones.filter(({ id }) => zone === null || id === zone);
  const sheets = chapters.flatMap((chapter) => chapter.sheets);
  const lines = [
    ...zones.flatMap(({ geometry }) => linesOf(geometry)),
    ...sheets.flatMap(({ sites }) => sites.map(({ position }) => Float64Array.from(position))),
  ];
  const bounds = lines.length > 0 ? boundsOfLines(lines) : ([0, 0, 0.01, 0.01] as const);
  const frame = frameAround(mapBox, bounds, { aroundMm: 5, leastDenominator: 2000 });
  const isCity = zone === null;
  const index = isCity ? indexOfZones(chapters) : indexOfSheets(sheets, draft);
  return [
    white,
    ...overviewMap(
      { ...draft, map, frame, zones },
      sheets.map((sheet) => sheet.frame),
    ),
    ...bookOverview(draft, {
      zoneId: zone,
      sites: index.flatMap(({ sites }) => sites),
      index,
      without: zones.length - chapters.filter((chapter) => chapter.zone).length,
    }),
    ...bookLegend(draft, {
      denominator: frame.denominator,
      counted: dossier.roads.filter(({ zoneId }) => isCity || zoneId === zone),
    }),
    ...bookFrame(draft, {
      title: isCity ? text.book.title : text.book.titleOf(zones[0]?.name ?? zone),
      sheet: text.book.overview,
      page: 1,
      pages,
    }),
  ];
}

function indexOfZones(chapters: readonly Chapter[]): IndexRow[] {
  let from = 1;
  return chapters.map(({ name, sheets }) => {
    const sites = sheets.flatMap((sheet) => sheet.sites);
    const row = { name, sites, from, to: from + sheets.length - 1 };
    from = row.to + 1;
    return row;
  });
}

/** By the roads that most of a sheet's sites stand along. */
function indexOfSheets(sheets: readonly BookSheet[], { text }: BookDraft): IndexRow[] {
  return sheets.map(({ sites }, i) => {
    const roads = [...Map.groupBy(sites, (site) => roadWords(site, text))];
    roads.sort(([, a], [, b]) => b.length - a.length);
    const name = roads.map(([road]) => road).join(text.separator);
    return { name, sites, from: i + 1, to: i + 1 };
  });
}
