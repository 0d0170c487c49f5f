import { queryOptions } from "@tanstack/react-query";
import { MyGrid, MyPeople } from "../../domain/contract/my.ts";
import { Urge } from "../../domain/contract/urge.ts";
import { getJson, sendJson } from "./http.ts";
import type { QueuedUrge } from "./urge-store.ts";

const FRESH_MS = 60_000;

/** What needs a person; asked for again each minute unless the moment is pinned. */
export const myQuery = (person: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ["my", person, asOf],
    queryFn: ({ signal }) => getJson("my", { person, asOf }, MyGrid, signal),
    refetchInterval: asOf === undefined ? FRESH_MS : false,
    refetchOnWindowFocus: true,
    // Offline the service worker answers, so the question is always put.
    networkMode: "always",
  });

export const myPeopleQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ["my-people", asOf],
    queryFn: ({ signal }) => getJson("my/people", { asOf }, MyPeople, signal),
    networkMode: "always",
  });

/** Throws an ApiError, status 0 where the server was not reached. */
export function sendUrge({ problemId, ...urge }: QueuedUrge): Promise<Urge> {
  return sendJson("POST", `problems/${encodeURIComponent(problemId)}/urge`, urge, Urge);
}
