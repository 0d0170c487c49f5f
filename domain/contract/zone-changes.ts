import { z } from "zod";
import { zoneLevels } from "../grid-zone.ts";
import { AreaGeometry, Instant, Position } from "./geojson.ts";
import { NamedRef } from "./problems.ts";

export const zoneChangeKinds = ["edit", "split", "merge", "add"] as const;
export type ZoneChangeKind = (typeof zoneChangeKinds)[number];

/** As the history lists them; `undo` takes the act before it back. */
export const zoneActKinds = [...zoneChangeKinds, "undo"] as const;
export type ZoneActKind = (typeof zoneActKinds)[number];

export const ChangedZoneBody = z.object({
  id: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(60),
  level: z.enum(zoneLevels),
  parentId: z.string().nullable(),
  geometry: AreaGeometry,
  from: z
    .array(z.string())
    .max(500)
    .meta({ description: "Ids whose place it takes; empty for an edit of itself or a new zone" }),
});
export type ChangedZoneBody = z.infer<typeof ChangedZoneBody>;

/** One act on the zones of a city: all of it is kept, or nothing. */
export const ZoneChangeBody = z.object({
  at: z.string().meta({ description: "Day or instant; the zones before it stay as they were" }),
  kind: z.enum(zoneChangeKinds),
  zones: z.array(ChangedZoneBody).max(2000).meta({ description: "As they are from then on" }),
  remove: z
    .array(z.string())
    .max(500)
    .meta({ description: "Ids that no longer exist from then on" }),
  accept: z.boolean().optional().meta({ description: "New gaps or overlaps were seen, wanted" }),
  reason: z.string().max(500).optional(),
});
export type ZoneChangeBody = z.infer<typeof ZoneChangeBody>;

export const topologyFindingKinds = ["gap", "overlap", "outside-parent", "not-checked"] as const;
export type TopologyFindingKind = (typeof topologyFindingKinds)[number];

export const TopologyFindingBody = z.object({
  kind: z.enum(topologyFindingKinds),
  ids: z
    .array(z.string())
    .meta({ description: "Zones that border a gap; the two of an overlap; a zone, its parent" }),
  areaM2: z.number().nullable().meta({ description: "Null: not checked" }),
  at: Position.nullable().meta({ description: "Inside the piece" }),
});
export type TopologyFindingBody = z.infer<typeof TopologyFindingBody>;

export const ZoneChangeResult = z.object({
  revision: z.number().int().nullable().meta({ description: "Null: a preview, nothing written" }),
  saved: z.array(z.string()).meta({ description: "Ids" }),
  removed: z.array(z.string()).meta({ description: "Ids" }),
  findings: z.array(TopologyFindingBody).meta({ description: "What the change brings" }),
  cured: z.array(TopologyFindingBody).meta({ description: "What was there before and it mends" }),
  duties: z
    .object({ ended: z.number().int(), begun: z.number().int() })
    .meta({ description: "Duties of removed zones pass on to those that take their place" }),
});
export type ZoneChangeResult = z.infer<typeof ZoneChangeResult>;

export const ZoneChangeUndo = z.object({ revision: z.number().int() });

export const ZoneChangeHistory = z.object({
  entries: z.array(
    z.object({
      revision: z.number().int(),
      at: Instant.meta({ description: "When it was done" }),
      effective: Instant.meta({ description: "From when on it holds" }),
      kind: z.enum(zoneActKinds),
      actor: z.string(),
      reason: z.string().nullable(),
      saved: z.array(NamedRef),
      removed: z.array(NamedRef),
      canUndo: z.boolean().meta({ description: "Only the newest act can be taken back" }),
    }),
  ),
});
export type ZoneChangeHistory = z.infer<typeof ZoneChangeHistory>;
