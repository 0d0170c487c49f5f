import type { Duty } from "../../domain/duty.ts";
import { type DutyRow, planDutyImport } from "../../domain/duty-import.ts";
import { DutyId } from "../../domain/ids.ts";
import { changeDuties, type DutyAct, freshDutyIds } from "./change-duties.ts";
import type { ServiceContext } from "./service-context.ts";

/** Takes a table in as one act: new and changed duties are kept, none is taken away. */
export function importDuties(
  context: ServiceContext,
  rows: readonly DutyRow[],
  reason: string,
): Promise<DutyAct> {
  return changeDuties(
    context,
    "import",
    (duties) => {
      const { added, changed } = planDutyImport(duties, rows);
      const given = new Set<string>(rows.map(({ duty }) => duty.id));
      const fresh = freshDutyIds(context.city, rows.length + added.length);
      const free = fresh.filter((id) => !given.has(id))[Symbol.iterator]();
      const named = ({ duty, isNamed }: DutyRow): Duty =>
        isNamed ? duty : { ...duty, id: DutyId.parse(free.next().value ?? duty.id) };
      return { save: [...added.map(named), ...changed.map(({ duty }) => duty)], remove: [] };
    },
    reason,
  );
}
