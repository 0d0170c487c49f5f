import { queryOptions } from "@tanstack/react-query";
import { PlannedVisits, WorkOrderDetail } from "../../domain/contract/cases.ts";
import { ProblemPage } from "../../domain/contract/problems.ts";
import { CasesInHand, SuggestedVisits } from "../../domain/contract/visits.ts";
import { getJson } from "./http.ts";

/** Asked for again each minute; offline the service worker answers, so the question is always put. */
const FRESH = {
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
  networkMode: "always",
} as const;

/** What a unit has in hand; undefined: the account's own. */
export const inHandQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: ["visits", "in-hand", unit],
    queryFn: ({ signal }) => getJson("cases/in-hand", { unit }, CasesInHand, signal),
    ...FRESH,
  });

export const workOrderQuery = (number: string) =>
  queryOptions({
    queryKey: ["work-orders", number],
    queryFn: ({ signal }) =>
      getJson(`work-orders/${encodeURIComponent(number)}`, {}, WorkOrderDetail, signal),
    ...FRESH,
  });

export const plannedVisitsQuery = queryOptions({
  queryKey: ["visits", "planned"],
  queryFn: ({ signal }) => getJson("cases/visits", {}, PlannedVisits, signal),
  ...FRESH,
});

export const suggestedVisitsQuery = queryOptions({
  queryKey: ["visits", "suggested"],
  queryFn: ({ signal }) => getJson("cases/visits/suggested", {}, SuggestedVisits, signal),
  ...FRESH,
});

/** Rectified and waiting for a check, the most urgent first; within a box, or undefined: anywhere. */
export const toCheckQuery = (bbox: string | undefined) =>
  queryOptions({
    queryKey: ["visits", "to-check", bbox],
    queryFn: ({ signal }) =>
      getJson(
        "problems",
        { state: "rectified", sort: "dueAt", limit: "500", bbox },
        ProblemPage,
        signal,
      ),
    ...FRESH,
  });
