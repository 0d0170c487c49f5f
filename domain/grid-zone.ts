import type { MultiPolygon, Polygon } from "geojson";
import { z } from "zod";
import { ZoneId } from "./ids.ts";

/** 片区 ⊃ 社区 ⊃ 单元网格, coarse to fine. */
export const zoneLevels = ["zone", "community", "cell"] as const;
export type ZoneLevel = (typeof zoneLevels)[number];

export const ZoneProperties = z.object({
  id: ZoneId,
  name: z.string().min(1).max(60),
  level: z.enum(zoneLevels),
  parentId: ZoneId.nullish(),
});
export type ZoneProperties = z.infer<typeof ZoneProperties>;

/** 网格片区, or one of its communities or cells; WGS 84, rings closed. */
export type GridZone = {
  readonly id: ZoneId;
  readonly name: string;
  readonly level: ZoneLevel;
  readonly parentId: ZoneId | null;
  readonly geometry: Polygon | MultiPolygon;
};
