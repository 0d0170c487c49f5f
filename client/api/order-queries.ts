import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { WorkOrderList } from "../../domain/contract/cases.ts";
import { apiUrl, getJson } from "./http.ts";

/** Orders that one answer holds. */
export const ORDERS_LISTED = 200;

/** Work orders 交办单, newest first; `open`: with something to be done alone. */
export const ordersQuery = (unit: string | undefined, isOpenOnly: boolean) =>
  queryOptions({
    queryKey: ["work-orders", "list", unit, isOpenOnly],
    queryFn: ({ signal }) =>
      getJson(
        "work-orders",
        { unit, open: isOpenOnly ? "1" : undefined, limit: String(ORDERS_LISTED) },
        WorkOrderList,
        signal,
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

export const paperEndings = ["pdf", "docx"] as const;
export type PaperEnding = (typeof paperEndings)[number];

export function orderFileUrl(number: string, ending: PaperEnding, lang: "zh" | "en"): string {
  const path = `work-orders/${encodeURIComponent(number)}/order.${ending}`;
  return apiUrl(path, { lang: lang === "en" ? lang : undefined });
}

type Notice = { readonly unit: string; readonly by: string | undefined };

export function noticeFileUrl({ unit, by }: Notice, ending: PaperEnding, lang: "zh" | "en") {
  const query = { unit, by, lang: lang === "en" ? lang : undefined };
  return apiUrl(`work-orders/notice.${ending}`, query);
}
