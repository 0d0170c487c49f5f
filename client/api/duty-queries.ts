import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { DutyHistory, DutyScopes } from "../../domain/contract/duties.ts";
import { DutyDefects } from "../../domain/contract/duty-defects.ts";
import { DutyList } from "../../domain/contract/zones.ts";
import { getJson } from "./http.ts";

/** All of them begin so: an act on the duties makes every one old. */
export const DUTY_KEY = "duty-registry";

/** `on`: a day, `all`, or undefined for now. */
export const dutyTableQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: [DUTY_KEY, "table", on],
    queryFn: ({ signal }) => getJson("duties", { on, geometry: "none" }, DutyList, signal),
    placeholderData: keepPreviousData,
  });

export const dutyDefectsQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: [DUTY_KEY, "defects", on],
    queryFn: ({ signal }) => getJson("duties/defects", { on }, DutyDefects, signal),
    placeholderData: keepPreviousData,
  });

export const dutyHistoryQuery = queryOptions({
  queryKey: [DUTY_KEY, "history"],
  queryFn: ({ signal }) => getJson("duties/history", {}, DutyHistory, signal),
});

export const dutyScopesQuery = (type: string, q: string) =>
  queryOptions({
    queryKey: ["duty-scopes", type, q],
    queryFn: ({ signal }) => getJson("duties/scopes", { type, q }, DutyScopes, signal),
    placeholderData: keepPreviousData,
  });
