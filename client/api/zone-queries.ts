import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ZoneChangeHistory } from "../../domain/contract/zone-changes.ts";
import { ZoneList } from "../../domain/contract/zones.ts";
import { getJson } from "./http.ts";

/** All of them begin so: a change of borders makes every one old. */
export const ZONE_KEY = "zone-borders";

/** Zones of every level on a day, now where it is undefined. Asked again when the window is looked at: others draw too. */
export const zoneBordersQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: [ZONE_KEY, "list", asOf],
    queryFn: ({ signal }) => getJson("zones", { level: "all", asOf }, ZoneList, signal),
    staleTime: 30_000,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
  });

export const zoneHistoryQuery = queryOptions({
  queryKey: [ZONE_KEY, "history"],
  queryFn: ({ signal }) => getJson("zones/changes", {}, ZoneChangeHistory, signal),
});
