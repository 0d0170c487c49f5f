import type { Feature } from "geojson";
import { z } from "zod";
import { CaseSettings } from "./case/case-settings.ts";
import { WorkCalendar } from "./case/work-calendar.ts";
import { ProblemCategory } from "./category.ts";
import type { Duty } from "./duty.ts";
import type { GridZone } from "./grid-zone.ts";
import type { ImplementingUnit } from "./implementing-unit.ts";
import { Open311Settings } from "./open311.ts";
import { OrderSettings } from "./order-paper.ts";
import type { PlaceOfInterest } from "./place-of-interest.ts";
import { RecurrenceSettings } from "./recurrence/params.ts";
import { type RiverReach, type RoadSection, roadClasses } from "./road-section.ts";
import { SignSettings } from "./sign.ts";
import { datums } from "./spatial/datum.ts";

const Timezone = z.string().refine(isTimezone, "not an IANA time zone, e.g. Asia/Shanghai");

/** `pack.json`. A datum is declared for the whole pack, or per file with `default` for the rest. */
export const PackManifest = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, "lower case letters, digits and -"),
  name: z.string().min(1).max(40),
  timezone: Timezone,
  crs: z.union([z.enum(datums), z.record(z.string(), z.enum(datums))]).default("wgs84"),
  attribution: z.string().max(300).default(""),
  licence: z.string().max(200).default(""),
  /** Shown as 演示数据 wherever numbers are. */
  isDemo: z.boolean().default(false),
  /** West, south, east, north in WGS 84; where absent, the zones' own extent. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  categories: z.array(ProblemCategory).default([]),
  sources: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z0-9-]{1,30}$/),
        name: z.string().min(1).max(30),
      }),
    )
    .max(16)
    .default([]),
  settings: z
    .object({
      recurrence: RecurrenceSettings.prefault({}),
      duty: z
        .object({
          sectionWithinM: z.number().positive().default(30),
          riverWithinM: z.number().positive().default(50),
          /** Classes of road that must have a section chief. */
          chiefClasses: z.array(z.enum(roadClasses)).default(["arterial", "secondary", "branch"]),
        })
        .prefault({}),
      sign: SignSettings.prefault({}),
      order: OrderSettings.prefault({}),
      open311: Open311Settings.prefault({}),
      calendar: WorkCalendar.prefault({}),
      case: CaseSettings.prefault({}),
      privacy: z
        .object({
          /** Telephone and identity numbers of a problem are masked for good so long after it was closed. */
          keepDays: z.number().int().min(30).max(36_500).default(365),
        })
        .prefault({}),
    })
    .prefault({}),
});
export type PackManifest = z.infer<typeof PackManifest>;

/** Basemap layers that are drawn and nothing else. */
export const basemapFiles = ["water", "green", "buildings"] as const;
export type BasemapFile = (typeof basemapFiles)[number];

/** A city pack as read: WGS 84, checked, references resolved. Problems are streamed apart, they may be millions. */
export type CityPack = {
  readonly folder: string;
  readonly manifest: PackManifest;
  readonly zones: readonly GridZone[];
  readonly roads: readonly RoadSection[];
  readonly rivers: readonly RiverReach[];
  readonly places: readonly PlaceOfInterest[];
  readonly units: readonly ImplementingUnit[];
  readonly duties: readonly Duty[];
  readonly basemap: Readonly<Record<BasemapFile, readonly Feature[]>>;
  /** Path of the problems file, or null when the pack brings none. */
  readonly problemsFile: string | null;
};

function isTimezone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** What of a pack stays as it was read while the city runs; zones and duties change. */
export type StandingPack = Omit<CityPack, "zones" | "duties">;
