import { setImmediate } from "node:timers/promises";
import { ordersByUnit } from "../../../domain/ads/orders-by-unit.ts";
import type { AdPlanDossier } from "../../../domain/ads/plan-dossier.ts";
import { orderListPages } from "../../../domain/paper/ads/order-list.ts";
import { sheetOf } from "../../../domain/paper/page-size.ts";
import { quickMeasure } from "../../../domain/paper/quick-measure.ts";
import { adPapersTexts } from "../../../domain/text/ad-papers-text.ts";
import type { PaperLanguage } from "../../../domain/text/papers-text.ts";
import { openPaper } from "../paper-document.ts";

/**
 * 工单清单: a list a responsible unit, each on pages of its own so that it can be handed over alone. `unit`: the only one
 * that is wanted. Null when nobody waits for the rest.
 */
export async function ordersDocument(
  dossier: AdPlanDossier,
  { language = "zh", unit = null }: { language?: PaperLanguage; unit?: string | null } = {},
  isWanted: () => boolean = () => true,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const text = adPapersTexts[language];
  const paper = await openPaper({
    title: `${dossier.city.name} ${text.orders.title} ${dossier.stamp.scenario}`,
    language: language === "en" ? "en" : "zh-CN",
    createdAt: Date.parse(dossier.stamp.madeAt),
  });
  const draft = { dossier, text, measure: quickMeasure(paper.measure) };
  const orders = ordersByUnit(dossier.sites).filter(
    ({ unitId }) => unit === null || unitId === unit,
  );
  const lists = orders.length > 0 ? orders : [{ unitId: unit, unitName: unit, sites: [] }];
  for (const order of lists) {
    for (const marks of orderListPages(draft, order)) {
      if (!isWanted()) return null;
      paper.addPage(sheetOf("A4"));
      paper.draw(marks);
      await setImmediate();
    }
  }
  return paper.finish();
}
