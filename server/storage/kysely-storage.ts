import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { StoredProblem } from "../../domain/problem.ts";
import { summonsDecisions } from "../../domain/summons.ts";
import { dutyOfRecord } from "./duty-record.ts";
import { kyselyWriter } from "./kysely-writer.ts";
import { problemOfRecord } from "./problem-record.ts";
import type { Schema } from "./schema.ts";
import {
  type LoggedChange,
  type LoggedTable,
  type NumberRange,
  priorKinds,
  type Storage,
  type StoredPlace,
  type StoredUrge,
} from "./storage.ts";
import { Touched } from "./touched.ts";
import { zoneOfRecord } from "./zone-record.ts";

/** Rows a batch when reading everything; batches are also where other requests get their turn. */
const READ_BATCH = 5000;
const LOG_BATCH = 1000;
/** Number of the last write in the log that was forgotten. */
const FORGOTTEN_TO = "logForgottenTo";

/** What an adapter does its own way. */
export type StorageDoor = Pick<Storage, "exclusive" | "onWrite" | "close"> & {
  /** Runs inside every write before anything else. */
  readonly begin?: (tx: Transaction<Schema>) => Promise<void>;
  /** Runs inside every write that is in the log, at its end. */
  readonly announce?: (tx: Transaction<Schema>, id: number) => Promise<void>;
  /** Called after every write that is in the log. */
  readonly written?: () => void;
};

/** The queries that run alike on every database. */
export function kyselyStorage(db: Kysely<Schema>, door: StorageDoor): Storage {
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

    async placesIn([first, last]) {
      const records = await db
        .selectFrom("place")
        .selectAll()
        .where("id", ">=", first)
        .where("id", "<=", last)
        .orderBy("id")
        .execute();
      return records.map(placeOfRecord);
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

    revision: () => lastRevision(db),

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

    async write(work) {
      const { result, logged } = await db.transaction().execute(async (tx) => {
        await door.begin?.(tx);
        const touched = new Touched();
        const result = await work(kyselyWriter(tx, touched));
        const logged = await logTouched(tx, touched);
        if (logged !== null) await door.announce?.(tx, logged);
        return { result, logged };
      });
      if (logged !== null) door.written?.();
      return result;
    },
    exclusive: door.exclusive,
    onWrite: door.onWrite,
    close: door.close,
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

async function* placeBatches(db: Kysely<Schema>): AsyncGenerator<readonly StoredPlace[]> {
  for (let after = -1; ; ) {
    const records = await db
      .selectFrom("place")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(READ_BATCH)
      .execute();
    yield records.map(placeOfRecord);
    const last = records.at(-1);
    if (!last || records.length < READ_BATCH) return;
    after = last.id;
  }
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

/** Writes what was touched into the log; null where there is nothing to say. */
async function logTouched(tx: Transaction<Schema>, touched: Touched): Promise<number | null> {
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

function placeOfRecord(record: Schema["place"]): StoredPlace {
  return {
    id: record.id,
    category: record.category,
    assetId: record.asset_id,
    firstX: record.first_x,
    firstY: record.first_y,
    anchorX: record.anchor_x,
    anchorY: record.anchor_y,
    reports: record.reports,
  };
}

function urgeOfRecord({ client_id, problem_id, ...rest }: Schema["urge"]): StoredUrge {
  return { clientId: client_id, problemId: problem_id, ...rest };
}
