import { queryOptions } from "@tanstack/react-query";
import { Calendar } from "../../domain/contract/calendar.ts";
import { HotSpots } from "../../domain/contract/hot-spots.ts";
import { recurrenceFilter } from "../state/recurrence-time.ts";
import type { FilterParams } from "../state/url-state.ts";
import { getJson } from "./http.ts";
import { STILL } from "./queries.ts";

export const hotSpotsQuery = (given: FilterParams) => {
  const filter = recurrenceFilter(given);
  return queryOptions({
    queryKey: ["hot-spots", filter],
    queryFn: ({ signal }) => getJson("hot-spots", filter, HotSpots, signal),
    ...STILL,
  });
};

export const calendarQuery = (filter: FilterParams) =>
  queryOptions({
    queryKey: ["calendar", filter],
    queryFn: ({ signal }) => getJson("calendar", filter, Calendar, signal),
    ...STILL,
  });
