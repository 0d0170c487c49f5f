import { z } from "zod";
import type { LngLat } from "./spatial/lng-lat.ts";

/** 交办单: what one order hands to a unit. 督查通知书: what a unit has not done yet. */
export const orderPaperKinds = ["order", "notice"] as const;
export type OrderPaperKind = (typeof orderPaperKinds)[number];

const Words = z.string().trim().min(1).max(30);

/** `settings.order` of a pack: how the office that issues orders is called, and how it numbers its papers. */
export const OrderSettings = z.object({
  /** 云泽市创建全国文明城市指挥部, where it is not called so after the city. */
  office: Words.optional(),
  /** What stands before 〔2026〕, such as 云泽创交. */
  orderMark: Words.optional(),
  noticeMark: Words.optional(),
});
export type OrderSettings = z.infer<typeof OrderSettings>;

/** A picture for paper, small. */
export type PaperPhoto = {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/** A problem on a paper; instants as ISO 8601 in the city's time. */
export type OrderItem = {
  /** In the list and on the map, from 1. */
  readonly number: number;
  readonly id: string;
  readonly category: string;
  /** Address, else zone and road. */
  readonly place: string;
  readonly position: LngLat | null;
  readonly description: string;
  /** Null: no limit, or the clock is stopped. */
  readonly dueAt: string | null;
  readonly isHardDeduction: boolean;
  /** Of notices alone: whole days over; null: not overdue. */
  readonly overdueDays: number | null;
  /** Deadlines that passed with it undone, the standing one included. */
  readonly timesOverdue: number;
  /** Times that the place came back. */
  readonly returns: number;
  /** Times that a check sent it back. */
  readonly reworks: number;
  readonly photo: PaperPhoto | null;
};

/** All that a printed order or notice says. */
export type OrderPaper = {
  readonly kind: OrderPaperKind;
  readonly city: string;
  readonly isDemo: boolean;
  readonly office: string;
  /** 云泽创交〔2026〕1号; of a notice with room for the number, which the office gives. */
  readonly documentNumber: string;
  readonly unit: string;
  /** Issued, or as of. */
  readonly at: string;
  /** Who issued it here; null: not known. */
  readonly handledBy: string | null;
  readonly items: readonly OrderItem[];
  /** Problems that have no room in the list. */
  readonly unlisted: number;
  /** `YYYY-MM-DD` by which overdue ones are demanded; null on an order. */
  readonly demandedBy: string | null;
  /** Where the code leads. */
  readonly address: string;
};

/** `2026-00001` as an office writes it: 云泽创交〔2026〕1号. Null: with room for a number by hand. */
export function documentNumber(mark: string, year: string, number: string | null): string {
  const running = number === null ? "　　" : String(Number(number.slice(year.length + 1)));
  return `${mark}〔${year}〕${running}号`;
}

/** The name of a city without what kind of place it is: 云泽市 → 云泽. */
export function shortCityName(name: string): string {
  return name.length > 2 ? name.replace(/[市县区州盟旗]$/u, "") : name;
}
