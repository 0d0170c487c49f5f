import { trimmed, withRoom } from "./growable.ts";

/** Reasons for which a row is passed over, and what else one bit can say. */
export const rowFlags = {
  /** Withdrawn or rejected: in no total. */
  dropped: 1,
  /** No position: waits in the tray. */
  unplaced: 2,
  /** A later row holds the same report (it was relocated); folded away with the tail. */
  dead: 4,
  /** Closed and reopened at least once: `closedAt` is where its events begin in the ClosingHistory. */
  hasHistory: 8,
  /** Withdrawn rather than rejected; only with `dropped`. */
  withdrawn: 16,
} as const;

/** What a plain query passes over. */
export const HIDDEN = rowFlags.dropped | rowFlags.unplaced | rowFlags.dead;

/** A row's values; times in epoch milliseconds, Infinity for "not closed" and "no time limit". */
export type ProblemRow = {
  readonly serial: number;
  readonly lngE7: number;
  readonly latE7: number;
  readonly worldX: number;
  readonly worldY: number;
  readonly reportedAt: number;
  readonly dueAt: number;
  readonly closedAt: number;
  readonly category: number;
  readonly source: number;
  readonly flags: number;
  readonly territory: number;
  readonly state: number;
  readonly unit: number;
};

/**
 * Problems as a struct of arrays, 55 bytes a row. Rows are in whatever order they were pushed; `reordered` gives them
 * another. Capacity grows by half; only [0, count) is meaningful.
 */
export class ProblemColumns {
  count = 0;
  /** Order of acceptance, from 0. */
  serial: Uint32Array<ArrayBuffer>;
  lngE7: Int32Array<ArrayBuffer>;
  latE7: Int32Array<ArrayBuffer>;
  /** Web Mercator world coordinates, see domain/spatial/web-mercator.ts. */
  worldX: Uint32Array<ArrayBuffer>;
  worldY: Uint32Array<ArrayBuffer>;
  reportedAt: Float64Array<ArrayBuffer>;
  /** Infinity: no limit, or a hard deduction, which is not timed. */
  dueAt: Float64Array<ArrayBuffer>;
  /** When it was closed, Infinity while open; with `hasHistory` an offset instead. */
  closedAt: Float64Array<ArrayBuffer>;
  category: Uint16Array<ArrayBuffer>;
  source: Uint8Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
  /** Number in the TerritoryTable. */
  territory: Uint32Array<ArrayBuffer>;
  /** Number in problemStates. */
  state: Uint8Array<ArrayBuffer>;
  /** 1 + the number of the unit that it was handed to; 0: none. */
  unit: Uint16Array<ArrayBuffer>;

  constructor(capacity = 1024) {
    this.serial = new Uint32Array(capacity);
    this.lngE7 = new Int32Array(capacity);
    this.latE7 = new Int32Array(capacity);
    this.worldX = new Uint32Array(capacity);
    this.worldY = new Uint32Array(capacity);
    this.reportedAt = new Float64Array(capacity);
    this.dueAt = new Float64Array(capacity);
    this.closedAt = new Float64Array(capacity);
    this.category = new Uint16Array(capacity);
    this.source = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.territory = new Uint32Array(capacity);
    this.state = new Uint8Array(capacity);
    this.unit = new Uint16Array(capacity);
  }

  /** Bytes of the rows in use. */
  get byteLength(): number {
    return columnNames.reduce((sum, name) => sum + this[name].BYTES_PER_ELEMENT, 0) * this.count;
  }

  /** Answers the new row's number. */
  push(row: ProblemRow): number {
    const at = this.count++;
    if (at >= this.serial.length) {
      for (const name of columnNames) this.#replace(name, withRoom(this[name], this.count));
    }
    this.overwrite(at, row);
    return at;
  }

  overwrite(at: number, row: ProblemRow): void {
    for (const name of columnNames) this[name][at] = row[name];
  }

  /** A copy whose row i is this one's row `order[i]`, without spare capacity. */
  reordered(order: Uint32Array): ProblemColumns {
    const copy = new ProblemColumns(order.length);
    copy.count = order.length;
    for (const name of columnNames) {
      const from = this[name];
      const to = copy[name];
      for (let i = 0; i < order.length; i++) to[i] = from[order[i]!]!;
    }
    return copy;
  }

  /** Gives spare capacity back. */
  trim(): void {
    for (const name of columnNames) this.#replace(name, trimmed(this[name], this.count));
  }

  #replace<N extends ColumnName>(name: N, column: ProblemColumns[N]): void {
    (this as { [K in N]: ProblemColumns[K] })[name] = column;
  }
}

const columnNames = [
  "serial",
  "lngE7",
  "latE7",
  "worldX",
  "worldY",
  "reportedAt",
  "dueAt",
  "closedAt",
  "category",
  "source",
  "flags",
  "territory",
  "state",
  "unit",
] as const satisfies readonly (keyof ProblemRow)[];
type ColumnName = (typeof columnNames)[number];
