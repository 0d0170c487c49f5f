import type { DutyRole } from "../../domain/duty.ts";
import { holdsAt } from "../../domain/duty.ts";
import { emptyParts, type ScoreParts } from "../../domain/my-score.ts";
import { RoleHolders } from "../problem-index/role-holders.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";
import { countedPartSlices } from "./score-parts.ts";

export type RoleScores = ReadonlyMap<string, ScoreParts>;

/**
 * The parts of the score of everybody in office in a role at T, one pass over the reports. Open and overdue count for those
 * who answer at T; a closing counts for those who answered on its day. In time: the closing that stands, of the last 90
 * days. Held: closings whose follow-up of `relapseDays` ended in the last 90 days, so that all were watched equally long.
 */
export function roleScores(index: RecurrenceIndex, role: DutyRole, t: number): RoleScores {
  const slices = roleScoreSlices(index, role, t);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** The same in slices, between which the index may change; not after it was folded or its zones or duties changed. */
export function* roleScoreSlices(
  index: RecurrenceIndex,
  role: DutyRole,
  t: number,
): Generator<void, RoleScores> {
  const { columns } = index.problems;
  const holders = new RoleHolders(index.problems, role, peopleInRole(index, role, t));
  const parts = holders.people.map(emptyParts);
  yield* countedPartSlices(index, t, null, (row, at, part, isX) => {
    for (const person of holders.at(columns.territory[row]!, columns.category[row]!, at)) {
      const share = parts[person]![part];
      share.n++;
      if (isX) share.x++;
    }
  });
  return new Map(holders.people.map((person, number) => [person, parts[number]!]));
}

/** In order of their names. */
function peopleInRole({ problems }: RecurrenceIndex, role: DutyRole, t: number): string[] {
  const held = problems.tables.registry.duties.filter(
    (duty) => duty.role === role && holdsAt(duty, t),
  );
  return [...new Set(held.flatMap(({ person }) => person ?? []))].sort();
}
