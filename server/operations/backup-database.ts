import Database from "better-sqlite3";
import { DomainError } from "../../domain/errors.ts";
import { sqliteTableNames } from "./sqlite-tables.ts";

/** What a database holds, so that a copy of it can be told from a broken one. */
export type DatabaseFacts = {
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>;
  /** Number of the last change; null: it keeps none. */
  readonly revision: number | null;
};

/** All pages in one step: the copy is of one moment, and writers do not wait in WAL mode. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies a database file whoever works with it, and reads the copy again. Throws `bad-backup` where the copy is not whole or
 * does not hold what the source held at that moment.
 */
export async function backupDatabase(file: string, to: string): Promise<DatabaseFacts> {
  const source = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  let facts: DatabaseFacts;
  try {
    // The copy is made inside this snapshot, so both hold the same.
    source.exec("begin");
    facts = factsOf(source, sqliteTableNames(file));
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  oneFile(to);
  checkDatabase(to, facts);
  return facts;
}

/** Without a log beside it; a server that opens it makes one again. */
function oneFile(file: string): void {
  const database = new Database(file);
  database.pragma("journal_mode = DELETE");
  database.close();
}

/** Throws `bad-backup` where a file is damaged or does not hold what is said of it. */
export function checkDatabase(file: string, facts: DatabaseFacts): void {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const found = database.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new DomainError("bad-backup", { file, problem: String(found) });
    const holds = factsOf(database, Object.keys(facts.tables));
    if (JSON.stringify(holds) !== JSON.stringify(facts)) {
      const problem = `${JSON.stringify(holds)} ≠ ${JSON.stringify(facts)}`;
      throw new DomainError("bad-backup", { file, problem });
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("bad-backup", { file, problem: (error as Error).message });
  } finally {
    database.close();
  }
}

function factsOf(database: Database.Database, names: readonly string[]): DatabaseFacts {
  const one = (text: string) => database.prepare<[], number | null>(text).pluck().get() ?? null;
  const tables = names.map((name) => [name, one(`select count(*) from "${name}"`) ?? 0] as const);
  return {
    tables: Object.fromEntries(tables),
    revision: names.includes("audit") ? (one("select max(id) from audit") ?? 0) : null,
  };
}
