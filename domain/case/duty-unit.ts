import { blockRole, lineRole } from "../duty.ts";
import type { Answerable } from "../duty-registry.ts";
import type { UnitId } from "../ids.ts";

/**
 * The unit that a problem is dispatched to by duty: 条块结合、以块为主, so the implementing unit of the area, else the
 * sub-headquarters of the kind, else the nearest unit that answers at all. `answerables` are nearest first.
 */
export function dutyUnitOf(answerables: readonly Answerable[]): UnitId | null {
  const units = answerables.filter(({ duty }) => duty.unitId !== null);
  const inRole = (role: string) => units.find(({ duty }) => duty.role === role);
  const found = inRole(blockRole) ?? inRole(lineRole) ?? units[0];
  return found?.duty.unitId ?? null;
}
