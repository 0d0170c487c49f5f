import { type Kysely, sql } from "kysely";
import type { StoredProblem } from "../../domain/problem.ts";
import { problemOfRecord } from "./problem-record.ts";
import { READ_BATCH } from "./read-batch.ts";
import type { Schema } from "./schema.ts";
import type { Storage } from "./storage.ts";

type ProblemQueries = Pick<
  Storage,
  | "problems"
  | "pendingPlacings"
  | "problemsBySeq"
  | "problemsById"
  | "problemByClientId"
  | "problemsIn"
  | "problemsWithPhoto"
  | "searchProblems"
  | "countProblems"
  | "firstReportedAt"
  | "stacks"
>;

/** Reports as they stand, by what they are looked up with. */
export function problemQueries(db: Kysely<Schema>): ProblemQueries {
  return {
    problems: () => problemBatches(db, false),

    pendingPlacings: () => problemBatches(db, true),

    async problemsBySeq(seqs) {
      if (seqs.length === 0) return [];
      const records = await db.selectFrom("problem").selectAll().where("seq", "in", seqs).execute();
      const bySeq = new Map(records.map((record) => [record.seq, record]));
      return seqs.flatMap((seq) => {
        const record = bySeq.get(seq);
        return record ? [problemOfRecord(record)] : [];
      });
    },

    async problemsById(ids) {
      if (ids.length === 0) return [];
      const records = await db.selectFrom("problem").selectAll().where("id", "in", ids).execute();
      return records.map(problemOfRecord);
    },

    async problemByClientId(clientId) {
      const record = await db
        .selectFrom("problem")
        .selectAll()
        .where("client_id", "=", clientId)
        .executeTakeFirst();
      return record ? problemOfRecord(record) : null;
    },

    async problemsIn([first, last]) {
      const records = await db
        .selectFrom("problem")
        .selectAll()
        .where("seq", ">=", first)
        .where("seq", "<=", last)
        .orderBy("seq")
        .execute();
      return records.map(problemOfRecord);
    },

    async problemsWithPhoto(file) {
      const pattern = `%${JSON.stringify(file).replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
      const records = await db
        .selectFrom("problem")
        .selectAll()
        .where(sql<boolean>`photos like ${pattern} escape '\\'`)
        .execute();
      return records
        .map(problemOfRecord)
        .filter(({ photos }) => photos.some((photo) => photo.file === file));
    },

    async searchProblems(text, limit) {
      const pattern = `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
      const records = await db
        .selectFrom("problem")
        .selectAll()
        .where(
          sql<boolean>`(lower(address) like lower(${pattern}) escape '\\'
            or lower(id) like lower(${pattern}) escape '\\')`,
        )
        .orderBy("seq", "desc")
        .limit(limit)
        .execute();
      return records.map(problemOfRecord);
    },

    async countProblems() {
      const row = await db
        .selectFrom("problem")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      return row.n;
    },

    async firstReportedAt() {
      const row = await db
        .selectFrom("problem")
        .select(({ fn }) => fn.min("reported_at").as("first"))
        .executeTakeFirst();
      return row?.first ?? null;
    },

    async stacks(minAddresses) {
      const found = await db
        .selectFrom("problem")
        .select(({ fn }) => [
          "lng",
          "lat",
          fn.count<number>("address").distinct().as("addresses"),
          fn.countAll<number>().as("reports"),
        ])
        .where("lng", "is not", null)
        .groupBy(["lng", "lat"])
        .having(({ fn }) => fn.count("address").distinct(), ">=", minAddresses)
        .orderBy("reports", "desc")
        .execute();
      return found.map(({ lng, lat, addresses, reports }) => ({
        lngE7: Math.round((lng ?? 0) * 1e7),
        latE7: Math.round((lat ?? 0) * 1e7),
        addresses,
        reports,
      }));
    },
  };
}

async function* problemBatches(
  db: Kysely<Schema>,
  onlyPending: boolean,
): AsyncGenerator<readonly StoredProblem[]> {
  for (let after = 0; ; ) {
    let query = db
      .selectFrom("problem")
      .selectAll()
      .where("seq", ">", after)
      .orderBy("seq")
      .limit(READ_BATCH);
    if (onlyPending) query = query.where("is_place_pending", "=", 1);
    const records = await query.execute();
    if (records.length > 0) yield records.map(problemOfRecord);
    const last = records.at(-1);
    if (!last || records.length < READ_BATCH) return;
    after = last.seq;
  }
}
