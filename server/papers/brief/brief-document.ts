import { setImmediate } from "node:timers/promises";
import type { Brief } from "../../../domain/brief.ts";
import { sheetOf } from "../../../domain/paper/page-size.ts";
import { briefTexts } from "../../../domain/text/brief-text.ts";
import type { City } from "../../city/city.ts";
import { openPaper } from "../paper-document.ts";
import { svgPicture } from "../svg-picture.ts";
import { briefMap } from "./brief-map.ts";
import { briefMapBox, briefPage } from "./brief-page.ts";

export type BriefLanguage = keyof typeof briefTexts;

type Order = { readonly title: string; readonly language: BriefLanguage };

/** Briefs, one A4 page each, in the order they come; other requests are answered between pages. Null when nobody waits for the rest. */
export async function briefDocument(
  city: City,
  briefs: AsyncIterable<Brief> | Iterable<Brief>,
  { title, language }: Order,
  isWanted: () => boolean = () => true,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const text = briefTexts[language];
  const paper = await openPaper({
    title,
    language: language === "en" ? "en" : "zh-CN",
    createdAt: city.now(),
  });
  const { measure } = paper;
  for await (const brief of briefs) {
    if (!isWanted()) return null;
    paper.addPage(sheetOf("A4"));
    paper.draw(briefPage({ brief, text, measure }));
    if (brief.gap === null || brief.gap === "left")
      paper.draw(briefMap(city, brief, { box: briefMapBox, measure }) ?? []);
    await setImmediate();
  }
  return paper.finish();
}

/** The thumbnail alone, for the page; null without ground. */
export async function briefMapPicture(city: City, brief: Brief, label: string) {
  const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });
  const marks = briefMap(city, brief, { box: briefMapBox, measure });
  return marks && svgPicture({ box: briefMapBox, marks, label });
}
