import type { Context } from "hono";
import { DomainError } from "../../domain/errors.ts";
import type { OrderPaper } from "../../domain/order-paper.ts";
import { orderTexts } from "../../domain/text/order-text.ts";
import { viewerOf } from "../access/identity.ts";
import { shownWords } from "../access/shown-problem.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { type OrderLanguage, orderDocument } from "../papers/orders/order-document.ts";
import { orderDocx } from "../papers/orders/order-docx.ts";
import { noticePaperOf, orderPaperOf, type ShownCase } from "../papers/orders/order-paper-of.ts";
import { paperPhotos } from "../photos/paper-photos.ts";
import type { SeenOrder } from "../services/seen-orders.ts";
import { noticeCases } from "./notice-cases.ts";
import { docxResponse, pdfResponse, readLanguage } from "./paper-answer.ts";
import { readQuery } from "./read-query.ts";

export type OrderDeps = Pick<Deps, "city" | "photos" | "publicUrl">;

/** One of the two kinds of file. */
type Writer = typeof writePdf;

/** 交办单 as a file, with what of the order the account sees. */
export async function orderFile(
  c: Context,
  deps: OrderDeps,
  seen: SeenOrder,
  write: Writer,
): Promise<Response> {
  const { city } = deps;
  const language = readLanguage(readQuery(c, ["lang"]).lang);
  const text = orderTexts[language];
  const { number } = seen.order;
  const cases = seen.cases.map((loaded) => ({ loaded, returns: 0, dueAt: loaded.dueAtIssue }));
  const address = addressOf(c, deps, `/orders/${encodeURIComponent(number)}`);
  const shown = await shownCases(c, deps, cases);
  const paper = orderPaperOf(city, seen, shown, { text, address });
  return write(c, city, paper, { title: text.fileNames.order(number, paper.unit), language });
}

/** 督查通知书 as a file. Throws not-found where there is nothing to be done. */
export async function noticeFile(c: Context, deps: OrderDeps, write: Writer): Promise<Response> {
  const { city } = deps;
  const { notice, lang } = await noticeCases(c, city);
  const language = readLanguage(lang);
  const { cases, unitId, t } = notice;
  if (cases.length === 0) throw new DomainError("not-found", { what: "open-problems", id: unitId });
  const text = orderTexts[language];
  const dued = cases.map((each) => ({ ...each, dueAt: each.loaded.file.dueAt }));
  const address = addressOf(c, deps, `/orders?unit=${encodeURIComponent(unitId)}`);
  const shown = await shownCases(c, deps, dued);
  const paper = noticePaperOf(city, shown, { ...notice, text, address });
  const title = text.fileNames.notice(city.clock.toDate(t), paper.unit);
  return write(c, city, paper, { title, language });
}

function addressOf(c: Context, { publicUrl }: OrderDeps, path: string): string {
  return `${publicUrl ?? new URL(c.req.url).origin}${path}`;
}

/** With their words as the account reads them, and a small picture each. */
async function shownCases(
  c: Context,
  { city, photos }: OrderDeps,
  cases: readonly Pick<ShownCase, "loaded" | "returns" | "dueAt">[],
): Promise<ShownCase[]> {
  const viewer = viewerOf(c);
  const lists = cases.map(({ loaded }) => loaded.problem.photos);
  const pictures = await paperPhotos({ photos, packFolder: city.pack.folder }, lists);
  return cases.map((each, i) => ({
    ...each,
    ...shownWords(viewer, each.loaded.problem),
    photo: pictures[i] ?? null,
  }));
}

type Named = { readonly title: string; readonly language: OrderLanguage };

export async function writePdf(c: Context, city: City, paper: OrderPaper, named: Named) {
  const isWanted = () => !c.req.raw.signal.aborted;
  const bytes = await orderDocument(city, paper, named, isWanted);
  return pdfResponse(c, bytes, `${named.title}.pdf`);
}

export async function writeDocx(c: Context, city: City, paper: OrderPaper, named: Named) {
  return docxResponse(c, await orderDocx(city, paper, named), `${named.title}.docx`);
}
