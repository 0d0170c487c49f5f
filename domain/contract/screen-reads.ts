import { z } from "zod";
import { Instant, Position } from "./geojson.ts";
import { NamedRef, ProblemBody } from "./problems.ts";

/** 片区排名: how every zone stands and stood. */
export const ScreenStandings = z.object({
  asOf: Instant,
  peers: z.number().int().meta({ description: "Zones with a score" }),
  zones: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      leads: z.array(z.string()),
      score: z.number().nullable().meta({
        description:
          "0 … 100 (平台口径) of all that was reported in the zone, whatever the filter; null without data",
      }),
      rank: z.number().int().nullable().meta({ description: "1 + zones with a higher score" }),
      rankBefore: z.number().int().nullable().meta({ description: "The same 30 days earlier" }),
      open: z.number().int(),
      overdue: z.number().int(),
      trend: z
        .array(z.number().int())
        .meta({ description: "Open at the end of each of the last 30 days, at asOf on the last" }),
    }),
  ),
});
export type ScreenStandings = z.infer<typeof ScreenStandings>;
export type StandingZone = ScreenStandings["zones"][number];

/** 实时动态: what happened last, newest first. */
export const ScreenRecent = z.object({
  asOf: Instant,
  events: z.array(
    z.object({
      at: Instant,
      what: z.enum(["reported", "closed", "overdue"]).meta({
        description: "overdue: its time ran out while it was open, or it was reopened after that",
      }),
      problem: ProblemBody.pick({
        id: true,
        category: true,
        source: true,
        address: true,
        dueAt: true,
        zone: true,
      }).extend({ position: Position, zone: NamedRef.nullable() }),
    }),
  ),
});
export type ScreenRecent = z.infer<typeof ScreenRecent>;

/** 今日逐时: what came in and what was closed by the hour of today. */
export const ScreenHours = z.object({
  asOf: Instant,
  hours: z
    .array(
      z.object({
        hour: z.number().int(),
        reported: z.number().int(),
        closed: z.number().int().meta({ description: "By the closing that stands as of T" }),
        usualReported: z
          .number()
          .meta({ description: "Mean of the seven days before, whatever `from` and `to` are" }),
        usualClosed: z.number(),
      }),
    )
    .length(24),
});
export type ScreenHours = z.infer<typeof ScreenHours>;
