import type { Selectable } from "kysely";
import { type Duty, type DutyScope, dutyRoles, scopeTypes } from "../../domain/duty.ts";
import { DutyId, UnitId } from "../../domain/ids.ts";
import type { Schema } from "./schema.ts";

type DutyRecord = Selectable<Schema["duty"]>;

export function recordOfDuty(duty: Duty): DutyRecord {
  return {
    id: duty.id,
    role: duty.role,
    person: duty.person,
    unit_id: duty.unitId,
    scope_type: duty.scope.type,
    scope_id: duty.scope.id,
    also_type: duty.also?.type ?? null,
    also_id: duty.also?.id ?? null,
    valid_from: duty.from,
    valid_to: duty.to,
    phone: duty.phone,
  };
}

/** Throws a RangeError for a role or scope that this program does not know. */
export function dutyOfRecord(record: DutyRecord): Duty {
  const role = dutyRoles.find((known) => known === record.role);
  if (role === undefined) throw new RangeError(`Duty ${record.id} has the role ${record.role}`);
  const { also_type, also_id } = record;
  return {
    id: DutyId.parse(record.id),
    role,
    person: record.person,
    unitId: record.unit_id === null ? null : UnitId.parse(record.unit_id),
    scope: scopeOf(record.id, record.scope_type, record.scope_id),
    also: also_type === null ? null : scopeOf(record.id, also_type, also_id ?? ""),
    from: record.valid_from,
    to: record.valid_to,
    phone: record.phone,
  };
}

function scopeOf(duty: string, name: string, id: string): DutyScope {
  const type = scopeTypes.find((known) => known === name);
  if (type === undefined) throw new RangeError(`Duty ${duty} has the scope ${name}`);
  return { type, id };
}
