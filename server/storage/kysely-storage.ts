import { type Kysely, sql, type Transaction } from "kysely";
import type { StoredProblem } from "../../domain/problem.ts";
import { summonsDecisions } from "../../domain/summons.ts";
import { dutyOfRecord, recordOfDuty } from "./duty-record.ts";
import { problemOfRecord, recordOfProblem } from "./problem-record.ts";
import type { Schema } from "./schema.ts";
import {
  type AuditEntry,
  priorKinds,
  type Storage,
  type StorageWriter,
  type StoredPlace,
  type StoredUrge,
} from "./storage.ts";

/** Rows a batch when reading everything; batches are also where other requests get their turn. */
const READ_BATCH = 5000;
/** SQLite takes 32,766 values a statement. */
const INSERT_BATCH = 1000;

/** The queries that run alike on every database; an adapter opens the connection and says how to close it. */
export function kyselyStorage(db: Kysely<Schema>, close: () => Promise<void>): Storage {
  return {
    problems: () => problemBatches(db, false),
    pendingPlacings: () => problemBatches(db, true),
    places: () => placeBatches(db),

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

    async badPositions() {
      const records = await db.selectFrom("bad_position").selectAll().execute();
      return records.map(({ lng_e7, lat_e7, ...rest }) => ({
        lngE7: lng_e7,
        latE7: lat_e7,
        ...rest,
      }));
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

    async duties() {
      const records = await db.selectFrom("duty").selectAll().orderBy("id").execute();
      return records.map(dutyOfRecord);
    },

    async priors() {
      const records = await db.selectFrom("prior").selectAll().execute();
      return records.map(({ beta_days, fitted_at, kind, ...rest }) => ({
        ...rest,
        betaDays: beta_days,
        kind: priorKinds.find((known) => known === kind) ?? "fitted",
        fittedAt: fitted_at,
      }));
    },

    async decisions(placeIds) {
      let query = db.selectFrom("summons_decision").selectAll().orderBy("id");
      if (placeIds !== null) query = query.where("place_id", "in", placeIds);
      const records = await query.execute();
      return records.map(({ place_id, decided_at, actor, decision, reason, k }) => ({
        placeId: place_id,
        decidedAt: decided_at,
        actor,
        decision: summonsDecisions.find((known) => known === decision) ?? "dismissed",
        reason,
        k,
      }));
    },

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

    async searchProblems(text, limit) {
      const pattern = `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
      const records = await db
        .selectFrom("problem")
        .selectAll()
        .where(
          sql<boolean>`(address like ${pattern} escape '\\' or id like ${pattern} escape '\\')`,
        )
        .orderBy("seq", "desc")
        .limit(limit)
        .execute();
      return records.map(problemOfRecord);
    },

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

    async meta(key) {
      const row = await db
        .selectFrom("meta")
        .select("value")
        .where("key", "=", key)
        .executeTakeFirst();
      return row?.value ?? null;
    },

    async revision() {
      const row = await db
        .selectFrom("audit")
        .select(({ fn }) => fn.max("id").as("last"))
        .executeTakeFirst();
      return row?.last ?? 0;
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

    write: (work) => db.transaction().execute((tx) => work(writer(tx))),
    close,
  };
}

function writer(tx: Transaction<Schema>): StorageWriter {
  return {
    async insertProblems(problems) {
      const row = await tx
        .selectFrom("problem")
        .select(({ fn }) => fn.max("seq").as("last"))
        .executeTakeFirst();
      const first = (row?.last ?? 0) + 1;
      const records = problems.map(({ isPlacePending, ...problem }, i) =>
        recordOfProblem({ ...problem, seq: first + i, version: 1 }, isPlacePending),
      );
      for (const part of parts(records, INSERT_BATCH)) {
        await tx.insertInto("problem").values(part).execute();
      }
      return records.map(({ seq }) => seq);
    },

    async updateProblem(problem, isPlacePending = false) {
      const { seq, ...record } = recordOfProblem(problem, isPlacePending);
      await tx.updateTable("problem").set(record).where("seq", "=", seq).execute();
    },

    async savePlacings(placings) {
      for (const part of parts(placings, 10_000)) {
        const rows = sql.join(part.map(({ seq, placeId }) => sql`(${seq}, ${placeId})`));
        await sql`with placing(seq, place) as (values ${rows})
          update problem set place_id = placing.place, is_place_pending = 0
          from placing where problem.seq = placing.seq`.execute(tx);
      }
    },

    async savePlaces(places) {
      const records = places.map((place) => ({
        id: place.id,
        category: place.category,
        asset_id: place.assetId,
        first_x: place.firstX,
        first_y: place.firstY,
        anchor_x: place.anchorX,
        anchor_y: place.anchorY,
        reports: place.reports,
      }));
      for (const part of parts(records, INSERT_BATCH)) {
        await tx
          .insertInto("place")
          .values(part)
          .onConflict((conflict) =>
            conflict.column("id").doUpdateSet(({ ref }) => ({
              anchor_x: ref("excluded.anchor_x"),
              anchor_y: ref("excluded.anchor_y"),
              reports: ref("excluded.reports"),
            })),
          )
          .execute();
      }
    },

    async addBadPositions(positions) {
      const records = positions.map(({ lngE7, latE7, ...rest }) => ({
        lng_e7: lngE7,
        lat_e7: latE7,
        ...rest,
      }));
      for (const part of parts(records, INSERT_BATCH)) {
        await tx
          .insertInto("bad_position")
          .values(part)
          .onConflict((conflict) => conflict.columns(["lng_e7", "lat_e7"]).doNothing())
          .execute();
      }
    },

    async saveDuties(duties) {
      for (const part of parts(duties.map(recordOfDuty), INSERT_BATCH)) {
        await tx
          .insertInto("duty")
          .values(part)
          .onConflict((conflict) =>
            conflict.column("id").doUpdateSet(({ ref }) => ({
              role: ref("excluded.role"),
              person: ref("excluded.person"),
              unit_id: ref("excluded.unit_id"),
              scope_type: ref("excluded.scope_type"),
              scope_id: ref("excluded.scope_id"),
              also_type: ref("excluded.also_type"),
              also_id: ref("excluded.also_id"),
              valid_from: ref("excluded.valid_from"),
              valid_to: ref("excluded.valid_to"),
              phone: ref("excluded.phone"),
            })),
          )
          .execute();
      }
    },

    async removeDuties(ids) {
      for (const part of parts(ids, INSERT_BATCH)) {
        await tx.deleteFrom("duty").where("id", "in", part).execute();
      }
    },

    async savePriors(priors) {
      const records = priors.map(({ betaDays, fittedAt, ...rest }) => ({
        ...rest,
        beta_days: betaDays,
        fitted_at: fittedAt,
      }));
      await tx.deleteFrom("prior").execute();
      for (const part of parts(records, INSERT_BATCH)) {
        await tx.insertInto("prior").values(part).execute();
      }
    },

    async addDecision({ placeId, decidedAt, ...rest }) {
      const record = { place_id: placeId, decided_at: decidedAt, ...rest };
      await tx.insertInto("summons_decision").values(record).execute();
    },

    async addUrge({ clientId, problemId, ...rest }) {
      const record = { client_id: clientId, problem_id: problemId, ...rest };
      await tx.insertInto("urge").values(record).execute();
    },

    async audit(entry: AuditEntry) {
      const { entityId, before, after, ...rest } = entry;
      const { id } = await tx
        .insertInto("audit")
        .values({
          ...rest,
          entity_id: entityId,
          before: before === null ? null : JSON.stringify(before),
          after: after === null ? null : JSON.stringify(after),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return id;
    },

    async setMeta(key, value) {
      await tx
        .insertInto("meta")
        .values({ key, value })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
        .execute();
    },
  };
}

function urgeOfRecord({ client_id, problem_id, ...rest }: Schema["urge"]): StoredUrge {
  return { clientId: client_id, problemId: problem_id, ...rest };
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

async function* placeBatches(db: Kysely<Schema>): AsyncGenerator<readonly StoredPlace[]> {
  for (let after = -1; ; ) {
    const records = await db
      .selectFrom("place")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(READ_BATCH)
      .execute();
    yield records.map((record) => ({
      id: record.id,
      category: record.category,
      assetId: record.asset_id,
      firstX: record.first_x,
      firstY: record.first_y,
      anchorX: record.anchor_x,
      anchorY: record.anchor_y,
      reports: record.reports,
    }));
    const last = records.at(-1);
    if (!last || records.length < READ_BATCH) return;
    after = last.id;
  }
}

function* parts<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
