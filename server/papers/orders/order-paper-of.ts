import { timesOverdue } from "../../../domain/case/times-overdue.ts";
import {
  documentNumber,
  type OrderItem,
  type OrderPaper,
  type PaperPhoto,
  shortCityName,
} from "../../../domain/order-paper.ts";
import type { OrderText } from "../../../domain/text/order-zh-cn.ts";
import { DAY_MS } from "../../../domain/time.ts";
import type { City } from "../../city/city.ts";
import type { LoadedCase } from "../../services/case-files.ts";
import type { SeenOrder } from "../../services/seen-orders.ts";

/** A case with what its reader is shown of it. */
export type ShownCase = {
  readonly loaded: LoadedCase;
  readonly description: string;
  readonly address: string | null;
  readonly photo: PaperPhoto | null;
  /** The deadline that the paper names, epoch ms. */
  readonly dueAt: number | null;
  /** Times that its place came back. */
  readonly returns: number;
};

type Printed = { readonly text: OrderText; readonly address: string };

/** 交办单: what was handed over, with the deadlines of that day; printed again it says the same. */
export function orderPaperOf(
  city: City,
  { order }: SeenOrder,
  cases: readonly ShownCase[],
  printed: Printed,
): OrderPaper {
  const at = city.clock.toIso(order.issuedAt);
  const { mark, shared } = headOf(city, "order", printed.text);
  return {
    kind: "order",
    ...shared,
    documentNumber: documentNumber(mark, at.slice(0, 4), order.number),
    unit: unitName(city, order.unitId),
    at,
    handledBy: order.actorName,
    items: cases.map((each, i) => itemOf(city, each, i + 1, null)),
    unlisted: 0,
    demandedBy: null,
    address: printed.address,
  };
}

type Notice = Printed & {
  readonly unitId: string;
  readonly t: number;
  readonly unlisted: number;
  readonly demandedBy: string;
};

/** 督查通知书: what a unit has not done by T, most urgent first. The office gives it its number. */
export function noticePaperOf(
  city: City,
  cases: readonly ShownCase[],
  { text, address, unitId, t, unlisted, demandedBy }: Notice,
): OrderPaper {
  const at = city.clock.toIso(t);
  const { mark, shared } = headOf(city, "notice", text);
  return {
    kind: "notice",
    ...shared,
    documentNumber: documentNumber(mark, at.slice(0, 4), null),
    unit: unitName(city, unitId),
    at,
    handledBy: null,
    items: cases.map((each, i) => itemOf(city, each, i + 1, t)),
    unlisted,
    demandedBy,
    address,
  };
}

function headOf({ pack }: City, kind: OrderPaper["kind"], text: OrderText) {
  const { name, isDemo, settings } = pack.manifest;
  const { office, orderMark, noticeMark } = settings.order;
  const mark = (kind === "order" ? orderMark : noticeMark) ?? text.marks[kind](shortCityName(name));
  return { mark, shared: { city: name, isDemo, office: office ?? text.office(name) } };
}

/** `t`: as of when it may be overdue; null: it is not asked. */
function itemOf(city: City, shown: ShownCase, number: number, t: number | null): OrderItem {
  const { loaded, dueAt, description, returns, photo } = shown;
  const { problem, start, steps, file } = loaded;
  const isOverdue = t !== null && dueAt !== null && dueAt < t && !file.isHardDeduction;
  return {
    number,
    id: problem.id,
    category: city.tables.tree.at(city.tables.categoryOrdinal(problem.category)).name,
    place: shown.address ?? placeName(city, loaded),
    position: problem.position,
    description,
    dueAt: dueAt === null ? null : city.clock.toIso(dueAt),
    isHardDeduction: file.isHardDeduction,
    overdueDays: isOverdue ? Math.floor((t - dueAt) / DAY_MS) : null,
    timesOverdue: t === null ? 0 : timesOverdue(start, steps, t),
    returns,
    reworks: t === null ? 0 : file.reworks,
    photo,
  };
}

/** Zone and road of a spot without an address; "" where neither is known. */
function placeName({ tables, pack, now }: City, { problem }: LoadedCase): string {
  if (problem.position === null) return "";
  const [lng, lat] = problem.position;
  const { registry } = tables;
  const holding = registry.zones.at(now()).holding(lng, lat);
  const zone = holding.find(({ level }) => level === "community") ?? holding[0];
  const answering = registry.answerableAt(lng, lat, problem.category, now());
  const road = answering.flatMap(({ duty: { scope } }) =>
    scope.type === "section" ? (pack.roads.find(({ id }) => id === scope.id)?.name ?? []) : [],
  )[0];
  return [zone?.name ?? "", road ?? ""].filter((part) => part !== "").join(" ");
}

function unitName({ pack }: City, id: string): string {
  return pack.units.find((unit) => unit.id === id)?.name ?? id;
}
