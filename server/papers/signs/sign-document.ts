import { setImmediate } from "node:timers/promises";
import { boxMark, type Mark, type MeasureText } from "../../../domain/paper/mark.ts";
import { pageSizes, sheetOf } from "../../../domain/paper/page-size.ts";
import { signMapBox, signPage, signQrBox } from "../../../domain/paper/sign-page.ts";
import { type Sign, type SignSize, signKind } from "../../../domain/sign.ts";
import { type PaperLanguage, papersTexts } from "../../../domain/text/papers-text.ts";
import type { City } from "../../city/city.ts";
import { openPaper } from "../paper-document.ts";
import { qrCode } from "../qr-code.ts";
import { svgPicture } from "../svg-picture.ts";
import { signMap } from "./sign-map.ts";
import { type SignThing, signOf } from "./sign-of.ts";

export type SignOrder = {
  readonly size: SignSize;
  /** The day whose holders are printed. */
  readonly on: number;
  /** What the addresses in QR codes begin with. */
  readonly base: string;
  readonly language: PaperLanguage;
};

/**
 * Boards, one a page, in the order given: 3 to 20 ms a page. Other requests are answered between pages, and `isWanted`
 * is asked before each: null when nobody waits for the rest.
 */
export async function signDocument(
  city: City,
  things: readonly SignThing[],
  { size, on, base, language }: SignOrder,
  isWanted: () => boolean = () => true,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [first] = things;
  const paper = await openPaper({
    title: first ? titleOf(signOf(city, first, on, base), language) : "",
    language: language === "en" ? "en" : "zh-CN",
    createdAt: city.now(),
  });
  const scale = sheetOf(size).width / pageSizes.A4.width;
  for (const thing of things) {
    if (!isWanted()) return null;
    paper.addPage(sheetOf(size));
    paper.draw(boardMarks(city, thing, { on, base, language, measure: paper.measure }), scale);
    await setImmediate();
  }
  return paper.finish();
}

/** The same board as an SVG, to look at before it is printed. */
export async function signPicture(
  city: City,
  thing: SignThing,
  order: Omit<SignOrder, "size">,
): Promise<string> {
  const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });
  return svgPicture({
    box: { x: 0, y: 0, ...pageSizes.A4 },
    marks: boardMarks(city, thing, { ...order, measure }),
    label: titleOf(signOf(city, thing, order.on, order.base), order.language),
  });
}

/** The small map alone, as the public page shows it. */
export async function signMapPicture(
  city: City,
  thing: SignThing,
  { on, language }: Pick<SignOrder, "on" | "language">,
): Promise<string> {
  const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });
  const text = papersTexts[language];
  const box = { x: 0, y: 0, width: signMapBox.width, height: signMapBox.height };
  return svgPicture({
    box,
    marks: signMap(city, thing, { box, measure, text, on }),
    label: text.sign.mapCaption[thing.type === "section" ? "section" : thing.zone.level],
  });
}

type Board = Omit<SignOrder, "size"> & { readonly measure: MeasureText };

function boardMarks(city: City, thing: SignThing, { on, base, language, measure }: Board): Mark[] {
  const sign = signOf(city, thing, on, base);
  const text = papersTexts[language];
  return [
    boardGround(),
    ...signPage({ sign, text, measure }),
    ...signMap(city, thing, { box: signMapBox, measure, text, on }),
    ...qrCode(sign.address, signQrBox),
  ];
}

function boardGround(): Mark {
  return boxMark({ x: 0, y: 0, ...pageSizes.A4 }, { fill: "#ffffff" });
}

function titleOf(sign: Sign, language: PaperLanguage): string {
  const text = papersTexts[language].sign;
  return `${sign.name ?? text.unnamedRoad} ${sign.id} ${text.titles[signKind(sign)]}`;
}
