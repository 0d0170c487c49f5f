import type { Kysely, Selectable, Transaction } from "kysely";
import type { Schema } from "./schema.ts";
import type { LoggedChange, LoggedTable, NumberRange, Storage } from "./storage.ts";
import type { Touched } from "./touched.ts";

const LOG_BATCH = 1000;
/** Number of the last write in the log that was forgotten. */
const FORGOTTEN_TO = "logForgottenTo";

type LogQueries = Pick<
  Storage,
  | "auditOf"
  | "lastActs"
  | "actedBetween"
  | "meta"
  | "revision"
  | "logEnd"
  | "changesAfter"
  | "forgetChanges"
>;

/** What was done when (audit), and what each write touched (change log). */
export function logQueries(db: Kysely<Schema>): LogQueries {
  return {
    async auditOf(entity, entityId) {
      const records = await db
        .selectFrom("audit")
        .selectAll()
        .where("entity", "=", entity)
        .where("entity_id", "=", entityId)
        .orderBy("id")
        .execute();
      return records.map(({ entity_id, before, after, ...rest }) => ({
        ...rest,
        entityId: entity_id,
        before: before === null ? null : JSON.parse(before),
        after: after === null ? null : JSON.parse(after),
      }));
    },

    async lastActs(entity, ids) {
      const rows = await db
        .selectFrom("audit")
        .select(({ fn }) => ["entity_id", fn.max("at").as("at")])
        .where("entity", "=", entity)
        .where("entity_id", "in", [...ids])
        .groupBy("entity_id")
        .execute();
      return new Map(rows.map(({ entity_id, at }) => [entity_id, Number(at)]));
    },

    async actedBetween(entity, from, to) {
      const rows = await db
        .selectFrom("audit")
        .select("entity_id")
        .distinct()
        .where("at", ">=", from)
        .where("at", "<=", to)
        .where("entity", "=", entity)
        .execute();
      return new Set(rows.map(({ entity_id }) => entity_id));
    },

    async meta(key) {
      const row = await db
        .selectFrom("meta")
        .select("value")
        .where("key", "=", key)
        .executeTakeFirst();
      return row?.value ?? null;
    },

    revision: () => lastRevision(db),

    async logEnd() {
      const row = await db
        .selectFrom("change_log")
        .select(({ fn }) => fn.max("id").as("last"))
        .executeTakeFirst();
      return row?.last ?? 0;
    },

    async changesAfter(id) {
      const records = await db
        .selectFrom("change_log")
        .selectAll()
        .where("id", ">", id)
        .orderBy("id")
        .limit(LOG_BATCH)
        .execute();
      const [first] = records;
      if (first && first.id > id + 1) await checkKept(db, id);
      return records.map(changeOfRecord);
    },

    forgetChanges: (kept) =>
      db.transaction().execute(async (tx) => {
        const last = tx.selectFrom("change_log").select("id").orderBy("id", "desc").offset(kept);
        const { id } = (await last.limit(1).executeTakeFirst()) ?? { id: 0 };
        if (id === 0) return 0;
        const gone = await tx.deleteFrom("change_log").where("id", "<=", id).executeTakeFirst();
        const value = String(id);
        await tx
          .insertInto("meta")
          .values({ key: FORGOTTEN_TO, value })
          .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
          .execute();
        return Number(gone.numDeletedRows);
      }),
  };
}

/** Writes what was touched into the log; null where there is nothing to say. */
export async function logTouched(
  tx: Transaction<Schema>,
  touched: Touched,
): Promise<number | null> {
  const change = touched.logged();
  if (change === null) return null;
  const revision = change.revision ?? (await lastRevision(tx));
  const { id } = await tx
    .insertInto("change_log")
    .values({
      revision,
      problems: JSON.stringify(change.problems),
      places: JSON.stringify(change.places),
      tables: JSON.stringify(change.tables),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Numbers of the log have gaps of their own; writes that were forgotten are no such gap. */
async function checkKept(db: Kysely<Schema>, id: number): Promise<void> {
  const row = await db
    .selectFrom("meta")
    .select("value")
    .where("key", "=", FORGOTTEN_TO)
    .executeTakeFirst();
  if (row && Number(row.value) > id) {
    throw new RangeError(`Writes after ${id} were forgotten up to ${row.value}: start again`);
  }
}

async function lastRevision(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom("audit")
    .select(({ fn }) => fn.max("id").as("last"))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** The casts hold because the columns are written by `logTouched` alone. */
function changeOfRecord(record: Selectable<Schema["change_log"]>): LoggedChange {
  return {
    id: record.id,
    revision: record.revision,
    problems: JSON.parse(record.problems) as NumberRange[],
    places: JSON.parse(record.places) as NumberRange[],
    tables: JSON.parse(record.tables) as LoggedTable[],
  };
}
