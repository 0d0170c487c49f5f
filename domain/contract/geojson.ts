import { z } from "zod";

export const Position = z.tuple([z.number(), z.number()]);

export const PointGeometry = z.object({ type: z.literal("Point"), coordinates: Position });

export const Ring = z.array(Position);

export const AreaGeometry = z.union([
  z.object({ type: z.literal("Polygon"), coordinates: z.array(Ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Ring)) }),
]);

export const LineGeometry = z.union([
  z.object({ type: z.literal("LineString"), coordinates: Ring }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(Ring) }),
]);

export function featureOf<G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) {
  return z.object({
    type: z.literal("Feature"),
    id: z.union([z.string(), z.number()]).optional(),
    geometry,
    properties,
  });
}

export function featureCollectionOf<F extends z.ZodType>(feature: F) {
  return z.object({ type: z.literal("FeatureCollection"), features: z.array(feature) });
}

/** ISO 8601 with offset. */
export const Instant = z.string().meta({ description: "ISO 8601 with the city's offset" });
