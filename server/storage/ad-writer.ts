import { setImmediate as nextTurn } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";
import type { StorageWriter } from "./storage.ts";
import type { Touched } from "./touched.ts";

type AdWriter = Pick<StorageWriter, "saveAds" | "addAdRules" | "saveAdPlan" | "removeAdPlan">;

/** Rows of one statement. */
const INSERT_BATCH = 500;

export function adWriter(tx: Transaction<Schema>, touched: Touched): AdWriter {
  return {
    async saveAds(ads) {
      if (ads.length > 0) touched.table("ads");
      for (let at = 0; at < ads.length; at += INSERT_BATCH) {
        const rows = ads.slice(at, at + INSERT_BATCH).map((ad) => ({
          id: ad.id,
          record: JSON.stringify(ad.record),
          version: ad.version,
          changed_at: ad.changedAt,
          account: ad.account,
          actor_name: ad.actorName,
        }));
        await tx
          .insertInto("ad_record")
          .values(rows)
          .onConflict((conflict) =>
            conflict.column("id").doUpdateSet((row) => ({
              record: row.ref("excluded.record"),
              version: row.ref("excluded.version"),
              changed_at: row.ref("excluded.changed_at"),
              account: row.ref("excluded.account"),
              actor_name: row.ref("excluded.actor_name"),
            })),
          )
          .execute();
        // A whole inventory takes seconds: requests go on meanwhile.
        await nextTurn();
      }
    },

    async addAdRules({ version, rules, savedAt, account, actorName }) {
      touched.table("ads");
      await tx
        .insertInto("ad_rule_set")
        .values({
          version,
          rules: JSON.stringify(rules),
          saved_at: savedAt,
          account,
          actor_name: actorName,
        })
        .execute();
    },

    async saveAdPlan({ id, name, madeAt, account, actorName, asked, figures, result }) {
      const kept = {
        name,
        made_at: madeAt,
        account,
        actor_name: actorName,
        asked: JSON.stringify(asked),
        figures: JSON.stringify(figures),
        result,
      };
      await tx
        .insertInto("ad_plan")
        .values({ id, ...kept })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(kept))
        .execute();
    },

    async removeAdPlan(id) {
      await tx.deleteFrom("ad_plan").where("id", "=", id).execute();
    },
  };
}
