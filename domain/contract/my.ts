import { z } from "zod";
import { dutyRoles, scopeTypes } from "../duty.ts";
import { Instant, Position } from "./geojson.ts";
import { ProblemBody } from "./problems.ts";
import { RecurrencePlace } from "./recurrence.ts";

/** One spot for the map apps of a phone, each in its own datum. */
export const MapAppPositions = z.object({
  wgs84: Position.meta({ description: "Apple Maps, geo:" }),
  gcj02: Position.meta({ description: "高德" }),
  bd09: Position.meta({ description: "百度" }),
});
export type MapAppPositions = z.infer<typeof MapAppPositions>;

/** Whom to call about a problem. */
export const MyContact = z.object({
  name: z.string(),
  role: z.enum(dutyRoles),
  phone: z.string(),
});

export const MyProblem = ProblemBody.pick({
  id: true,
  category: true,
  source: true,
  isOverdue: true,
  reportedAt: true,
  dueAt: true,
  description: true,
  address: true,
  photos: true,
  placeId: true,
}).extend({
  at: MapAppPositions.nullable(),
  urgedAt: Instant.nullable().meta({ description: "By whomever, the last time" }),
  unitName: z.string().nullable().meta({ description: "Assigned, else the body of the area" }),
  call: MyContact.nullable().meta({ description: "The nearest who answers and has a phone" }),
});
export type MyProblem = z.infer<typeof MyProblem>;

export const MyPlace = RecurrencePlace.pick({
  id: true,
  category: true,
  address: true,
  class: true,
  lambda30: true,
  ownK: true,
  isOpen: true,
  lastAt: true,
}).extend({
  at: MapAppPositions,
  months: z
    .array(z.object({ month: z.string(), returns: z.number().int() }))
    .meta({ description: "Twelve months of the city, the last holds asOf" }),
});
export type MyPlace = z.infer<typeof MyPlace>;

export const MyArea = z.object({
  dutyId: z.string(),
  role: z.enum(dutyRoles),
  type: z.enum(scopeTypes),
  id: z.string(),
  name: z.string().nullable(),
  bounds: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .nullable()
    .meta({ description: "West, south, east, north; null for what has no ground of its own" }),
});
export type MyArea = z.infer<typeof MyArea>;

const Share = z.object({ x: z.number().int(), n: z.number().int() });

export const MyScore = z.object({
  value: z.number().nullable().meta({ description: "0 … 100; null without any data" }),
  overdue: Share.meta({ description: "x overdue of n open" }),
  relapse: Share.meta({ description: "x of n closings did not hold" }),
  inTime: Share.meta({ description: "x of n closings with a time limit met it" }),
});
export type MyScore = z.infer<typeof MyScore>;

const Standing = z.object({
  at: Instant,
  score: MyScore,
  rank: z.number().int().nullable().meta({ description: "1 is best; equal scores share a rank" }),
  peers: z.number().int().meta({ description: "Of the same role, with a score" }),
});
export type MyStanding = z.infer<typeof Standing>;

export const MyGrid = z.object({
  person: z.string(),
  role: z.enum(dutyRoles).meta({ description: "By which the person is compared" }),
  asOf: Instant,
  counts: z.object({
    open: z.number().int(),
    overdue: z.number().int(),
    dueToday: z.number().int(),
    recurring: z.number().int(),
  }),
  overdue: z.array(MyProblem).meta({ description: "The first 50, longest overdue first" }),
  dueToday: z.array(MyProblem).meta({ description: "The first 50, earliest first" }),
  recurring: z.array(MyPlace).meta({ description: "The first 50, highest λ30 first" }),
  areas: z.array(MyArea),
  standing: Standing,
  before: Standing.meta({ description: "30 days earlier; null score where not in office" }),
  scoreDays: z.number().int().meta({ description: "Closings of so many days count" }),
  followUpDays: z.number().int().meta({ description: "A closing has to hold so long" }),
});
export type MyGrid = z.infer<typeof MyGrid>;

export const MyPeople = z.object({
  people: z.array(
    z.object({
      person: z.string(),
      roles: z.array(z.object({ role: z.enum(dutyRoles), areas: z.number().int() })),
    }),
  ),
});
export type MyPeople = z.infer<typeof MyPeople>;
