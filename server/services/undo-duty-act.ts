import { keptChange } from "../../domain/duty-change.ts";
import { DomainError } from "../../domain/errors.ts";
import { changeDuties, type DutyAct } from "./change-duties.ts";
import { dutiesStand } from "./duties-stand.ts";
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
    if (!dutiesStand(duties, made)) {
      const last = acts.at(-1)?.id ?? revision;
      throw new DomainError("stale-version", { sent: String(revision), current: last });
    }
    return back;
  });
}
