import { queryOptions } from "@tanstack/react-query";
import type { ProblemFeature } from "../../domain/contract/problems.ts";
import { ProblemsNear } from "../../domain/contract/public-reports.ts";
import { getJson } from "./http.ts";

/** Open reports of the same category about the spot of a report, nearest first, itself not among them. */
export const similarQuery = (report: ProblemFeature | undefined) =>
  queryOptions({
    queryKey: ["near", report?.properties.id, report?.properties.version],
    queryFn: async ({ signal }): Promise<ProblemsNear["problems"]> => {
      if (!report?.geometry) return [];
      const [lng, lat] = report.geometry.coordinates;
      const { id, category } = report.properties;
      const query = { lng: String(lng), lat: String(lat), category };
      const { problems } = await getJson("problems/near", query, ProblemsNear, signal);
      return problems.filter(({ feature }) => feature.properties.id !== id);
    },
    enabled: report !== undefined,
    staleTime: 60_000,
  });
