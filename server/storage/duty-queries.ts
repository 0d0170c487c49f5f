import type { Kysely } from "kysely";
import { dutyOfRecord } from "./duty-record.ts";
import type { Schema } from "./schema.ts";
import type { Storage } from "./storage.ts";
import { zoneOfRecord } from "./zone-record.ts";

type DutyQueries = Pick<Storage, "duties" | "zoneVersions">;

/** Who answers for what, and the borders of it. */
export function dutyQueries(db: Kysely<Schema>): DutyQueries {
  return {
    async duties() {
      const records = await db.selectFrom("duty").selectAll().orderBy("id").execute();
      return records.map(dutyOfRecord);
    },

    async zoneVersions() {
      const records = await db
        .selectFrom("zone_version")
        .selectAll()
        .orderBy("position")
        .orderBy("zone_id")
        .orderBy("valid_from")
        .execute();
      return records.map(zoneOfRecord);
    },
  };
}
