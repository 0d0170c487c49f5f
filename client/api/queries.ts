import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { CityManifest } from "../../domain/contract/city.ts";
import {
  ProblemCount,
  ProblemFeature,
  ProblemHistory,
  ProblemPage,
  ProblemTrend,
} from "../../domain/contract/problems.ts";
import {
  PlaceEvidence,
  RecurrenceCells,
  RecurrenceLegend,
  RecurrencePlaces,
} from "../../domain/contract/recurrence.ts";
import { SearchResults } from "../../domain/contract/search.ts";
import { DutyAt, DutyList, ZoneList } from "../../domain/contract/zones.ts";
import { recurrenceFilter } from "../state/recurrence-time.ts";
import type { FilterParams } from "../state/url-state.ts";
import { getJson } from "./http.ts";

/** Answers for one asOf never change but by a write; the clock's tick makes new keys. */
export const STILL = { staleTime: 5 * 60_000, placeholderData: keepPreviousData } as const;

/** How often the server is asked for its clock and revision: it tells by itself while the live line stands. */
const PULSE_MS = 15_000;
const LIVE_PULSE_MS = 60_000;

export const cityQuery = (isLive: boolean) =>
  queryOptions({
    queryKey: ["city"],
    queryFn: ({ signal }) => getJson("city", {}, CityManifest, signal),
    refetchInterval: isLive ? LIVE_PULSE_MS : PULSE_MS,
    refetchIntervalInBackground: true,
    retry: false,
  });

export const countQuery = (filter: FilterParams) =>
  queryOptions({
    queryKey: ["count", filter],
    queryFn: ({ signal }) => getJson("problems/count", filter, ProblemCount, signal),
    ...STILL,
  });

export type ProblemListKind = "problems" | "problems/unplaced";

export const problemListQuery = (kind: ProblemListKind, filter: FilterParams, sort: string) =>
  infiniteQueryOptions({
    queryKey: [kind, filter, sort],
    queryFn: ({ pageParam, signal }) =>
      getJson(kind, { ...filter, sort, limit: "100", cursor: pageParam }, ProblemPage, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ProblemPage) => page.nextCursor ?? undefined,
    ...STILL,
  });

export const problemQuery = (id: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ["problem", id, asOf],
    queryFn: ({ signal }) =>
      getJson(`problems/${encodeURIComponent(id)}`, { asOf }, ProblemFeature, signal),
    staleTime: STILL.staleTime,
    // The same problem a moment earlier stays on the page until the new answer is there.
    placeholderData: (before) => (before?.properties.id === id ? before : undefined),
  });

export const problemHistoryQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ["problem-history", id, version],
    queryFn: ({ signal }) =>
      getJson(`problems/${encodeURIComponent(id)}/history`, {}, ProblemHistory, signal),
    staleTime: 0,
  });

export const trendQuery = (filter: FilterParams, days: number) =>
  queryOptions({
    queryKey: ["trend", filter, days],
    queryFn: ({ signal }) =>
      getJson("problems/trend", { ...filter, days: String(days) }, ProblemTrend, signal),
    ...STILL,
  });

export const zonesQuery = (filter: FilterParams, level: "zone" | "community" | "cell" | "all") =>
  queryOptions({
    queryKey: ["zones", level, filter],
    queryFn: ({ signal }) => getJson("zones", { ...filter, level }, ZoneList, signal),
    ...STILL,
  });

export const dutiesQuery = (role: string, on: string | undefined) =>
  queryOptions({
    queryKey: ["duties", role, on?.slice(0, 10)],
    queryFn: ({ signal }) => getJson("duties", { role, on }, DutyList, signal),
    ...STILL,
  });

export const dutyAtQuery = (
  lng: number,
  lat: number,
  category: string | undefined,
  on: string | undefined,
) =>
  queryOptions({
    queryKey: ["duty-at", lng, lat, category, on?.slice(0, 10)],
    queryFn: ({ signal }) =>
      getJson("duty-at", { lng: String(lng), lat: String(lat), category, on }, DutyAt, signal),
    staleTime: STILL.staleTime,
  });

export const cellsQuery = (given: FilterParams, resolution: number) => {
  const filter = recurrenceFilter(given);
  return queryOptions({
    queryKey: ["cells", resolution, filter],
    queryFn: ({ signal }) =>
      getJson("recurrence/cells", { ...filter, res: String(resolution) }, RecurrenceCells, signal),
    ...STILL,
  });
};

/** Highest λ30 first; `classes` as a comma list, all when absent. */
export const placesQuery = (given: FilterParams, limit: number, classes?: string) => {
  const filter = recurrenceFilter(given);
  return queryOptions({
    queryKey: ["places", limit, filter, classes],
    queryFn: ({ signal }) =>
      getJson(
        "recurrence/places",
        { ...filter, class: classes, limit: String(limit) },
        RecurrencePlaces,
        signal,
      ),
    ...STILL,
  });
};

export const placeQuery = (id: number, filter: FilterParams) =>
  queryOptions({
    queryKey: ["place", id, filter],
    queryFn: ({ signal }) => getJson(`recurrence/places/${id}`, filter, PlaceEvidence, signal),
    ...STILL,
  });

/** The server fixes its breaks anew when it starts: asked for with the moment of what is painted with them. */
export const legendQuery = (filter: FilterParams) => {
  const { category, asOf } = recurrenceFilter(filter);
  return queryOptions({
    queryKey: ["legend", category ?? "", asOf],
    queryFn: ({ signal }) =>
      getJson("recurrence/legend", { category, asOf }, RecurrenceLegend, signal),
    ...STILL,
  });
};

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ["search", text],
    queryFn: ({ signal }) => getJson("search", { q: text }, SearchResults, signal),
    enabled: text.trim() !== "",
    ...STILL,
  });
