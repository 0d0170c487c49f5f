import { setImmediate } from "node:timers/promises";
import type { OrderPaper } from "../../../domain/order-paper.ts";
import { orderQrBox } from "../../../domain/paper/order/order-head.ts";
import { orderPages } from "../../../domain/paper/order/order-pages.ts";
import { sheetOf } from "../../../domain/paper/page-size.ts";
import { quickMeasure } from "../../../domain/paper/quick-measure.ts";
import { orderTexts } from "../../../domain/text/order-text.ts";
import type { City } from "../../city/city.ts";
import { openPaper } from "../paper-document.ts";
import { qrCode } from "../qr-code.ts";
import { orderMap } from "./order-map.ts";

export type OrderLanguage = keyof typeof orderTexts;

type Order = { readonly title: string; readonly language: OrderLanguage };

/** A 交办单 or 督查通知书 as A4 pages; other requests are answered between them. Null when nobody waits for the rest. */
export async function orderDocument(
  city: Pick<City, "pack">,
  paper: OrderPaper,
  { title, language }: Order,
  isWanted: () => boolean = () => true,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const text = orderTexts[language];
  const document = await openPaper({
    title,
    language: language === "en" ? "en" : "zh-CN",
    createdAt: Date.parse(paper.at),
  });
  const { measure } = document;
  const { pages, map } = orderPages({ paper, text, measure });
  for (const [page, marks] of pages.entries()) {
    if (!isWanted()) return null;
    document.addPage(sheetOf("A4"));
    document.draw(marks);
    if (page === 0) document.draw(qrCode(paper.address, orderQrBox));
    if (page === map?.page) {
      const { north } = text.map;
      document.draw(orderMap(city, paper, { box: map.box, measure: quickMeasure(measure), north }));
    }
    await setImmediate();
  }
  return document.finish();
}
