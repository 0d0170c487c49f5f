import { sql, type Transaction } from "kysely";
import { adWriter } from "./ad-writer.ts";
import { caseWriter } from "./case-writer.ts";
import { recordOfDuty } from "./duty-record.ts";
import { recordOfProblem } from "./problem-record.ts";
import type { Schema } from "./schema.ts";
import type { AuditEntry, StorageWriter } from "./storage.ts";
import type { Touched } from "./touched.ts";
import { writtenWriter } from "./written-texts.ts";
import { recordOfZone } from "./zone-record.ts";

/** SQLite takes 32,766 values a statement. */
const INSERT_BATCH = 1000;

/** What can be changed inside one transaction, alike on every database. */
export function kyselyWriter(tx: Transaction<Schema>, touched: Touched): StorageWriter {
  return {
    ...caseWriter(tx),
    ...adWriter(tx, touched),
    ...writtenWriter(tx, touched),

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
      const seqs = records.map(({ seq }) => seq);
      touched.problems(seqs);
      return seqs;
    },

    async updateProblem(problem, isPlacePending = false) {
      const { seq, ...record } = recordOfProblem(problem, isPlacePending);
      await tx.updateTable("problem").set(record).where("seq", "=", seq).execute();
      touched.problems([seq]);
    },

    async savePlacings(placings) {
      touched.problems(placings.map(({ seq }) => seq));
      for (const part of parts(placings, 10_000)) {
        const rows = sql.join(
          part.map(({ seq, placeId }) => sql`(cast(${seq} as bigint), cast(${placeId} as bigint))`),
        );
        await sql`with settled(seq, place) as (values ${rows})
          update problem set place_id = settled.place, is_place_pending = 0
          from settled where problem.seq = settled.seq`.execute(tx);
      }
    },

    async savePlaces(places) {
      touched.places(places.map(({ id }) => id));
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
      if (positions.length > 0) touched.table("bad-positions");
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
      if (duties.length > 0) touched.table("duties");
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
      if (ids.length > 0) touched.table("duties");
      for (const part of parts(ids, INSERT_BATCH)) {
        await tx.deleteFrom("duty").where("id", "in", part).execute();
      }
    },

    async saveZoneVersions(versions) {
      if (versions.length > 0) touched.table("zones");
      for (const part of parts(versions.map(recordOfZone), INSERT_BATCH)) {
        await tx
          .insertInto("zone_version")
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(["zone_id", "valid_from"]).doUpdateSet(({ ref }) => ({
              valid_to: ref("excluded.valid_to"),
              position: ref("excluded.position"),
              name: ref("excluded.name"),
              level: ref("excluded.level"),
              parent_id: ref("excluded.parent_id"),
              geometry: ref("excluded.geometry"),
            })),
          )
          .execute();
      }
    },

    async removeZoneVersions(keys) {
      if (keys.length > 0) touched.table("zones");
      for (const { id, from } of keys) {
        await tx
          .deleteFrom("zone_version")
          .where("zone_id", "=", id)
          .where("valid_from", "=", from)
          .execute();
      }
    },

    async savePriors(priors) {
      touched.table("priors");
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
      touched.table("decisions");
      const record = { place_id: placeId, decided_at: decidedAt, ...rest };
      await tx.insertInto("summons_decision").values(record).execute();
    },

    async addUrge({ clientId, problemId, ...rest }) {
      touched.table("urges");
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
      touched.audited(id);
      return id;
    },

    async setMeta(key, value, table) {
      if (table !== undefined) touched.table(table);
      await tx
        .insertInto("meta")
        .values({ key, value })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
        .execute();
    },
  };
}

function* parts<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
