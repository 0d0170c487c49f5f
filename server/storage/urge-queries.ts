import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import type { Storage, StoredUrge } from "./storage.ts";

type UrgeQueries = Pick<Storage, "urgeByClientId" | "urgesOf">;

/** What was urged on (督办). */
export function urgeQueries(db: Kysely<Schema>): UrgeQueries {
  return {
    async urgeByClientId(clientId) {
      const record = await db
        .selectFrom("urge")
        .selectAll()
        .where("client_id", "=", clientId)
        .executeTakeFirst();
      return record ? urgeOfRecord(record) : null;
    },

    async urgesOf(problemIds) {
      if (problemIds.length === 0) return [];
      const records = await db
        .selectFrom("urge")
        .selectAll()
        .where("problem_id", "in", problemIds)
        .orderBy("at")
        .execute();
      return records.map(urgeOfRecord);
    },
  };
}

function urgeOfRecord({ client_id, problem_id, ...rest }: Schema["urge"]): StoredUrge {
  return { clientId: client_id, problemId: problem_id, ...rest };
}
