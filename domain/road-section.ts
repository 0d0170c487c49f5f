import type { LineString, MultiLineString } from "geojson";
import { z } from "zod";
import { RiverId, SectionId } from "./ids.ts";

/** 主干道, 次干道, 支路, 背街小巷; `none` for motorways and links. */
export const roadClasses = ["arterial", "secondary", "branch", "lane", "none"] as const;
export type RoadClass = (typeof roadClasses)[number];

/** OSM `highway` values to classes; what is not listed is `none`. */
export const classOfHighway: Readonly<Record<string, RoadClass>> = {
  trunk: "arterial",
  primary: "arterial",
  secondary: "secondary",
  tertiary: "branch",
  unclassified: "branch",
  residential: "branch",
  living_street: "lane",
  service: "lane",
  pedestrian: "lane",
  footway: "lane",
  path: "lane",
  track: "lane",
};

export const RoadProperties = z.object({
  id: SectionId,
  name: z.string().max(100).nullish(),
  highway: z.string().nullish(),
  class: z.enum(roadClasses).nullish(),
  oneway: z.boolean().nullish(),
});
export type RoadProperties = z.infer<typeof RoadProperties>;

/** 路段: one drawn road section, the thing a section chief answers for. */
export type RoadSection = {
  readonly id: SectionId;
  readonly name: string | null;
  readonly highway: string | null;
  readonly class: RoadClass;
  readonly isOneway: boolean;
  readonly geometry: LineString | MultiLineString;
};

export const RiverProperties = z.object({ id: RiverId, name: z.string().max(100).nullish() });

/** A river reach with its own 河长. */
export type RiverReach = {
  readonly id: RiverId;
  readonly name: string | null;
  readonly geometry: LineString | MultiLineString;
};
