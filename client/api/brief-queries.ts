import { queryOptions } from "@tanstack/react-query";
import { BriefBody, BriefPeople } from "../../domain/contract/briefs.ts";
import type { DutyRole } from "../../domain/duty.ts";
import { apiUrl, getJson } from "./http.ts";

/** Which week, as of when. */
export type BriefWeek = { readonly week: string | undefined; readonly asOf: string | undefined };

export const briefQuery = (person: string, { week, asOf }: BriefWeek) =>
  queryOptions({
    queryKey: ["brief", person, week, asOf],
    queryFn: ({ signal }) => getJson("briefs", { person, week, asOf }, BriefBody, signal),
  });

export const briefPeopleQuery = (role: DutyRole, { week, asOf }: BriefWeek) =>
  queryOptions({
    queryKey: ["brief-people", role, week, asOf],
    queryFn: ({ signal }) => getJson("briefs/people", { role, week, asOf }, BriefPeople, signal),
  });

export function briefFileUrl(
  file: "brief.pdf" | "brief.docx" | "map.svg",
  person: string,
  { week, asOf }: BriefWeek,
  lang: "zh" | "en",
): string {
  return apiUrl(`briefs/${file}`, { person, week, asOf, lang: lang === "en" ? lang : undefined });
}

export function briefBatchUrl(role: DutyRole, { week, asOf }: BriefWeek, lang: "zh" | "en") {
  return apiUrl("briefs/batch.pdf", { role, week, asOf, lang: lang === "en" ? lang : undefined });
}
