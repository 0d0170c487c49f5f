import { z } from "zod";
import { AlertRule } from "./alert-rule.ts";
import { RateTargets } from "./rate-targets.ts";
import { Scene, SceneId } from "./scene.ts";

export const RotationSettings = z.strictObject({
  /** Rotation goes on so long after the last touch, s. */
  resumeAfterS: z.number().min(5).max(3600).default(60),
  /** A problem that a person had shown stays so long, s. */
  flyS: z.number().min(5).max(3600).default(60),
});
export type RotationSettings = z.infer<typeof RotationSettings>;

export const SnapshotSettings = z.strictObject({
  /** Wall clock times of the city at which the wall is kept as a picture. */
  times: z
    .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "07:30"))
    .max(24)
    .default(["07:30"]),
  /** Absent: the first one that has its turn. */
  scene: SceneId.optional(),
  widthPx: z.number().int().min(1280).max(7680).default(1920),
  heightPx: z.number().int().min(720).max(4320).default(1080),
  /** The oldest go beyond so many. */
  keep: z.number().int().min(1).max(400).default(60),
});
export type SnapshotSettings = z.infer<typeof SnapshotSettings>;

/** No two of a list may have the same id. */
const distinctIds = {
  check: (items: readonly { readonly id: string }[]) =>
    new Set(items.map(({ id }) => id)).size === items.length,
  message: "ids must differ",
};

/** `screen.json`: what a city's walls show, in which order, and what they call attention to. */
export const ScreenPlan = z.strictObject({
  scenes: z.array(Scene).min(1).max(60).refine(distinctIds.check, distinctIds.message),
  alerts: z.array(AlertRule).max(40).default([]).refine(distinctIds.check, distinctIds.message),
  rotation: RotationSettings.prefault({}),
  /** A tone when an alert is raised. */
  hasSound: z.boolean().default(false),
  snapshots: SnapshotSettings.prefault({}),
  /** Of the four rates. */
  targets: RateTargets.prefault({}),
});
export type ScreenPlan = z.infer<typeof ScreenPlan>;
