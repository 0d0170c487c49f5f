import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";
import type { StorageWriter } from "./storage.ts";
import type { Touched } from "./touched.ts";

type AdWriter = Pick<StorageWriter, "saveAds" | "addAdRules" | "saveAdPlan" | "removeAdPlan">;

export function adWriter(tx: Transaction<Schema>, touched: Touched): AdWriter {
  return {
    async saveAds(ads) {
      if (ads.length > 0) touched.table("ads");
      for (const { id, record, version, changedAt, account, actorName } of ads) {
        const kept = {
          record: JSON.stringify(record),
          version,
          changed_at: changedAt,
          account,
          actor_name: actorName,
        };
        await tx
          .insertInto("ad_record")
          .values({ id, ...kept })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(kept))
          .execute();
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
