import type { AdDossierSite } from "../../ads/plan-dossier.ts";
import { siteMark } from "../../paper-map/ad-marks.ts";
import {
  chainageWords,
  codeWord,
  facingWords,
  moneyWords,
  roadWords,
  sideWords,
} from "../../text/ad-papers-words.ts";
import type { AdPapersText } from "../../text/ad-papers-zh-cn.ts";
import { lineMark, type Mark, type MeasureText } from "../mark.ts";
import { cutText } from "../paragraph.ts";
import { HAIRLINE, INK, INK_2, sideBox, word } from "./book-ink.ts";

const ROW_MM = 7;
const HEAD_MM = 8;
const TEXT_MM = 3;
const SMALL_MM = 2.45;
const NUMBER_MM = 10;
const MARK_MM = 6;

/** Sites that find room beside a map. */
export const SITES_MOST = Math.floor((sideBox.height - HEAD_MM) / ROW_MM);

type Draft = { readonly text: AdPapersText; readonly measure: MeasureText };

/** The sites of a sheet beside its map, two lines each: where, and what by whom. */
export function siteList(sites: readonly AdDossierSite[], { text, measure }: Draft): Mark[] {
  const { x, y, width } = sideBox;
  const news = sites.filter(({ kind }) => kind === "new").length;
  const marks: Mark[] = [
    word(text.book.sites(news, sites.length - news), x, y + 4.2, { sizeMm: 3.8, weight: "bold" }),
    word(text.columns.cost, x + width, y + 4.2, { sizeMm: 2.6, colour: INK_2, align: "end" }),
    lineMark(x, y + 6.6, x + width, y + 6.6, 0.35, INK),
  ];
  const left = x + NUMBER_MM + MARK_MM;
  const room = x + width - left;
  sites.forEach((site, i) => {
    const top = y + HEAD_MM + i * ROW_MM;
    const cost = moneyWords(site.cost);
    const costMm = measure(cost, TEXT_MM, "regular") + 2;
    const where = [roadWords(site, text), chainageWords(site.chainageM)].filter(Boolean).join(" ");
    const first = { sizeMm: TEXT_MM, weight: "bold" } as const;
    const second = { sizeMm: SMALL_MM, weight: "regular", colour: INK_2 } as const;
    marks.push(
      word(String(site.number), x + NUMBER_MM - 2.4, top + 4.2, {
        sizeMm: 3.4,
        weight: "bold",
        align: "end",
      }),
      ...siteMark(site.kind, x + NUMBER_MM + 1.4, top + 3, 1.5),
      word(cutText(measure, where, room - costMm, first), left, top + 2.7, first),
      word(cost, x + width, top + 2.7, { sizeMm: TEXT_MM, align: "end" }),
      word(cutText(measure, detailWords(site, text), room, second), left, top + 5.9, second),
      lineMark(x, top + ROW_MM - 0.3, x + width, top + ROW_MM - 0.3, 0.1, HAIRLINE),
    );
  });
  return marks;
}

function detailWords(site: AdDossierSite, text: AdPapersText): string {
  return [
    text.kinds[site.kind],
    codeWord(text.carriers, site.carrier),
    sideWords(site.side, text),
    site.unitName ?? site.unitId ?? text.nobody,
    facingWords(site.facing, text),
    codeWord(text.themes, site.theme),
  ]
    .filter((part) => part !== "")
    .join(text.dot);
}
