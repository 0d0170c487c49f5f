import { queryOptions } from "@tanstack/react-query";
import { AdRoads, AdSummaryBody } from "../../domain/contract/ads.ts";
import { ProblemPage } from "../../domain/contract/problems.ts";
import { ScreenBody } from "../../domain/contract/screen.ts";
import { ScreenHours, ScreenRecent, ScreenStandings } from "../../domain/contract/screen-reads.ts";
import type { FilterParams } from "../state/url-state.ts";
import { getJson } from "./http.ts";
import { STILL } from "./queries.ts";

const MINUTE_MS = 60_000;

/** What walls show, in which order; asked for again now and then where the live line does not tell. */
export const screenPlanQuery = queryOptions({
  queryKey: ["screen-plan"],
  queryFn: ({ signal }) => getJson("screen", {}, ScreenBody, signal),
  refetchInterval: 5 * MINUTE_MS,
  refetchIntervalInBackground: true,
});

/** The first problems of an order; no more is read of them. */
export const firstProblemsQuery = (filter: FilterParams, sort: "dueAt" | "-dueAt", limit: number) =>
  queryOptions({
    queryKey: ["first-problems", sort, limit, filter],
    queryFn: ({ signal }) =>
      getJson("problems", { ...filter, sort, limit: String(limit) }, ProblemPage, signal),
    ...STILL,
  });

/** Sums of the audit of public-interest ads; it changes with the pack and with rules, not with reports. */
export const adSummaryQuery = queryOptions({
  queryKey: ["ad-summary"],
  queryFn: ({ signal }) => getJson("ads/summary", {}, AdSummaryBody, signal),
  staleTime: 10 * MINUTE_MS,
  refetchInterval: 10 * MINUTE_MS,
});

/** Every road with how it stands; as seldom as the sums. */
export const adRoadsQuery = queryOptions({
  queryKey: ["ad-roads"],
  queryFn: ({ signal }) => getJson("ads/roads", {}, AdRoads, signal),
  staleTime: 10 * MINUTE_MS,
  refetchInterval: 10 * MINUTE_MS,
});

/** Zones with score, rank and what stood open for thirty days. */
export const standingsQuery = (filter: FilterParams) =>
  queryOptions({
    queryKey: ["standings", filter],
    queryFn: ({ signal }) => getJson("screen/standings", filter, ScreenStandings, signal),
    ...STILL,
  });

/** What happened last, newest first. */
export const recentQuery = (filter: FilterParams, limit: number) =>
  queryOptions({
    queryKey: ["recent", limit, filter],
    queryFn: ({ signal }) =>
      getJson("screen/recent", { ...filter, limit: String(limit) }, ScreenRecent, signal),
    ...STILL,
  });

/** Reported and closed by the hour of today, with what is usual. */
export const hoursQuery = (filter: FilterParams) =>
  queryOptions({
    queryKey: ["hours", filter],
    queryFn: ({ signal }) => getJson("screen/hours", filter, ScreenHours, signal),
    ...STILL,
  });
