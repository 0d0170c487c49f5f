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

/** The first moment there is: what begins here was always so. */
export const ALWAYS = -8.64e15;

/**
 * A zone as it is drawn from one moment to the first moment no longer (epoch ms; null: still). `rank` keeps the order of the
 * pack; every version of a zone has the same.
 */
export type ZoneVersion = {
  readonly zone: GridZone;
  readonly rank: number;
  readonly from: number;
  readonly to: number | null;
};

/** Zones that were never changed. */
export function firstVersions(zones: readonly GridZone[]): ZoneVersion[] {
  return zones.map((zone, rank) => ({ zone, rank, from: ALWAYS, to: null }));
}
