import { queryOptions } from "@tanstack/react-query";
import {
  RecurrenceParameters,
  RecurrenceSummary,
  Suggestions,
} from "../../domain/contract/recurrence.ts";
import { RecurrenceSettings } from "../../domain/recurrence/params.ts";
import { recurrenceFilter } from "../state/recurrence-time.ts";
import type { FilterParams } from "../state/url-state.ts";
import { getJson } from "./http.ts";
import { STILL } from "./queries.ts";

export const summaryQuery = (given: FilterParams) => {
  const filter = recurrenceFilter(given);
  return queryOptions({
    queryKey: ["recurrence-summary", filter],
    queryFn: ({ signal }) => getJson("recurrence/summary", filter, RecurrenceSummary, signal),
    ...STILL,
  });
};

export const parametersQuery = queryOptions({
  queryKey: ["recurrence-parameters"],
  queryFn: async ({ signal }) => {
    const answer = await getJson("recurrence/parameters", {}, RecurrenceParameters, signal);
    return { ...answer, settings: RecurrenceSettings.parse(answer.settings) };
  },
  ...STILL,
});

export const suggestionsQuery = (given: FilterParams) => {
  const filter = recurrenceFilter(given);
  return queryOptions({
    queryKey: ["suggestions", filter],
    queryFn: ({ signal }) => getJson("recurrence/suggestions", filter, Suggestions, signal),
    ...STILL,
  });
};
