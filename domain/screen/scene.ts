import { z } from "zod";
import { FilterQuery } from "../contract/filter-query.ts";

/** 全市态势, 反复发生, 片区排名, 责任地图, 公益广告, 今日动态, 片区轮播. */
export const sceneKinds = [
  "overview",
  "recurrence",
  "ranking",
  "responsibility",
  "ads",
  "today",
  "zone-tour",
] as const;
export type SceneKind = (typeof sceneKinds)[number];

/** What a wall's map can show; names as the map's layers have them. */
export const sceneLayers = [
  "clusters",
  "hexagons",
  "recurring",
  "heat",
  "hot-spots",
  "backlog",
  "zones",
  "communities",
  "sections",
  "places",
  "responsibility",
  "chiefs",
  "ads",
] as const;
export type SceneLayer = (typeof sceneLayers)[number];

/** What can stand beside the map; a wall shows as many as it has room for, in the scene's order. */
export const scenePanels = [
  "figures",
  "rates",
  "ranking",
  "places",
  "classes",
  "governances",
  "sources",
  "trend",
  "deadlines",
  "ticker",
  "ads-coverage",
  "lines",
  "blocks",
  "failed-fixes",
  "hot-spots",
  "hours",
] as const;
export type ScenePanel = (typeof scenePanels)[number];

/** What matters now: the problem that ran out of time last, the place that returns worst, the zone that rises steepest. */
export const tourStops = ["newest-overdue", "worst-recurrence", "steepest-rise"] as const;
export type TourStop = (typeof tourStops)[number];

const Degrees = (limit: number) => z.number().min(-limit).max(limit);

export const SceneBounds = z
  .tuple([Degrees(180), Degrees(90), Degrees(180), Degrees(90)])
  .refine(([west, south, east, north]) => west < east && south < north, {
    message: "west < east, south < north",
  });

export const SceneId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, "lower case letters, digits and -");

export const SceneCamera = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("city") }),
  z.strictObject({ kind: z.literal("zone"), zone: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal("bounds"), bounds: SceneBounds }),
  /** Each stop is shown for the scene's duration. */
  z.strictObject({ kind: z.literal("tour"), stops: z.array(z.enum(tourStops)).min(1).max(6) }),
]);
export type SceneCamera = z.infer<typeof SceneCamera>;

/** The filter of every problem read, without its times: `days` takes what was reported since the start of so many days, today's included. */
export const SceneFilter = z
  .strictObject(FilterQuery.omit({ asOf: true, from: true, to: true, bbox: true }).shape)
  .extend({ days: z.number().int().min(1).max(400).optional() });
export type SceneFilter = z.infer<typeof SceneFilter>;

export const Scene = z.strictObject({
  id: SceneId,
  kind: z.enum(sceneKinds),
  name: z.string().trim().min(1).max(40),
  /** Whether it has its turn; one that has not can still be called by a person. */
  isOn: z.boolean().default(true),
  camera: SceneCamera.default({ kind: "city" }),
  layers: z.array(z.enum(sceneLayers)).max(sceneLayers.length).default([]),
  panels: z.array(z.enum(scenePanels)).max(scenePanels.length).default([]),
  durationS: z.number().min(2).max(3600).default(40),
  filter: SceneFilter.optional(),
});
export type Scene = z.infer<typeof Scene>;
