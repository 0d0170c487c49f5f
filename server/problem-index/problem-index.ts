import { ClosingHistory } from "../../domain/columns/closing-history.ts";
import { withRoom } from "../../domain/columns/growable.ts";
import { IdTable } from "../../domain/columns/id-table.ts";
import { ProblemColumns, type ProblemRow, rowFlags } from "../../domain/columns/problem-columns.ts";
import type { Duty } from "../../domain/duty.ts";
import {
  type Closing,
  isDropped,
  type Problem,
  problemStates,
  standingClosedAt,
} from "../../domain/problem.ts";
import type { ProblemFilter } from "../../domain/problem-filter.ts";
import { fromE7, toE7 } from "../../domain/spatial/lng-lat.ts";
import { MicroCells } from "../../domain/spatial/micro-cells.ts";
import { mortonCode, mortonRange } from "../../domain/spatial/morton.ts";
import { mortonOrder } from "../../domain/spatial/morton-order.ts";
import { TerritoryTable } from "../../domain/spatial/territory.ts";
import { worldX, worldY } from "../../domain/spatial/web-mercator.ts";
import type { CityTables } from "./city-tables.ts";
import {
  countedRows,
  matchRows,
  type RowMatches,
  rowMatches,
  type ShownRows,
} from "./match-rows.ts";
import { mergedOrder } from "./merged-order.ts";
import { compileFilter, type FilterTables, type RowFilter } from "./row-filter.ts";
import { compileSight, type Sight } from "./sight.ts";

const NO_ROW = 0xffffffff;

/** Rows past the sorted base before they are folded in: a share of the base, at least this many. */
const MIN_TAIL = 4096;
const TAIL_SHARE = 1 / 64;

/**
 * Every report in memory, disposable and rebuilt from storage at start. Rows [0, baseCount) lie along a space-filling
 * curve, so a map tile is one run of rows; rows after that are a short tail in order of arrival, folded in from time to
 * time. Reports are known inside by their serial, the order of acceptance from 0.
 */
export class ProblemIndex {
  readonly tables: CityTables;
  territories: TerritoryTable;
  readonly ids: IdTable;
  columns: ProblemColumns;
  /** Rows in curve order. */
  baseCount = 0;
  /** Shared scratch of one query at a time. */
  readonly cells = new MicroCells();

  #isBuilt = false;
  #rowOfSerial = new Uint32Array(1024);
  readonly #history = new ClosingHistory();
  readonly #matches: RowMatches = rowMatches(1024);

  constructor(tables: CityTables, capacity = 1024) {
    this.tables = tables;
    this.territories = new TerritoryTable(tables.registry);
    this.ids = new IdTable(capacity);
    this.columns = new ProblemColumns(capacity);
  }

  /** Reports known, whatever their state. */
  get size(): number {
    return this.ids.size;
  }

  /** Sum of typed-array bytes, scratch apart. */
  get byteLength(): number {
    return this.columns.byteLength + this.ids.byteLength + this.#history.byteLength + 4 * this.size;
  }

  /**
   * Takes in one more report at the end and answers its serial. Throws an Error when its id is known already; throws a
   * RangeError for a category or source that the city does not have.
   */
  append(problem: Problem): number {
    const serial = this.ids.add(problem.id);
    if (serial < 0) throw new Error(`The id ${problem.id} is in the index already`);
    this.#rowOfSerial = withRoom(this.#rowOfSerial, serial + 1);
    this.#rowOfSerial[serial] = this.columns.push(this.#rowOf(serial, problem));
    return serial;
  }

  /**
   * Sorts everything appended so far along the curve and says whose ground each row is; call once
   * after loading. O(n).
   */
  build(): void {
    const order = mortonOrder(this.columns.worldX, this.columns.worldY, this.columns.count);
    this.#adopt(this.columns.reordered(order));
    this.#isBuilt = true;
    this.#findTerritories();
  }

