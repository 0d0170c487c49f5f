import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { countedKey } from "./column-types.ts";

/** Run in order of their names, each once; a database newer than the program is refused by the migrator. */
export const migrations: Record<string, Migration> = {
  "0001-initial": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("problem")
        .addColumn("seq", "bigint", (column) => column.primaryKey())
        .addColumn("id", "text", (column) => column.notNull().unique())
        .addColumn("client_id", "text", (column) => column.unique())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("category", "text", (column) => column.notNull())
        .addColumn("lng", "double precision")
        .addColumn("lat", "double precision")
        .addColumn("reported_at", "bigint", (column) => column.notNull())
        .addColumn("due_at", "bigint")
        .addColumn("closings", "text", (column) => column.notNull())
        .addColumn("source", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("description", "text", (column) => column.notNull())
        .addColumn("address", "text")
        .addColumn("asset_id", "text")
        .addColumn("is_hard_deduction", "smallint", (column) => column.notNull())
        .addColumn("assigned_unit_id", "text")
        .addColumn("photos", "text", (column) => column.notNull())
        .addColumn("place_id", "bigint")
        .addColumn("is_place_pending", "smallint", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("place")
        .addColumn("id", "bigint", (column) => column.primaryKey())
        .addColumn("category", "text", (column) => column.notNull())
        .addColumn("asset_id", "text")
        .addColumn("first_x", "double precision", (column) => column.notNull())
        .addColumn("first_y", "double precision", (column) => column.notNull())
        .addColumn("anchor_x", "double precision", (column) => column.notNull())
        .addColumn("anchor_y", "double precision", (column) => column.notNull())
        .addColumn("reports", "bigint", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("bad_position")
        .addColumn("lng_e7", "bigint", (column) => column.notNull())
        .addColumn("lat_e7", "bigint", (column) => column.notNull())
        .addColumn("since", "bigint", (column) => column.notNull())
        .addColumn("addresses", "bigint", (column) => column.notNull())
        .addColumn("reports", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("bad_position_key", ["lng_e7", "lat_e7"])
        .execute();
      await db.schema
        .createTable("audit")
        .addColumn("id", countedKey(db).type, countedKey(db).mark)
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("actor", "text", (column) => column.notNull())
        .addColumn("action", "text", (column) => column.notNull())
        .addColumn("entity", "text", (column) => column.notNull())
        .addColumn("entity_id", "text", (column) => column.notNull())
        .addColumn("before", "text")
        .addColumn("after", "text")
        .execute();
      await db.schema
        .createIndex("audit_of_entity")
        .on("audit")
        .columns(["entity", "entity_id"])
        .execute();
      await db.schema
        .createTable("meta")
        .addColumn("key", "text", (column) => column.primaryKey())
        .addColumn("value", "text", (column) => column.notNull())
        .execute();
    },
  },
  "0002-recurrence": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("prior")
        .addColumn("category", "text", (column) => column.primaryKey())
        .addColumn("alpha", "double precision", (column) => column.notNull())
        .addColumn("beta_days", "double precision", (column) => column.notNull())
        .addColumn("places", "bigint", (column) => column.notNull())
        .addColumn("recurrences", "bigint", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("fitted_at", "bigint", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("summons_decision")
        .addColumn("id", countedKey(db).type, countedKey(db).mark)
        .addColumn("place_id", "bigint", (column) => column.notNull())
        .addColumn("decided_at", "bigint", (column) => column.notNull())
        .addColumn("actor", "text", (column) => column.notNull())
        .addColumn("decision", "text", (column) => column.notNull())
        .addColumn("reason", "text", (column) => column.notNull())
        .addColumn("k", "bigint", (column) => column.notNull())
        .execute();
    },
  },
  "0003-duties": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("duty")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("role", "text", (column) => column.notNull())
        .addColumn("person", "text")
        .addColumn("unit_id", "text")
        .addColumn("scope_type", "text", (column) => column.notNull())
        .addColumn("scope_id", "text", (column) => column.notNull())
        .addColumn("also_type", "text")
        .addColumn("also_id", "text")
        .addColumn("valid_from", "bigint", (column) => column.notNull())
        .addColumn("valid_to", "bigint")
        .addColumn("phone", "text")
        .execute();
    },
  },
  "0004-urges": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("urge")
        .addColumn("client_id", "text", (column) => column.primaryKey())
        .addColumn("problem_id", "text", (column) => column.notNull())
        .addColumn("person", "text", (column) => column.notNull())
        .addColumn("note", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("urge_of_problem").on("urge").column("problem_id").execute();
    },
  },
  "0005-zones": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("zone_version")
        .addColumn("zone_id", "text", (column) => column.notNull())
        .addColumn("valid_from", "bigint", (column) => column.notNull())
        .addColumn("valid_to", "bigint")
        .addColumn("position", "integer", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("level", "text", (column) => column.notNull())
        .addColumn("parent_id", "text")
        .addColumn("geometry", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("zone_version_key", ["zone_id", "valid_from"])
        .execute();
    },
  },
  "0006-change-log": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("change_log")
        .addColumn("id", countedKey(db).type, countedKey(db).mark)
        .addColumn("revision", "bigint", (column) => column.notNull())
        .addColumn("problems", "text", (column) => column.notNull())
        .addColumn("places", "text", (column) => column.notNull())
        .addColumn("tables", "text", (column) => column.notNull())
        .execute();
    },
  },
  "0007-audit-times": {
    async up(db: Kysely<unknown>) {
      await db.schema.createIndex("audit_at").on("audit").column("at").execute();
    },
  },
  "0008-cases": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("case_start")
        .addColumn("problem_id", "text", (column) => column.primaryKey())
        .addColumn("start", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("case_step")
        .addColumn("number", countedKey(db).type, countedKey(db).mark)
        .addColumn("id", "text", (column) => column.notNull().unique())
        .addColumn("problem_id", "text", (column) => column.notNull())
        .addColumn("act", "text", (column) => column.notNull())
        .addColumn("from_state", "text", (column) => column.notNull())
        .addColumn("to_state", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("account", "text", (column) => column.notNull())
        .addColumn("actor_name", "text", (column) => column.notNull())
        .addColumn("role", "text", (column) => column.notNull())
        .addColumn("actor_unit_id", "text")
        .addColumn("reason", "text")
        .addColumn("note", "text")
        .addColumn("photos", "text", (column) => column.notNull())
        .addColumn("unit_id", "text")
        .addColumn("order_number", "text")
        .addColumn("requested_until", "bigint")
        .addColumn("closed_at", "bigint")
        .addColumn("merged_into", "text")
        .addColumn("visit_id", "text")
        .addColumn("visit_at", "bigint")
        .addColumn("outcome", "text")
        .addColumn("follow_up_id", "text")
        .addColumn("clock", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex("case_step_of_problem")
        .on("case_step")
        .columns(["problem_id", "number"])
        .execute();
      await db.schema.createIndex("case_step_at").on("case_step").columns(["act", "at"]).execute();
      await db.schema
        .createIndex("case_step_merged")
        .on("case_step")
        .column("merged_into")
        .execute();
      await db.schema
        .createIndex("case_step_of_order")
        .on("case_step")
        .column("order_number")
        .execute();
      await db.schema
        .createTable("work_order")
        .addColumn("number", "text", (column) => column.primaryKey())
        .addColumn("unit_id", "text", (column) => column.notNull())
        .addColumn("issued_at", "bigint", (column) => column.notNull())
        .addColumn("account", "text", (column) => column.notNull())
        .addColumn("actor_name", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex("work_order_of_unit")
        .on("work_order")
        .column("unit_id")
        .execute();
      await db.schema
        .createTable("report_answer")
        .addColumn("problem_id", "text", (column) => column.primaryKey())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("is_satisfied", "smallint", (column) => column.notNull())
        .addColumn("comment", "text", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("report_answer_at").on("report_answer").column("at").execute();
    },
  },
  "0009-ads": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("ad_record")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("record", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("changed_at", "bigint", (column) => column.notNull())
        .addColumn("account", "text", (column) => column.notNull())
        .addColumn("actor_name", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("ad_rule_set")
        .addColumn("version", "text", (column) => column.primaryKey())
        .addColumn("rules", "text", (column) => column.notNull())
        .addColumn("saved_at", "bigint", (column) => column.notNull())
        .addColumn("account", "text", (column) => column.notNull())
        .addColumn("actor_name", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("ad_plan")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("made_at", "bigint", (column) => column.notNull())
        .addColumn("account", "text", (column) => column.notNull())
        .addColumn("actor_name", "text", (column) => column.notNull())
        .addColumn("asked", "text", (column) => column.notNull())
        .addColumn("figures", "text", (column) => column.notNull())
        .addColumn("result", "text", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("ad_plan_made_at").on("ad_plan").column("made_at").execute();
    },
  },
};
