import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { CityManifest } from "../../domain/contract/city.ts";
import { SignBody, SignList, SignReportBody, SignReportMade } from "../../domain/contract/signs.ts";
import { apiUrl, getJson, sendJson } from "./http.ts";

export const signQuery = (id: string, type: string | undefined, on: string | undefined) =>
  queryOptions({
    queryKey: ["sign", id, type, on],
    queryFn: ({ signal }) =>
      getJson(`signs/${encodeURIComponent(id)}`, { type, on }, SignBody, signal),
  });

export const signsOfZoneQuery = (
  zone: string,
  roadClass: string | undefined,
  on: string | undefined,
) =>
  queryOptions({
    queryKey: ["signs", zone, roadClass, on],
    queryFn: ({ signal }) => getJson("signs", { zone, class: roadClass, on }, SignList, signal),
    placeholderData: keepPreviousData,
  });

/** What may be reported, and as what: asked for when the form is opened. */
export const reportChoicesQuery = queryOptions({
  queryKey: ["report-choices"],
  queryFn: async ({ signal }) => {
    const { categories, sources } = await getJson("city", {}, CityManifest, signal);
    return { categories, sources };
  },
  staleTime: Number.POSITIVE_INFINITY,
});

type SignReport = SignReportBody & { readonly id: string; readonly type: string };

/** Sends a report about a board, by anybody; the same clientId again makes no second one. Throws an ApiError. */
export function reportAtSign({ id, type, ...body }: SignReport): Promise<SignReportMade> {
  const path = `signs/${encodeURIComponent(id)}/reports?type=${type}`;
  return sendJson("POST", path, SignReportBody.parse(body), SignReportMade);
}

type SignFile = "sign.pdf" | "sign.svg" | "map.svg";

export function signFileUrl(
  id: string,
  file: SignFile,
  query: Readonly<Record<string, string | undefined>>,
): string {
  return apiUrl(`signs/${encodeURIComponent(id)}/${file}`, query);
}