  /** Says anew whose ground each row is, after zones were drawn otherwise. O(n). */
  resettle(): void {
    this.territories = new TerritoryTable(this.tables.registry);
    this.#findTerritories();
  }

  /**
   * Puts a changed report in place of the old one; its id, and so its serial, stay. Where it stays at its position the row
   * is overwritten, else it moves to the tail.
   */
  replace(serial: number, problem: Problem): void {
    const row = this.rowOf(serial);
    const values = this.#rowOf(serial, problem);
    const { lngE7, latE7, worldX: x, worldY: y } = this.columns;
    const isStill =
      lngE7[row] === values.lngE7 &&
      latE7[row] === values.latE7 &&
      x[row] === values.worldX &&
      y[row] === values.worldY;
    if (isStill) {
      this.columns.overwrite(row, values);
      return;
    }
    this.columns.flags[row]! |= rowFlags.dead;
    this.#rowOfSerial[serial] = this.columns.push(values);
    this.#foldIfLong();
  }

  /** Folds a long tail in. Call after `append` outside loading. */
  settle(): void {
    this.#foldIfLong();
  }

  rowOf(serial: number): number {
    return this.#rowOfSerial[serial] ?? NO_ROW;
  }

  /** Null for a report that waits in the tray. */
  positionOf(serial: number): readonly [lng: number, lat: number] | null {
    const row = this.rowOf(serial);
    const { flags, lngE7, latE7 } = this.columns;
    if (flags[row]! & rowFlags.unplaced) return null;
    return [fromE7(lngE7[row]!), fromE7(latE7[row]!)];
  }

  /** Id of the unit that it was handed to. */
  assigneeOf(serial: number): string | null {
    const mark = this.columns.unit[this.rowOf(serial)] ?? 0;
    return this.tables.units[mark - 1] ?? null;
  }

  serialOf(id: string): number | undefined {
    return this.ids.numberOf(id);
  }

  idOfRow(row: number): string {
    return this.ids.idOf(this.columns.serial[row]!);
  }

  /** Closings of a report in time order. */
  closingsOf(serial: number): readonly Closing[] {
    const row = this.rowOf(serial);
    const closedAt = this.columns.closedAt[row]!;
    if (this.columns.flags[row]! & rowFlags.hasHistory) return this.#history.closingsAt(closedAt);
    return closedAt === Number.POSITIVE_INFINITY ? [] : [{ closedAt, reopenedAt: null }];
  }

  isRowClosedAt(row: number, t: number): boolean {
    const closedAt = this.columns.closedAt[row]!;
    return (this.columns.flags[row]! & rowFlags.hasHistory) === 0
      ? closedAt <= t
      : this.#history.isClosedAt(closedAt, t);
  }

