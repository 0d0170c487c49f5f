import type { Selectable } from "kysely";
import { type GridZone, type ZoneVersion, zoneLevels } from "../../domain/grid-zone.ts";
import { ZoneId } from "../../domain/ids.ts";
import type { Schema } from "./schema.ts";

type ZoneRecord = Selectable<Schema["zone_version"]>;

export function recordOfZone({ zone, rank, from, to }: ZoneVersion): ZoneRecord {
  return {
    zone_id: zone.id,
    valid_from: from,
    valid_to: to,
    position: rank,
    name: zone.name,
    level: zone.level,
    parent_id: zone.parentId,
    geometry: JSON.stringify(zone.geometry),
  };
}

/** Throws a RangeError for a level that this program does not know. */
export function zoneOfRecord(record: ZoneRecord): ZoneVersion {
  const level = zoneLevels.find((known) => known === record.level);
  if (level === undefined) {
    throw new RangeError(`Zone ${record.zone_id} has the level ${record.level}`);
  }
  return {
    zone: {
      id: ZoneId.parse(record.zone_id),
      name: record.name,
      level,
      parentId: record.parent_id === null ? null : ZoneId.parse(record.parent_id),
      geometry: geometryOf(record.geometry),
    },
    rank: record.position,
    from: record.valid_from,
    to: record.valid_to,
  };
}

/** The cast holds because the column is written by `recordOfZone` alone. */
function geometryOf(stored: string): GridZone["geometry"] {
  return JSON.parse(stored) as GridZone["geometry"];
}
