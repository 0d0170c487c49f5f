import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { DATABASE_FILE } from "../../../server/storage/sqlite.ts";
import type { ServerState } from "../server-process.ts";

/** What the tables hold, read beside the server and past all of its code. */
export type StoredRows = {
  readonly reports: number;
  /** Zero means whole; what each counts is its name. */
  readonly broken: Readonly<Record<string, number>>;
};

const REPORTS = "select count(*) as n from problem";

/** Each counts rows that a write done by half would leave. */
const broken: Readonly<Record<string, string>> = {
  "reports with other than one audit row a version": `select count(*) as n from problem p
     where p.client_id is not null and p.version <> (select count(*) from audit a
       where a.entity = 'problem' and a.entity_id = p.id and a.action <> 'urge')`,
  "urges without an audit row": `select (select count(*) from urge) -
     (select count(*) from audit where action = 'urge') as n`,
  "reports at a place that is not stored": `select count(*) as n from problem
     where place_id is not null and place_id not in (select id from place)`,
  "reports not placed": "select count(*) as n from problem where is_place_pending = 1",
  "reports missing in the order": "select coalesce(max(seq), 0) - count(*) as n from problem",
  "places of fewer reports than they have": `select count(*) as n from place l where l.reports <
     (select count(*) from problem p where p.place_id = l.id)`,
  "duties without an audit row": `select (select count(*) from duty where person like '某人%') -
     (select count(*) from audit where entity = 'duty' and action = 'assign') as n`,
  "changes that the log does not know": `select coalesce((select max(id) from audit), 0) -
     coalesce((select max(revision) from change_log), 0) as n`,
};

export async function storedRows({ databaseUrl, stateFolder }: ServerState): Promise<StoredRows> {
  const { ask, close } = databaseUrl ? await postgres(databaseUrl) : sqlite(stateFolder);
  try {
    const counts: Record<string, number> = {};
    for (const [what, query] of Object.entries(broken)) counts[what] = await ask(query);
    return { reports: await ask(REPORTS), broken: counts };
  } finally {
    await close();
  }
}

type Door = { ask(query: string): Promise<number>; close(): Promise<void> };

function sqlite(folder: string): Door {
  const database = new Database(join(folder, DATABASE_FILE), { readonly: true });
  return {
    ask: async (query) => Number((database.prepare(query).get() as { n: number }).n),
    close: async () => void database.close(),
  };
}

async function postgres(url: string): Promise<Door> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    ask: async (query) => Number((await client.query(query)).rows[0].n),
    close: () => client.end(),
  };
}
