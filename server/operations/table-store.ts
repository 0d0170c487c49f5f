/** A cell as it is alike on every database: times as ISO text or epoch milliseconds, booleans as 0 and 1. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** Tables as they stood at one moment. */
export type TableReader = {
  /** In the order of the alphabet; none: no such table. */
  columns(table: string): Promise<string[]>;
  /** All rows, in batches, in no order. */
  rows(table: string): AsyncIterable<readonly Row[]>;
};

export type TableWriter = TableReader & {
  insert(table: string, rows: readonly Row[]): Promise<void>;
  /** Keys that the database counts up go on after the highest there is. */
  setCounters(table: string): Promise<void>;
};

/** The tables of one database, to be read and filled as a whole. */
export type TableStore = {
  /** Whoever writes meanwhile, `work` sees one moment. */
  read<T>(work: (tables: TableReader) => Promise<T>): Promise<T>;
  /** Everything in `work` is kept, or nothing. */
  write<T>(work: (tables: TableWriter) => Promise<T>): Promise<T>;
};
