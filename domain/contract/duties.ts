import { z } from "zod";
import { dutyRoles } from "../duty.ts";
import { Instant } from "./geojson.ts";
import { DutyBody, ScopeBody } from "./zones.ts";

const Scope = ScopeBody.pick({ type: true, id: true });

const Holder = z.object({
  person: z.string().max(60).nullable().default(null),
  unitId: z.string().max(100).nullable().default(null),
  phone: z.string().max(40).nullable().default(null),
});

export const NewDuty = Holder.extend({
  role: z.enum(dutyRoles),
  scope: Scope,
  also: Scope.nullable().default(null),
  from: z.string().meta({ description: "Day or instant of the first moment" }),
  to: z.string().nullable().default(null).meta({ description: "The first moment no longer" }),
});
export type NewDuty = z.infer<typeof NewDuty>;

export const DutyScopes = z.object({ scopes: z.array(ScopeBody) });
export type DutyScopes = z.infer<typeof DutyScopes>;

export const DutyEnd = z.object({ at: z.string(), reason: z.string().max(500).optional() });

/** One act: duties pass from those who hold them to one person or unit. */
export const Handover = Holder.extend({
  duties: z.array(z.string()).min(1).max(5000).meta({ description: "Ids" }),
  at: z.string().meta({ description: "From then on the new holder answers" }),
  reason: z.string().max(500).optional(),
});
export type Handover = z.infer<typeof Handover>;

export const DutyActBody = z.object({
  revision: z.number().int().meta({ description: "Takes the act back: POST /api/duties/undo" }),
  saved: z.array(DutyBody),
  removed: z.array(z.string()),
  open: z
    .object({ total: z.number().int(), ids: z.array(z.string()) })
    .meta({ description: "Open now where the saved duties hold, earliest time limit first" }),
});
export type DutyActBody = z.infer<typeof DutyActBody>;

export const DutyUndo = z.object({ revision: z.number().int() });

export const DutyHistory = z.object({
  entries: z.array(
    z.object({
      revision: z.number().int(),
      at: Instant,
      actor: z.string(),
      action: z.string(),
      saved: z.array(DutyBody),
      removed: z.array(z.string()),
      reason: z.string().nullable(),
    }),
  ),
});
export type DutyHistory = z.infer<typeof DutyHistory>;
