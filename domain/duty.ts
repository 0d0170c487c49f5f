import { z } from "zod";
import type { DutyId, UnitId } from "./ids.ts";

/** 挂片领导, 路段长, 河长, 挂点单位, 分指挥部 (条), 实施主体 (块), 网格员. */
export const dutyRoles = [
  "zone-lead",
  "section-chief",
  "river-chief",
  "partner-unit",
  "sub-headquarters",
  "implementing-unit",
  "grid-worker",
] as const;
export type DutyRole = (typeof dutyRoles)[number];

/** 条: by kind of problem. 块: by area. */
export const lineRole = "sub-headquarters" satisfies DutyRole;
export const blockRole = "implementing-unit" satisfies DutyRole;

/** `zone` is any level of the zone tree; `city` is everything. */
export const scopeTypes = ["zone", "section", "river", "category", "city"] as const;
export type ScopeType = (typeof scopeTypes)[number];

export const DutyScope = z.object({ type: z.enum(scopeTypes), id: z.string() });
export type DutyScope = z.infer<typeof DutyScope>;

/** By which rule somebody answers for a spot, in the order the rules are read. */
export const dutyVias = [
  "section",
  "river",
  "cell",
  "community",
  "zone",
  "category",
  "territory",
] as const;
export type DutyVia = (typeof dutyVias)[number];

/**
 * Who answers for what, from when to when: epoch milliseconds, `from` the first moment, `to` the first moment no longer
 * (null: still). A duty with `also` holds only where both scopes do (a category line inside one zone, say).
 */
export type Duty = {
  readonly id: DutyId;
  readonly role: DutyRole;
  readonly person: string | null;
  readonly unitId: UnitId | null;
  readonly scope: DutyScope;
  readonly also: DutyScope | null;
  readonly from: number;
  readonly to: number | null;
  readonly phone: string | null;
};

export function holdsAt(duty: Duty, t: number): boolean {
  return duty.from <= t && (duty.to === null || t < duty.to);
}

/** The unit that a duty makes answer in a role; null: a duty of another role, or a person's alone. */
export function unitInRole({ role, unitId }: Duty, wanted: DutyRole): UnitId | null {
  return role === wanted ? unitId : null;
}
