import type {
  DutyMatrixBody,
  HolderBody,
  UnheldSections,
} from "../../domain/contract/responsibility.ts";
import {
  blockRole,
  type Duty,
  type DutyRole,
  holdsAt,
  lineRole,
  unitInRole,
} from "../../domain/duty.ts";
import { findDutyDefects } from "../../domain/duty-defects.ts";
import { NO_UNIT, type ProblemFilter } from "../../domain/problem-filter.ts";
import type { City } from "../city/city.ts";
import type { AnsweredCount } from "../problem-index/answered-count.ts";
import { compareText } from "../problem-index/compare-text.ts";
import { DutyMatrix } from "../problem-index/duty-matrix.ts";
import { NOT_ASKED } from "../problem-index/held-duties.ts";
import { HolderCounts } from "../problem-index/holder-counts.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { windowRecurrences } from "../recurrence-index/window-recurrences.ts";

/** The filter's own line and block are set aside: each cell says what the count would be with its own. */
export function dutyMatrixBody(
  city: City,
  filter: ProblemFilter,
  { asOf: t, sight }: RowFilter,
): DutyMatrixBody {
  const { problems, recurrence } = city;
  const rows = problems.compile({ ...filter, lines: null, blocks: null }, t, sight);
  const matrix = new DutyMatrix(problems);
  matrix.countProblems(problems, rows);
  windowRecurrences(recurrence, rows, (territory, category, at) =>
    matrix.addRecurrence(territory, category, at),
  );
  const sums = matrix.sums();
  const [lineIds, blockIds] = [
    [...matrix.lines, NO_UNIT],
    [...matrix.blocks, NO_UNIT],
  ];
  const lines = unitsOf(city, lineRole, lineIds, sums.lines, t);
  const blocks = unitsOf(city, blockRole, blockIds, sums.blocks, t);
  return {
    lines,
    blocks,
    cells: lines.flatMap((line) =>
      blocks.flatMap((block) => {
        const ofLine = sums.cells[lineIds.indexOf(line.unitId)];
        const count = ofLine?.[blockIds.indexOf(block.unitId)];
        return count ? [{ line: line.unitId, block: block.unitId, ...count }] : [];
      }),
    ),
    total: sums.all,
    shared: sums.shared,
  };
}

function unitsOf(
  city: City,
  role: DutyRole,
  ids: readonly string[],
  counts: readonly AnsweredCount[],
  t: number,
): DutyMatrixBody["lines"] {
  const { duties } = city.tables.registry;
  const begun = unitsOfDuties(
    duties.filter(({ from }) => from <= t),
    role,
  );
  const inOffice = unitsOfDuties(
    duties.filter((duty) => holdsAt(duty, t)),
    role,
  );
  const names = unitNames(city);
  return ids.flatMap((unitId, i) => {
    const count = counts[i];
    if (!count || !(begun.has(unitId) || unitId === NO_UNIT)) return [];
    const name = unitId === NO_UNIT ? null : (names.get(unitId) ?? unitId);
    return [{ unitId, name, holdsNow: inOffice.has(unitId), counts: count }];
  });
}

function unitsOfDuties(duties: readonly Duty[], role: DutyRole): ReadonlySet<string> {
  return new Set(duties.flatMap((duty) => unitInRole(duty, role) ?? []));
}

type Holder = Pick<HolderBody, "person" | "unitId" | "scopes">;

/**
 * Everyone in a role at T. Counted is all that the filter with `person` or `unit` set to them finds, so what they answered
 * for in any role; the filter's own person (for people) or unit (for units) is set aside.
 */
export function holderBodies(
  city: City,
  role: DutyRole,
  filter: ProblemFilter,
  rows: RowFilter,
): HolderBody[] {
  const holders = holdersOf(city, role, rows.asOf);
  const people = holders.filter(({ person }) => person !== null);
  const units = holders.filter(({ person }) => person === null);
  const names = unitNames(city);
  const bodies = (
    [
      [people, { ...filter, persons: null }, "person"],
      [units, { ...filter, units: null }, "unitId"],
    ] as const
  ).flatMap(([each, asked, by]) => {
    const counts = countsBy(city, each, by, asked, rows);
    return each.flatMap((holder, i): HolderBody[] => {
      const count = counts[i];
      const unitName = holder.unitId && (names.get(holder.unitId) ?? null);
      return count ? [{ ...holder, unitName, ...count }] : [];
    });
  });
  return bodies.sort(
    (a, b) =>
      b.open - a.open ||
      b.overdue - a.overdue ||
      b.total - a.total ||
      compareText(a.person ?? a.unitName ?? "", b.person ?? b.unitName ?? ""),
  );
}

function countsBy(
  city: City,
  holders: readonly Holder[],
  by: "person" | "unitId",
  filter: ProblemFilter,
  { asOf: t, sight }: RowFilter,
): readonly AnsweredCount[] {
  if (holders.length === 0) return [];
  const numbers = new Map(holders.map((holder, number) => [holder[by], number]));
  const rows = city.problems.compile(filter, t, sight);
  const found = new HolderCounts(city.problems, holders.length, (duty) => {
    return duty[by] === null ? NOT_ASKED : (numbers.get(duty[by]) ?? NOT_ASKED);
  });
  found.countProblems(city.problems, rows);
  windowRecurrences(city.recurrence, rows, (territory, category, at) =>
    found.addRecurrence(territory, category, at),
  );
  return found.counts;
}

/** One a person; one a unit where the duty names no person. */
function holdersOf({ tables }: City, role: DutyRole, t: number): Holder[] {
  const held = tables.registry.duties.filter((duty) => duty.role === role && holdsAt(duty, t));
  const byHolder = Map.groupBy(held, ({ person, unitId }) => person ?? `${unitId} `);
  return [...byHolder.values()].map((duties) => ({
    person: duties[0]?.person ?? null,
    unitId: duties.find(({ unitId }) => unitId !== null)?.unitId ?? null,
    scopes: duties.length,
  }));
}

function unitNames({ pack }: City): ReadonlyMap<string, string> {
  return new Map(pack.units.map(({ id, name }) => [id, name]));
}

export function unheldSections({ pack, tables }: City, t: number): UnheldSections {
  const { zones, duties } = tables.registry;
  const defects = findDutyDefects({ ...pack, zones: zones.at(t).zones, duties }, t);
  return {
    type: "FeatureCollection",
    features: defects.flatMap((defect): UnheldSections["features"] => {
      if (defect.kind !== "section-without-chief") return [];
      const { id, name, geometry } = defect.section;
      return [
        {
          type: "Feature",
          id,
          geometry: geometry as UnheldSections["features"][number]["geometry"],
          properties: { id, name },
        },
      ];
    }),
  };
}
