import type { Selectable } from "kysely";
import type { CategoryCode } from "../../domain/category.ts";
import type { ProblemId, UnitId } from "../../domain/ids.ts";
import type { Closing, Photo, ProblemState, StoredProblem } from "../../domain/problem.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import type { Schema } from "./schema.ts";

type Record = Selectable<Schema["problem"]>;

/** What the database holds was checked on its way in, so codes and ids are taken at their word. */
export function problemOfRecord(record: Record): StoredProblem {
  return {
    seq: record.seq,
    id: record.id as ProblemId,
    clientId: record.client_id,
    version: record.version,
    category: record.category as CategoryCode,
    position: record.lng === null || record.lat === null ? null : lngLat(record.lng, record.lat),
    reportedAt: record.reported_at,
    dueAt: record.due_at,
    closings: closingsOfText(record.closings),
    source: record.source,
    state: record.state as ProblemState,
    description: record.description,
    address: record.address,
    assetId: record.asset_id,
    isHardDeduction: record.is_hard_deduction === 1,
    assignedUnitId: record.assigned_unit_id as UnitId | null,
    photos: record.photos === "[]" ? NONE : (JSON.parse(record.photos) as Photo[]),
    placeId: record.place_id,
  };
}

export function recordOfProblem(problem: StoredProblem, isPlacePending: boolean): Record {
  return {
    seq: problem.seq,
    id: problem.id,
    client_id: problem.clientId,
    version: problem.version,
    category: problem.category,
    lng: problem.position?.[0] ?? null,
    lat: problem.position?.[1] ?? null,
    reported_at: problem.reportedAt,
    due_at: problem.dueAt,
    closings: JSON.stringify(problem.closings.map((c) => [c.closedAt, c.reopenedAt])),
    source: problem.source,
    state: problem.state,
    description: problem.description,
    address: problem.address,
    asset_id: problem.assetId,
    is_hard_deduction: problem.isHardDeduction ? 1 : 0,
    assigned_unit_id: problem.assignedUnitId,
    photos: JSON.stringify(problem.photos),
    place_id: problem.placeId,
    is_place_pending: isPlacePending ? 1 : 0,
  };
}

const NONE: readonly never[] = [];

function closingsOfText(text: string): readonly Closing[] {
  if (text === "[]") return NONE;
  const pairs = JSON.parse(text) as [number, number | null][];
  return pairs.map(([closedAt, reopenedAt]) => ({ closedAt, reopenedAt }));
}
