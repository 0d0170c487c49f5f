import { queryOptions } from "@tanstack/react-query";
import { NewProblemBody } from "../../domain/contract/problems.ts";
import {
  NewProblemMade,
  ProblemsNear,
  PublicNear,
  PublicPlace,
  PublicReport,
  PublicReportBody,
  PublicReportMade,
} from "../../domain/contract/public-reports.ts";
import { apiUrl, getJson, sendJson } from "./http.ts";
import type { PhotoDoor } from "./upload-photo.ts";

export type Spot = readonly [lng: number, lat: number];

const spotQuery = ([lng, lat]: Spot) => ({ lng: lng.toFixed(6), lat: lat.toFixed(6) });

/** What a spot is called. */
export const placeNameQuery = (spot: Spot) =>
  queryOptions({
    queryKey: ["place-name", ...spot],
    queryFn: ({ signal }) => getJson("public/place", spotQuery(spot), PublicPlace, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Open reports that a new one may be a double of: to an account which, to anybody how many. */
export const similarQuery = (door: PhotoDoor, spot: Spot, category: string) =>
  queryOptions({
    queryKey: ["similar-reports", door, ...spot, category],
    queryFn: async ({ signal }): Promise<PublicNear & Partial<ProblemsNear>> => {
      const query = { ...spotQuery(spot), category };
      if (door === "public") return getJson("public/reports/near", query, PublicNear, signal);
      const near = await getJson("problems/near", query, ProblemsNear, signal);
      return { ...near, nearest: null };
    },
    retry: false,
  });

/** Throws an ApiError. */
export function sendPublicReport(body: PublicReportBody): Promise<PublicReportMade> {
  return sendJson("POST", "public/reports", PublicReportBody.parse(body), PublicReportMade);
}

/** Throws an ApiError. */
export async function sendOwnReport(body: NewProblemBody): Promise<PublicReportMade> {
  const made = await sendJson("POST", "problems", NewProblemBody.parse(body), NewProblemMade);
  return { number: made.properties.id, ...made.track };
}

export const progressQuery = (number: string, code: string) =>
  queryOptions({
    queryKey: ["report-progress", number, code],
    queryFn: ({ signal }) =>
      getJson(`public/reports/${encodeURIComponent(number)}`, { code }, PublicReport, signal),
    refetchOnWindowFocus: true,
  });

/** Throws an ApiError. */
export function answerReport(
  number: string,
  answer: { readonly code: string; readonly isSatisfied: boolean; readonly comment: string },
): Promise<PublicReport> {
  const path = `public/reports/${encodeURIComponent(number)}/answer`;
  return sendJson("POST", path, answer, PublicReport);
}

export function progressPhotoUrl(number: string, code: string, file: string): string {
  const path = `public/reports/${encodeURIComponent(number)}/photos/${encodeURIComponent(file)}`;
  return apiUrl(path, { code });
}
