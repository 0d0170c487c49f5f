import { isDeepStrictEqual } from "node:util";
import type { Duty } from "../../domain/duty.ts";
import { type DutyChange, keptChange } from "../../domain/duty-change.ts";
import { DomainError } from "../../domain/errors.ts";
import { changeDuties, type DutyAct } from "./change-duties.ts";
import type { ServiceContext } from "./service-context.ts";

/**
 * Takes an act on the duties back, through its audit row; the taking back is an act like any other. Throws `not-found` for
 * a number that is none, and `stale-version` where a later act touched the same duties.
 */
export function undoDutyAct(context: ServiceContext, revision: number): Promise<DutyAct> {
  const { city } = context;
  return changeDuties(context, "undo", async (duties) => {
    const acts = await city.storage.auditOf("duty", "");
    const act = acts.find(({ id }) => id === revision);
    const [back, made] = [keptChange(act?.before), keptChange(act?.after)];
    if (back === null || made === null) {
      throw new DomainError("not-found", { what: "duty act", id: String(revision) });
    }
    if (!stands(duties, made)) {
      const last = acts.at(-1)?.id ?? revision;
      throw new DomainError("stale-version", { sent: String(revision), current: last });
    }
    return back;
  });
}

/** Whether the duties that an act touched are still as it left them. */
function stands(duties: readonly Duty[], { save, remove }: DutyChange): boolean {
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  return (
    save.every((duty) => isDeepStrictEqual({ ...byId.get(duty.id) }, { ...duty })) &&
    remove.every((id) => !byId.has(id))
  );
}
