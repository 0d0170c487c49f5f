import { isDeepStrictEqual } from "node:util";
import type { Duty } from "../../domain/duty.ts";
import type { DutyChange } from "../../domain/duty-change.ts";

/** Whether the duties that an act touched are still as it left them. */
export function dutiesStand(duties: readonly Duty[], { save, remove }: DutyChange): boolean {
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  return (
    save.every((duty) => isDeepStrictEqual({ ...byId.get(duty.id) }, { ...duty })) &&
    remove.every((id) => !byId.has(id))
  );
}
