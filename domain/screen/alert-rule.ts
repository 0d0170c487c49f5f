import { z } from "zod";
import { SceneFilter, SceneId } from "./scene.ts";

/** Of what an alert counts: places and categories, never stages or times. */
export const AlertFilter = SceneFilter.pick({ category: true, source: true, zone: true });

export const dueReports = ["any", "urged"] as const;

const common = {
  id: SceneId,
  name: z.string().trim().min(1).max(40),
  isOn: z.boolean().default(true),
  filter: AlertFilter.optional(),
};

/** What calls for attention on the wall, as data of a city. */
export const AlertRule = z.discriminatedUnion("kind", [
  /** 超期: more open reports past their time than so many; again only once it has been at or below it. */
  z.strictObject({ ...common, kind: z.literal("overdue-count"), above: z.number().int().min(0) }),
  /** 暴增: reports of the last hour against the mean of the same hour of the 28 days before. */
  z.strictObject({
    ...common,
    kind: z.literal("surge"),
    factor: z.number().min(1.1).max(100).default(3),
    least: z.number().int().min(2).max(100_000).default(10),
  }),
  /** A place whose class has turned 加剧. */
  z.strictObject({ ...common, kind: z.literal("place-intensifying") }),
  /**
   * An open report whose time runs out within so many minutes: any, or one that somebody in office has urged on (督办), which is
   * not to miss its time.
   */
  z.strictObject({
    ...common,
    kind: z.literal("deadline"),
    withinMinutes: z.number().int().min(5).max(1440).default(60),
    of: z.enum(dueReports).default("any"),
  }),
]);
export type AlertRule = z.infer<typeof AlertRule>;
export type AlertKind = AlertRule["kind"];
export const alertKinds = [
  "overdue-count",
  "surge",
  "place-intensifying",
  "deadline",
] as const satisfies readonly AlertKind[];
