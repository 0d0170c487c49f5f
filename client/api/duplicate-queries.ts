import { queryOptions } from "@tanstack/react-query";
import type { CityManifest } from "../../domain/contract/city.ts";
import { type ProblemFeature, ProblemPage } from "../../domain/contract/problems.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../domain/spatial/local-plane.ts";
import { getJson } from "./http.ts";

/** An open report of the same kind, and how far away it is. */
export type SimilarReport = { readonly problem: ProblemFeature; readonly distanceM: number };

/** No position is surer than this, whatever the category's own radius. */
const LEAST_RADIUS_M = 50;
const SIMILAR_MAX = 100;

/** Open reports of the same category within its radius of a report's spot, nearest first. */
export const similarQuery = (report: ProblemFeature | undefined, city: CityManifest) =>
  queryOptions({
    queryKey: ["near", report?.properties.id, report?.properties.version],
    queryFn: async ({ signal }): Promise<readonly SimilarReport[]> => {
      if (!report?.geometry) return [];
      const { geometry } = report;
      const { id, category } = report.properties;
      const [lng = 0, lat = 0] = geometry.coordinates;
      const plane = localPlane(lngLat(lng, lat));
      const radiusM = Math.max(LEAST_RADIUS_M, radiusOf(city, category));
      const east = radiusM / plane.mPerDegLng;
      const north = radiusM / plane.mPerDegLat;
      const bbox = [lng - east, lat - north, lng + east, lat + north].map((v) => v.toFixed(6));
      const query = { category, bbox: bbox.join(), status: "open", limit: String(SIMILAR_MAX) };
      const { features } = await getJson("problems", query, ProblemPage, signal);
      return features
        .flatMap((problem) => {
          if (problem.properties.id === id || problem.geometry === null) return [];
          const [x = lng, y = lat] = problem.geometry.coordinates;
          return { problem, distanceM: Math.hypot(plane.x(x), plane.y(y)) };
        })
        .filter(({ distanceM }) => distanceM <= radiusM)
        .toSorted((a, b) => a.distanceM - b.distanceM);
    },
    enabled: report !== undefined,
    staleTime: 60_000,
  });

/** Of the category or of its nearest ancestor that has one. */
function radiusOf({ categories }: CityManifest, code: string): number {
  const own = categories
    .filter((each) => each.radiusM !== undefined && code.startsWith(each.code))
    .toSorted((a, b) => b.code.length - a.code.length);
  return own[0]?.radiusM ?? LEAST_RADIUS_M;
}