  /** `sight`: what may be seen at all; null: everything. */
  compile(filter: ProblemFilter, now: number, sight: Sight | null = null): RowFilter {
    return compileFilter(filter, this.#filterTables, now, sight);
  }

  /** What is seen with some duties at `t`; null where they are about everything. */
  sightOf(duties: readonly Duty[], t: number, units: readonly string[] = []): Sight | null {
    return compileSight(this.#filterTables, duties, t, units);
  }

  /** All rows that pass. The result is scratch: read it before the next query. */
  match(filter: RowFilter, shown: ShownRows = countedRows): RowMatches {
    this.#matches.count = 0;
    this.#matchRange(filter, 0, this.columns.count, shown);
    return this.#matches;
  }

  /** Rows that pass and lie in tile z/x/y; z ≤ 18. Cost grows with the rows in the tile. */
  matchTile(filter: RowFilter, z: number, x: number, y: number): RowMatches {
    const [first, end] = mortonRange(z, x, y);
    this.#matches.count = 0;
    this.#matchRange(filter, this.#lowerBound(first), this.#lowerBound(end), countedRows);
    const before = this.#matches.count;
    this.#matchRange(filter, this.baseCount, this.columns.count, countedRows);
    this.#keepInTile(before, z, x, y);
    return this.#matches;
  }

  #matchRange(filter: RowFilter, low: number, high: number, shown: ShownRows): void {
    matchRows(this.columns, filter, low, high, shown, this.#history, this.#matches);
  }

  /** Drops tail rows, from position `from` of the matches on, that lie outside the tile. */
  #keepInTile(from: number, z: number, x: number, y: number): void {
    const matches = this.#matches;
    const shift = 32 - z;
    let kept = from;
    for (let i = from; i < matches.count; i++) {
      const row = matches.rows[i]!;
      const tileX = shift === 32 ? 0 : this.columns.worldX[row]! >>> shift;
      const tileY = shift === 32 ? 0 : this.columns.worldY[row]! >>> shift;
      if (tileX !== x || tileY !== y) continue;
      matches.rows[kept] = row;
      matches.status[kept] = matches.status[i]!;
      kept++;
    }
    matches.count = kept;
  }

  /** First base row whose curve position is at or after `code`. */
  #lowerBound(code: number): number {
    let low = 0;
    let high = this.baseCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (mortonCode(this.columns.worldX[middle]!, this.columns.worldY[middle]!) < code)
        low = middle + 1;
      else high = middle;
    }
    return low;
  }

  get #filterTables(): FilterTables {
    return { ...this.tables, territories: this.territories };
  }

  /** Along the curve neighbours come one after another, which is what caches like. */
  #findTerritories(): void {
    for (let row = 0; row < this.columns.count; row++) {
      this.columns.territory[row] = this.#territoryOf(row);
    }
  }

  #territoryOf(row: number): number {
    const { flags, lngE7, latE7 } = this.columns;
    if (flags[row]! & rowFlags.unplaced) return this.territories.nowhere();
    return this.territories.at(fromE7(lngE7[row]!), fromE7(latE7[row]!));
  }

  #rowOf(serial: number, problem: Problem): ProblemRow {
    const { position, closings } = problem;
    const hasHistory = closings.some(({ reopenedAt }) => reopenedAt !== null);
    const [lng, lat] = position ?? [0, 0];
    return {
      serial,
      lngE7: toE7(lng),
      latE7: toE7(lat),
      worldX: position ? worldX(lng) : 0,
      worldY: position ? worldY(lat) : 0,
      reportedAt: problem.reportedAt,
      dueAt: problem.isHardDeduction
        ? Number.POSITIVE_INFINITY
        : (problem.dueAt ?? Number.POSITIVE_INFINITY),
      closedAt: hasHistory
        ? this.#history.add(closings)
        : (standingClosedAt(closings) ?? Number.POSITIVE_INFINITY),
      category: this.tables.categoryOrdinal(problem.category),
      source: this.tables.sourceOrdinal(problem.source),
      flags: flagsOf(problem, hasHistory),
      territory:
        this.#isBuilt && position ? this.territories.at(lng, lat) : this.territories.nowhere(),
      state: problemStates.indexOf(problem.state),
      unit: this.tables.unitMark(problem.assignedUnitId),
    };
  }

  #foldIfLong(): void {
    const tail = this.columns.count - this.baseCount;
    if (tail < Math.max(MIN_TAIL, this.baseCount * TAIL_SHARE)) return;
    this.#adopt(this.columns.reordered(mergedOrder(this.columns, this.baseCount)));
  }

  #adopt(columns: ProblemColumns): void {
    this.columns = columns;
    this.baseCount = columns.count;
    for (let row = 0; row < columns.count; row++) this.#rowOfSerial[columns.serial[row]!] = row;
  }
}

function flagsOf({ state, position }: Problem, hasHistory: boolean): number {
  return (
    (isDropped(state) ? rowFlags.dropped : 0) |
    (state === "withdrawn" ? rowFlags.withdrawn : 0) |
    (position ? 0 : rowFlags.unplaced) |
    (hasHistory ? rowFlags.hasHistory : 0)
  );
}
