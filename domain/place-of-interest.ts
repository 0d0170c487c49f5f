import type { MultiPolygon, Point, Polygon } from "geojson";
import { z } from "zod";

export const PlaceOfInterestProperties = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  kind: z.string().min(1).max(40),
});

/** 点位: market, park, square, station, hospital, service window, reading room … */
export type PlaceOfInterest = z.infer<typeof PlaceOfInterestProperties> & {
  readonly geometry: Point | Polygon | MultiPolygon;
};
