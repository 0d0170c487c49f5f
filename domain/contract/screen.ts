import { z } from "zod";
import { alertKinds } from "../screen/alert-rule.ts";
import { SceneId } from "../screen/scene.ts";
import { ScreenPlan } from "../screen/screen-plan.ts";
import { Instant, Position } from "./geojson.ts";

/** What a city's walls show; its version goes into If-Match of whoever changes it. */
export const ScreenBody = ScreenPlan.extend({
  version: z.number().int().meta({ description: "0 while nobody has changed it here" }),
  origin: z.enum(["default", "pack", "edited"]),
  build: z.string().meta({ description: "Of the pages; a wall that is of another one loads anew" }),
});
export type ScreenBody = z.infer<typeof ScreenBody>;

/** A wall by the id that it gives itself, for as long as its browser keeps it. */
export const WallId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);

const target = {
  wall: z
    .union([z.literal("all"), WallId])
    .default("all")
    .meta({ description: "One of /api/screen/walls, or all" }),
};
const Plain = z.strictObject({
  ...target,
  command: z.enum(["next", "previous", "clear", "pause", "resume"]),
});
export const SteerBody = z.discriminatedUnion("command", [
  Plain,
  z.strictObject({ ...target, command: z.literal("scene"), scene: SceneId }),
  z.strictObject({ ...target, command: z.literal("fly"), problem: z.string().min(1).max(100) }),
  z.strictObject({
    ...target,
    command: z.literal("pin"),
    problem: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: "Absent: what is shown stays" }),
  }),
]);
export type SteerBody = z.infer<typeof SteerBody>;

/** A command as walls hear it. */
export const ScreenCommand = z.object({
  id: z.string().meta({ description: "Each is told once; one that is heard again is the same" }),
  at: Instant,
  wall: z.string(),
  by: z.string().meta({ description: "Name of the account that steers" }),
  command: z.enum(["next", "previous", "clear", "pause", "resume", "scene", "fly", "pin"]),
  scene: z.string().optional(),
  problem: z.object({ id: z.string(), at: Position, category: z.string() }).optional(),
});
export type ScreenCommand = z.infer<typeof ScreenCommand>;
export const Steered = z.object({
  command: ScreenCommand,
  walls: z.number().int().meta({
    description:
      "Walls that were told on their own lines; of several processes the one that answers knows its own alone",
  }),
});
export type Steered = z.infer<typeof Steered>;

/** What a wall says of itself every 15 seconds. */
export const WallBeat = z.strictObject({
  wall: WallId,
  scene: z.string().max(60).nullable(),
  step: z.string().max(200).nullable(),
  mode: z.enum(["turning", "touched", "paused", "pinned", "focus"]),
  widthPx: z.number().int().min(1).max(100_000),
  heightPx: z.number().int().min(1).max(100_000),
  build: z.string().max(100),
  freshness: z.enum(["live", "late", "broken"]),
  errors: z.number().int().min(0).max(1e9).default(0),
});
export type WallBeat = z.infer<typeof WallBeat>;

export const WatchingWalls = z.object({
  walls: z.array(
    WallBeat.extend({
      account: z.string(),
      name: z.string(),
      since: Instant,
      heardAt: Instant,
      isHeard: z.boolean().meta({ description: "Said something within the last 45 seconds" }),
    }),
  ),
});
export type WatchingWalls = z.infer<typeof WatchingWalls>;

export const AlertBody = z.object({
  id: z.string(),
  rule: z.string(),
  kind: z.enum(alertKinds),
  name: z.string().meta({ description: "Of the rule" }),
  raisedAt: Instant,
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  endedAt: Instant.nullable().meta({ description: "What it was about is over" }),
  count: z.number().int().meta({ description: "Reports or places that it is about" }),
  limit: z.number().nullable().meta({
    description:
      "What the count was held against: the rule's number, the usual, or minutes before a deadline",
  }),
  problems: z.array(z.string()).max(20).meta({ description: "The first of them" }),
  places: z.array(z.string()).max(20).meta({ description: "Ids of recurring places" }),
  at: Position.nullable().meta({ description: "Where to look; null where it is the whole city" }),
});
export type AlertBody = z.infer<typeof AlertBody>;
export const AlertList = z.object({ alerts: z.array(AlertBody) });
export type AlertList = z.infer<typeof AlertList>;

export const SnapshotList = z.object({
  maker: z.enum(["server", "client", "none"]).meta({
    description:
      "Who would make one now: the server's own browser, else a wall that watches; none: there is neither",
  }),
  snapshots: z.array(
    z.object({
      name: z.string(),
      takenAt: Instant,
      scene: z.string(),
      type: z.enum(["png", "pdf"]),
      bytes: z.number().int(),
    }),
  ),
});
export type SnapshotList = z.infer<typeof SnapshotList>;

/** The id of a picture that a wall was asked for, and handed in. */
export const HandedIn = z.object({ id: z.string() });
export type HandedIn = z.infer<typeof HandedIn>;

/**
 * What lines of walls hear besides: /api/live of an account of the role screen, and any line that says who it is by
 * `screen=<wall>`; the latter hears nothing else. They have no id, so that a line that resumes is not told again.
 */
export const screenEvents = {
  "screen.command": ScreenCommand,
  "screen.changed": z.object({ version: z.number().int() }),
  "alert.raised": AlertBody,
  "alert.acknowledged": AlertBody,
  /** To one wall alone, which makes a picture of that scene. */
  "snapshot.asked": z.object({ id: z.string(), scene: z.string() }),
  "screen.alive": z.object({ now: Instant, build: z.string() }),
} as const;
export type ScreenEventName = keyof typeof screenEvents;
export type ScreenEvent<N extends ScreenEventName = ScreenEventName> = z.infer<
  (typeof screenEvents)[N]
>;
