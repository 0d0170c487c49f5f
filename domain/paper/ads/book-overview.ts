import type { AdDossierSite, AdPlanDossier, AdTotals } from "../../ads/plan-dossier.ts";
import { moneyWords } from "../../text/ad-papers-words.ts";
import { lineMark, type Mark } from "../mark.ts";
import { cutText } from "../paragraph.ts";
import type { BookDraft } from "./book-frame.ts";
import { HAIRLINE, INK, INK_2, sideBox, word } from "./book-ink.ts";

const ROW_MM = 5.4;

/** A zone, or what lies in none, with its sheets in the book, from 1; in the book of a zone a sheet with its roads. */
export type IndexRow = {
  readonly name: string;
  readonly sites: readonly AdDossierSite[];
  readonly from: number;
  readonly to: number;
};

type Overview = {
  /** Null: the whole city. */
  readonly zoneId: string | null;
  readonly sites: readonly AdDossierSite[];
  readonly index: readonly IndexRow[];
  /** Zones without a site. */
  readonly without: number;
};

/** Figures before and after the plan, then where to find what. */
export function bookOverview(draft: BookDraft, overview: Overview): Mark[] {
  const figures = figuresOf(draft.dossier, overview.zoneId);
  const summary = summaryMarks(draft, overview.sites, figures, sideBox.y);
  return [...summary.marks, ...indexMarks(draft, overview, summary.bottom + 8)];
}

type Figures = Readonly<Record<"before" | "after", Omit<AdTotals, "lengthM">>>;

/** Of a zone the sums of its roads, so that the zones add up to the city. */
export function figuresOf({ roads, totals, after }: AdPlanDossier, zone: string | null): Figures {
  if (zone === null) return { before: totals, after: { ...totals, ...after } };
  const own = roads.filter(({ zoneId }) => zoneId === zone);
  const sum = (of: (road: (typeof own)[number]) => number) => own.reduce((n, r) => n + of(r), 0);
  const required = sum((road) => road.required);
  const countAfter = (road: (typeof own)[number]) => road.after?.count ?? road.count;
  return {
    before: {
      required,
      count: sum(({ count }) => count),
      shortage: sum(({ shortage }) => shortage),
      surplus: sum(({ surplus }) => surplus),
    },
    after: {
      required,
      count: sum(countAfter),
      shortage: sum((road) => road.after?.shortage ?? road.shortage),
      surplus: sum((road) => Math.max(0, countAfter(road) - road.required)),
    },
  };
}

function summaryMarks(
  { text }: BookDraft,
  sites: readonly AdDossierSite[],
  { before, after }: Figures,
  top: number,
): { marks: Mark[]; bottom: number } {
  const { x, width } = sideBox;
  const right = x + width;
  const news = sites.filter(({ kind }) => kind === "new").length;
  const cost = sites.reduce((sum, each) => sum + each.cost, 0);
  const [first, second] = [right - 24, right];
  const head = { sizeMm: 2.8, colour: INK_2, align: "end" } as const;
  const rows = (["required", "count", "shortage", "surplus"] as const).flatMap(
    (item, i): Mark[] => {
      const y = top + 23.4 + i * ROW_MM;
      return [
        word(text.columns[item], x, y, { sizeMm: 3.2 }),
        word(moneyWords(before[item]), first, y, { sizeMm: 3.2, align: "end" }),
        word(moneyWords(after[item]), second, y, { sizeMm: 3.2, weight: "bold", align: "end" }),
        lineMark(x, y + 1.7, right, y + 1.7, 0.1, HAIRLINE),
      ];
    },
  );
  const marks: Mark[] = [
    word(text.book.summary, x, top + 4.2, { sizeMm: 3.8, weight: "bold" }),
    lineMark(x, top + 6.6, right, top + 6.6, 0.35, INK),
    word(text.book.sites(news, sites.length - news), x, top + 12, { sizeMm: 3.6, weight: "bold" }),
    word(text.book.cost(moneyWords(Math.round(cost * 100) / 100)), right, top + 12, {
      sizeMm: 3.6,
      weight: "bold",
      align: "end",
    }),
    word(text.book.before, first, top + 18, head),
    word(text.book.after, second, top + 18, head),
    ...rows,
  ];
  return { marks, bottom: top + 23.4 + 4 * ROW_MM };
}

function indexMarks({ text, measure }: BookDraft, overview: Overview, top: number): Mark[] {
  const { x, width, y, height } = sideBox;
  const right = x + width;
  const [sitesAt, sheetAt] = [right - 22, right];
  const { columns, book } = text;
  const head = { sizeMm: 2.8, colour: INK_2 } as const;
  const most = Math.floor((y + height - top - 14) / ROW_MM);
  const { index, without } = overview;
  const isCut = index.length > most;
  const shown = isCut ? index.slice(0, most - 1) : index;
  const left = without + index.length - shown.length;
  const style = { sizeMm: 3.1, weight: "regular" } as const;
  const rows = shown.flatMap((row, i): Mark[] => {
    const at = top + 16.4 + i * ROW_MM;
    return [
      word(cutText(measure, row.name, sitesAt - x - 12, style), x, at, style),
      word(String(row.sites.length), sitesAt, at, { ...style, align: "end" }),
      word(book.sheetRange(row.from, row.to), sheetAt, at, { ...style, align: "end" }),
      lineMark(x, at + 1.7, right, at + 1.7, 0.1, HAIRLINE),
    ];
  });
  const note = index.length === 0 ? book.nothing : left > 0 && !isCut ? book.more(left) : "";
  return [
    word(book.index, x, top + 4.2, { sizeMm: 3.8, weight: "bold" }),
    lineMark(x, top + 6.6, right, top + 6.6, 0.35, INK),
    word(overview.zoneId === null ? columns.zone : columns.road, x, top + 11, head),
    word(columns.sites, sitesAt, top + 11, { ...head, align: "end" }),
    word(columns.sheetNumber, sheetAt, top + 11, { ...head, align: "end" }),
    ...rows,
    ...(isCut ? [word("…", x, top + 16.4 + shown.length * ROW_MM, style)] : []),
    ...(note === "" ? [] : [word(note, x, top + 16.4 + shown.length * ROW_MM, head)]),
  ];
}
