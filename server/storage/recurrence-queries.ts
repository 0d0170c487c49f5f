import type { Kysely } from "kysely";
import { summonsDecisions } from "../../domain/summons.ts";
import { READ_BATCH } from "./read-batch.ts";
import type { Schema } from "./schema.ts";
import { priorKinds, type Storage, type StoredPlace } from "./storage.ts";

type RecurrenceQueries = Pick<
  Storage,
  "places" | "placesIn" | "badPositions" | "priors" | "decisions"
>;

/** Places of recurrence, and what was decided and fitted about them. */
export function recurrenceQueries(db: Kysely<Schema>): RecurrenceQueries {
  return {
    places: () => placeBatches(db),

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
  };
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
