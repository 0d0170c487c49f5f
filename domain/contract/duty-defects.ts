import { z } from "zod";
import { dutyRoles } from "../duty.ts";
import { Instant, Position } from "./geojson.ts";
import { NamedRef } from "./problems.ts";
import { DutyBody, ScopeBody } from "./zones.ts";

export const defectKinds = [
  "zone-without-lead",
  "section-without-chief",
  "duty-gap",
  "duty-overlap",
  "unknown-unit",
  "unknown-scope",
  "zone-gap",
  "zone-overlap",
  "zone-outside-parent",
  "topology-not-checked",
] as const;
export type DefectKind = (typeof defectKinds)[number];

/** What mends a defect: name a holder, set an end, pass to a unit that exists, draw a border anew. */
export const defectFixes = ["assign", "mend-end", "hand-over", "edit-zone"] as const;
export type DefectFix = (typeof defectFixes)[number];

export const DutyDefectBody = z.object({
  kind: z.enum(defectKinds),
  role: z.enum(dutyRoles).nullable(),
  scope: ScopeBody.nullable().meta({ description: "What it is about" }),
  also: ScopeBody.nullable(),
  others: z.array(NamedRef).meta({ description: "Zones that border a gap, or the other zone" }),
  duties: z.array(DutyBody).meta({ description: "The duties concerned, earlier first" }),
  from: Instant.nullable().meta({ description: "Since when; null: never been otherwise" }),
  to: Instant.nullable().meta({ description: "Until when; null: still" }),
  areaM2: z.number().nullable(),
  position: Position.nullable(),
  fix: z.enum(defectFixes),
});
export type DutyDefectBody = z.infer<typeof DutyDefectBody>;

export const DutyDefects = z.object({ on: Instant, defects: z.array(DutyDefectBody) });
export type DutyDefects = z.infer<typeof DutyDefects>;
