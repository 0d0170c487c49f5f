import { queryOptions } from "@tanstack/react-query";
import { type ProblemBody, ProblemFeature, ProblemPage } from "../../domain/contract/problems.ts";
import {
  RecurrenceParameters,
  type RecurrencePlace,
  RecurrenceSummary,
  Suggestions,
} from "../../domain/contract/recurrence.ts";
import { RecurrenceSettings } from "../../domain/recurrence/params.ts";
import type { FilterParams } from "../state/url-state.ts";
import { getJson } from "./http.ts";
import { STILL } from "./queries.ts";

export const summaryQuery = (filter: FilterParams) =>
  queryOptions({
    queryKey: ["recurrence-summary", filter],
    queryFn: ({ signal }) => getJson("recurrence/summary", filter, RecurrenceSummary, signal),
    ...STILL,
  });

export const parametersQuery = queryOptions({
  queryKey: ["recurrence-parameters"],
  queryFn: async ({ signal }) => {
    const answer = await getJson("recurrence/parameters", {}, RecurrenceParameters, signal);
    return { ...answer, settings: RecurrenceSettings.parse(answer.settings) };
  },
  ...STILL,
});

export const suggestionsQuery = (filter: FilterParams) =>
  queryOptions({
    queryKey: ["suggestions", filter],
    queryFn: ({ signal }) => getJson("recurrence/suggestions", filter, Suggestions, signal),
    ...STILL,
  });

type Spot = Pick<RecurrencePlace, "id" | "position" | "radiusM" | "category">;

/** How many of the newest reports around a place are looked through for its name. */
const NAMING = 5;
/** Reports around a place that come in one answer; the rest is asked for one by one. */
const AT_ONCE = 200;

/** The address of a place's newest report that has one; null when none has. */
export const placeNameQuery = (place: Spot, asOf: string | undefined) =>
  queryOptions({
    queryKey: ["place-name", place.id, asOf],
    queryFn: async ({ signal }) => {
      const near = await reportsAround(place, asOf, NAMING, signal);
      return near.find(({ address }) => address)?.address ?? null;
    },
    staleTime: STILL.staleTime,
  });

/** The reports of a place by their ids, with address and photographs; those that are gone are left out. */
export const placeReportsQuery = (place: Spot, ids: readonly string[], asOf: string | undefined) =>
  queryOptions({
    queryKey: ["place-reports", place.id, ids.join(), asOf],
    queryFn: async ({ signal }) => {
      const near = await reportsAround(place, asOf, AT_ONCE, signal);
      const known = new Map(near.map((report) => [report.id, report]));
      const missing = ids.filter((id) => !known.has(id));
      const far = await Promise.all(
        missing.map((id) =>
          getJson(`problems/${encodeURIComponent(id)}`, { asOf }, ProblemFeature, signal),
        ),
      );
      for (const { properties } of far) known.set(properties.id, properties);
      return ids.flatMap((id) => known.get(id) ?? []);
    },
    staleTime: STILL.staleTime,
  });

/** Newest first. A report may lie a radius from the anchor of its day, and the anchor half a radius from there. */
async function reportsAround(
  { id, position: [lng, lat], radiusM, category }: Spot,
  asOf: string | undefined,
  limit: number,
  signal: AbortSignal,
): Promise<readonly ProblemBody[]> {
  const latReach = (2 * radiusM) / 111_195;
  const lngReach = latReach / Math.cos((lat * Math.PI) / 180);
  const box = [lng - lngReach, lat - latReach, lng + lngReach, lat + latReach];
  const bbox = box.map((degrees) => degrees.toFixed(7)).join();
  const query = { category, bbox, asOf, limit: String(limit), sort: "-reportedAt" };
  const { features } = await getJson("problems", query, ProblemPage, signal);
  return features.map(({ properties }) => properties).filter(({ placeId }) => placeId === id);
}
