import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";
import type { Storage, StorageWriter, WrittenText } from "./storage.ts";
import type { Touched } from "./touched.ts";

/** A column of what people wrote, and how its rows are told apart. */
type WrittenColumn = {
  readonly of: "problem" | "place";
  readonly table: keyof Schema;
  readonly key: string;
  /** Holds the id of the problem or place. */
  readonly about: string;
  readonly text: string;
  /** When the row was written; where it is named, later rows are left as they are. */
  readonly at?: string;
  /** Of the audit, whose rows are about many things. */
  readonly entity?: string;
};

/** Every place where a problem's words are kept. A text that is added to the schema is added here. */
const columns: readonly WrittenColumn[] = [
  { of: "problem", table: "problem", key: "seq", about: "id", text: "description" },
  { of: "problem", table: "problem", key: "seq", about: "id", text: "address" },
  { of: "problem", table: "urge", key: "client_id", about: "problem_id", text: "note" },
  { of: "problem", table: "case_step", key: "id", about: "problem_id", text: "reason" },
  { of: "problem", table: "case_step", key: "id", about: "problem_id", text: "note" },
  {
    of: "problem",
    table: "report_answer",
    key: "problem_id",
    about: "problem_id",
    text: "comment",
  },
  ...auditColumns("problem"),
  // A decision is about a place, which goes on: its own age counts.
  {
    of: "place",
    table: "summons_decision",
    key: "id",
    about: "place_id",
    text: "reason",
    at: "decided_at",
  },
  ...auditColumns("place").map((column) => ({ ...column, at: "at" })),
];

function auditColumns(of: "problem" | "place"): WrittenColumn[] {
  return ["before", "after"].map((text) => {
    return { of, table: "audit", key: "id", about: "entity_id", text, entity: of };
  });
}

type WrittenQueries = Pick<Storage, "textsAbout" | "lastActsOn">;

/** What people wrote about problems and places, wherever it stands. */
export function writtenQueries(db: Kysely<Schema>): WrittenQueries {
  return {
    async textsAbout(of, ids, until) {
      if (ids.length === 0) return [];
      const found: WrittenText[] = [];
      for (const [column, written] of columns.entries()) {
        if (written.of !== of) continue;
        const { rows } = await textsIn(written, ids, until).execute(db);
        const isRecord = written.table === "audit";
        for (const row of rows) found.push({ ...row, about: String(row.about), column, isRecord });
      }
      return found;
    },

    async lastActsOn(problemIds) {
      if (problemIds.length === 0) return new Map();
      const rows = await db
        .selectFrom("audit")
        .select(({ fn }) => ["entity_id", fn.max("at").as("last")])
        .where("entity", "=", "problem")
        .where("entity_id", "in", problemIds)
        .groupBy("entity_id")
        .execute();
      return new Map(rows.map(({ entity_id, last }) => [entity_id, last]));
    },
  };
}

/** Other texts instead of those that stand. */
export function writtenWriter(
  tx: Transaction<Schema>,
  touched: Touched,
): Pick<StorageWriter, "replaceTexts"> {
  return {
    async replaceTexts(texts) {
      if (texts.length > 0) touched.table("texts");
      for (const { column, key, text } of texts) {
        const written = columns[column];
        if (!written) throw new RangeError(`No column ${column} of what people wrote`);
        await sql`update ${sql.table(written.table)} set ${sql.ref(written.text)} = ${text}
          where ${sql.ref(written.key)} = ${key}`.execute(tx);
      }
    },
  };
}

type WrittenRow = Pick<WrittenText, "key" | "text"> & { readonly about: string | number };

function textsIn(
  { table, key, about, text, at, entity }: WrittenColumn,
  ids: readonly string[],
  until: number,
): RawBuilder<WrittenRow> {
  const conditions = [
    sql`${sql.ref(about)} in (${sql.join(ids)})`,
    sql`${sql.ref(text)} is not null`,
    ...(entity === undefined ? [] : [sql`entity = ${entity}`]),
    ...(at === undefined ? [] : [sql`${sql.ref(at)} <= ${until}`]),
  ];
  return sql`select ${sql.ref(key)} as key, ${sql.ref(about)} as about, ${sql.ref(text)} as text
    from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`;
}
