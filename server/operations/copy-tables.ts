import { DomainError } from "../../domain/errors.ts";
import { TableChecksum } from "./table-checksum.ts";
import type { TableReader, TableWriter } from "./table-store.ts";

export type CopiedTable = {
  readonly table: string;
  readonly rows: number;
  readonly checksum: string;
};

/**
 * Copies tables row by row, keys as they are, and compares every one with what then stands. Throws `not-empty` where the
 * target holds rows, `copy-differs` where the two programs' tables are not the same or a table came out otherwise.
 */
export async function copyTables(
  source: TableReader,
  target: TableWriter,
  tables: readonly string[],
  tell: (copied: CopiedTable) => void,
): Promise<CopiedTable[]> {
  for (const table of tables) await checkTable(source, target, table);
  const copied: CopiedTable[] = [];
  for (const table of tables) {
    const done = await copyTable(source, target, table);
    copied.push(done);
    tell(done);
  }
  return copied;
}

async function checkTable(source: TableReader, target: TableWriter, table: string): Promise<void> {
  const [from, to] = [await source.columns(table), await target.columns(table)];
  if (from.join() !== to.join()) throw new DomainError("copy-differs", { table });
  for await (const _ of target.rows(table)) throw new DomainError("not-empty", { what: table });
}

async function copyTable(
  source: TableReader,
  target: TableWriter,
  table: string,
): Promise<CopiedTable> {
  const columns = await source.columns(table);
  const sent = new TableChecksum();
  for await (const rows of source.rows(table)) {
    sent.add(rows, columns);
    await target.insert(table, rows);
  }
  await target.setCounters(table);
  const stands = new TableChecksum();
  for await (const rows of target.rows(table)) stands.add(rows, columns);
  if (stands.count !== sent.count || stands.value !== sent.value) {
    throw new DomainError("copy-differs", { table });
  }
  return { table, rows: sent.count, checksum: sent.value };
}
