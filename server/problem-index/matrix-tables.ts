import { withRoom } from "../../domain/columns/growable.ts";
import { blockRole, type Duty, type DutyRole, lineRole, unitInRole } from "../../domain/duty.ts";
import type { TerritoryTable } from "../../domain/spatial/territory.ts";
import { heldDuties, NOT_ASKED } from "./held-duties.ts";
import { HolderSets, setAt } from "./holder-sets.ts";
import type { ProblemIndex } from "./problem-index.ts";

/** Numbers of the units that share a report's line and block. */
export type UnitPair = { readonly lines: readonly number[]; readonly blocks: readonly number[] };

/** Of an entry whose segments are not looked for yet. */
export const UNKNOWN = -1;

/**
 * Which units held the line and which the block, kept between questions. Territories under the same duties are a group; a
 * group and a category are an entry, `groupOf[territory] * categoryCount + category`. The pairs that followed each other
 * over an entry are segments, one after another in time: from `lastSegment` of the entry on one goes back while the
 * moment lies before `since` of the segment.
 */
export class MatrixTables {
  /** Unit ids that ever held the role, in the order of their first duty. */
  readonly lines: readonly string[];
  readonly blocks: readonly string[];
  /** By territory. */
  readonly groupOf: Uint32Array;
  readonly categoryCount: number;
  /** By entry, or UNKNOWN. */
  readonly lastSegment: Int32Array;
  /** By segment, epoch ms; −∞ for the first of an entry. */
  since = new Float64Array(64);
  /** By segment. */
  readonly pairs: UnitPair[] = [];
  readonly #lineSets: HolderSets;
  readonly #blockSets: HolderSets;
  /** A territory of each group: it stands for all. */
  readonly #examples: number[] = [];

  constructor(index: ProblemIndex) {
    this.lines = unitsInRole(index, lineRole);
    this.blocks = unitsInRole(index, blockRole);
    this.#lineSets = setsOf(index, lineRole, this.lines);
    this.#blockSets = setsOf(index, blockRole, this.blocks);
    this.groupOf = this.#groups();
    this.categoryCount = index.tables.tree.list.length;
    this.lastSegment = new Int32Array(this.#examples.length * this.categoryCount).fill(UNKNOWN);
  }

  /** Finds the segments of an entry and answers the last. `since` may be another array from then on. */
  find(entry: number): number {
    const territory = this.#examples[Math.floor(entry / this.categoryCount)]!;
    const category = entry % this.categoryCount;
    const line = this.#lineSets.find(this.#lineSets.profileOf[territory]!, category);
    const block = this.#blockSets.find(this.#blockSets.profileOf[territory]!, category);
    const moments = [...new Set([...line.since, ...block.since])].sort((a, b) => a - b);
    for (const t of moments) {
      // A duty without an end ends at +∞, which nothing is reported at.
      if (t === Number.POSITIVE_INFINITY) break;
      const [lines, blocks] = [setAt(line, t), setAt(block, t)];
      this.since = withRoom(this.since, this.pairs.length + 1);
      this.since[this.pairs.length] = t;
      this.pairs.push({
        lines: this.#lineSets.sets[lines] ?? [],
        blocks: this.#blockSets.sets[blocks] ?? [],
      });
    }
    this.lastSegment[entry] = this.pairs.length - 1;
    return this.pairs.length - 1;
  }

  #groups(): Uint32Array {
    const { profileOf: lineOf } = this.#lineSets;
    const { profileOf: blockOf, profileCount } = this.#blockSets;
    const numbers = new Map<number, number>();
    const groupOf = new Uint32Array(lineOf.length);
    for (let territory = 0; territory < groupOf.length; territory++) {
      const key = lineOf[territory]! * profileCount + blockOf[territory]!;
      let group = numbers.get(key);
      if (group === undefined) {
        group = this.#examples.push(territory) - 1;
        numbers.set(key, group);
      }
      groupOf[territory] = group;
    }
    return groupOf;
  }
}

type Kept = {
  readonly duties: readonly Duty[];
  readonly count: number;
  readonly tables: MatrixTables;
};

/** By the territories that they are about: other duties or more territories, other tables. */
const kept = new WeakMap<TerritoryTable, Kept>();

export function matrixTables(index: ProblemIndex): MatrixTables {
  const { duties } = index.tables.registry;
  const count = index.territories.list.length;
  const known = kept.get(index.territories);
  if (known && known.duties === duties && known.count === count) return known.tables;
  const tables = new MatrixTables(index);
  kept.set(index.territories, { duties, count, tables });
  return tables;
}

function unitsInRole({ tables }: ProblemIndex, role: DutyRole): string[] {
  return [...new Set(tables.registry.duties.flatMap((duty) => unitInRole(duty, role) ?? []))];
}

function setsOf(index: ProblemIndex, role: DutyRole, units: readonly string[]): HolderSets {
  const numbers = new Map(units.map((id, number) => [id, number]));
  const tables = { ...index.tables, territories: index.territories };
  const holderOf = (duty: Duty) => numbers.get(unitInRole(duty, role) ?? "") ?? NOT_ASKED;
  return new HolderSets(heldDuties(tables, holderOf));
}
