import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import type { Storage, StoredAd, StoredAdPlan } from "./storage.ts";

type AdQueries = Pick<Storage, "ads" | "adsById" | "adRuleSets" | "adPlans" | "adPlan">;

/** More ids than a statement takes at once are asked in parts. */
const IDS_AT_ONCE = 500;

const planHead = ["id", "name", "made_at", "account", "actor_name", "asked", "figures"] as const;

/** Ads that are kept here, rules for them, and plans. */
export function adQueries(db: Kysely<Schema>): AdQueries {
  return {
    async ads() {
      const records = await db.selectFrom("ad_record").selectAll().orderBy("id").execute();
      return records.map(adOfRecord);
    },

    async adsById(ids) {
      const found: StoredAd[] = [];
      for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
        const records = await db
          .selectFrom("ad_record")
          .selectAll()
          .where("id", "in", ids.slice(at, at + IDS_AT_ONCE))
          .orderBy("id")
          .execute();
        found.push(...records.map(adOfRecord));
      }
      return found;
    },

    async adRuleSets() {
      const records = await db
        .selectFrom("ad_rule_set")
        .selectAll()
        .orderBy("saved_at", "desc")
        .orderBy("version", "desc")
        .execute();
      return records.map(({ version, rules, saved_at, account, actor_name }) => ({
        version,
        rules: JSON.parse(rules),
        savedAt: saved_at,
        account,
        actorName: actor_name,
      }));
    },

    async adPlans(limit) {
      const records = await db
        .selectFrom("ad_plan")
        .select(planHead)
        .orderBy("made_at", "desc")
        .orderBy("id")
        .limit(limit)
        .execute();
      return records.map(headOfRecord);
    },

    async adPlan(id) {
      const record = await db
        .selectFrom("ad_plan")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst();
      return record ? { ...headOfRecord(record), result: record.result } : null;
    },
  };
}

function adOfRecord({ id, record, version, ...rest }: Schema["ad_record"]): StoredAd {
  const { changed_at: changedAt, account, actor_name: actorName } = rest;
  return { id, record: JSON.parse(record), version, changedAt, account, actorName };
}

function headOfRecord(
  record: Pick<Schema["ad_plan"], (typeof planHead)[number]>,
): Omit<StoredAdPlan, "result"> {
  const { id, name, made_at, account, actor_name, asked, figures } = record;
  return {
    id,
    name,
    madeAt: made_at,
    account,
    actorName: actor_name,
    asked: JSON.parse(asked),
    figures: JSON.parse(figures),
  };
}
