import { z } from "zod";
import { dutyRoles, dutyVias, scopeTypes } from "../duty.ts";
import { zoneLevels } from "../grid-zone.ts";
import { AreaGeometry, featureCollectionOf, featureOf, Instant, LineGeometry } from "./geojson.ts";
import { NamedRef } from "./problems.ts";

export const ZoneBody = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(zoneLevels),
  parentId: z.string().nullable(),
  leads: z.array(z.string()),
  units: z.array(z.string()).meta({ description: "Unit ids" }),
  openCount: z.number().int(),
  overdueCount: z.number().int(),
  recurrenceCount: z.number().int().meta({ description: "Returns in the window of the measure" }),
});
export type ZoneBody = z.infer<typeof ZoneBody>;

export const ZoneList = featureCollectionOf(featureOf(AreaGeometry, ZoneBody));
export type ZoneList = z.infer<typeof ZoneList>;

export const ScopeBody = z.object({
  type: z.enum(scopeTypes),
  id: z.string(),
  name: z.string().nullable(),
});

export const DutyBody = z.object({
  id: z.string(),
  role: z.enum(dutyRoles),
  person: z.string().nullable(),
  unit: z.string().nullable().meta({ description: "Unit id" }),
  unitName: z.string().nullable(),
  scope: ScopeBody,
  also: ScopeBody.nullable(),
  from: Instant,
  to: Instant.nullable(),
  phone: z.string().nullable(),
});
export type DutyBody = z.infer<typeof DutyBody>;

export const DutyList = featureCollectionOf(
  featureOf(z.union([AreaGeometry, LineGeometry]).nullable(), DutyBody),
);
export type DutyList = z.infer<typeof DutyList>;

export const DutyAt = z.object({
  zone: NamedRef.nullable(),
  community: NamedRef.nullable(),
  cell: NamedRef.nullable(),
  section: NamedRef.extend({ distanceM: z.number() }).nullable(),
  on: Instant,
  duties: z
    .array(
      DutyBody.omit({ also: true, id: true }).extend({
        via: z.enum(dutyVias),
        distanceM: z.number().nullable(),
      }),
    )
    .meta({
      description: "Nearest first; empty: nobody answers, which is a defect of the registry",
    }),
});
export type DutyAt = z.infer<typeof DutyAt>;
