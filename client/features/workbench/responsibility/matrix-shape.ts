import type {
  Answered,
  DutyMatrixBody,
  MatrixUnit,
} from "../../../../domain/contract/responsibility.ts";
import { NO_UNIT } from "../../../../domain/problem-filter.ts";

/** Which line and block are picked out; null: any. */
export type MatrixChoice = { readonly line: string | null; readonly block: string | null };

/** Units of the rows or columns that are shown: in charge now, or with anything to show. */
export function shownUnits(units: readonly MatrixUnit[]): readonly MatrixUnit[] {
  return units.filter(({ holdsNow, counts }) => holdsNow || counts.total > 0);
}

/** What the list counts under a choice; null where the choice is of no single cell, row or column. */
export function chosenCount(
  { lines, blocks, cells, total }: DutyMatrixBody,
  { line, block }: MatrixChoice,
): Answered | null {
  if (line !== null && block !== null)
    return cells.find((cell) => cell.line === line && cell.block === block) ?? null;
  if (line !== null) return lines.find(({ unitId }) => unitId === line)?.counts ?? null;
  if (block !== null) return blocks.find(({ unitId }) => unitId === block)?.counts ?? null;
  return total;
}

/** The address after a click: the same choice once more takes it back. */
export function toggledChoice(
  chosen: MatrixChoice,
  clicked: MatrixChoice,
): { line: string | undefined; block: string | undefined } {
  const isSame = chosen.line === clicked.line && chosen.block === clicked.block;
  const next = isSame ? { line: null, block: null } : clicked;
  return { line: next.line ?? undefined, block: next.block ?? undefined };
}

/** Names without what all of them end in, so that a narrow column tells them apart; ids of one name alone stay whole. */
export function shortNames(units: readonly MatrixUnit[]): ReadonlyMap<string, string> {
  const named = units.flatMap(({ unitId, name }) =>
    name === null || unitId === NO_UNIT ? [] : [{ unitId, name }],
  );
  const ending = commonEnding(named.map(({ name }) => name));
  return new Map(
    named.map(({ unitId, name }) => [unitId, name.slice(0, name.length - ending) || name]),
  );
}

/** Length of the longest ending that at least two names share, short of any whole name. */
function commonEnding(names: readonly string[]): number {
  const [first] = names;
  if (first === undefined || names.length < 2) return 0;
  const most = Math.min(...names.map((name) => name.length)) - 1;
  let length = 0;
  while (length < most && names.every((name) => name.at(-1 - length) === first.at(-1 - length)))
    length++;
  return length;
}
