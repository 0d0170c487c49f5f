import type { NewUrge } from "../../domain/contract/urge.ts";
import { holdsAt } from "../../domain/duty.ts";
import { DomainError } from "../../domain/errors.ts";
import { isClosedAt, isDropped } from "../../domain/problem.ts";
import type { StoredUrge } from "../storage/storage.ts";
import type { ServiceContext } from "./service-context.ts";

export type DoneUrge = { readonly urge: StoredUrge; readonly isNew: boolean };

/**
 * Keeps that somebody in office urges a problem on (督办), with an audit row on the problem; its version stays. The same
 * clientId again answers the urge that it made and changes nothing, whatever has become of the problem since. Throws
 * `not-found` for an unknown problem or somebody not in office, `wrong-state` where the problem is not open,
 * `reused-client-id` where the clientId belongs to another problem's urge.
 */
export function urgeProblem(
  { city, actor }: ServiceContext,
  problemId: string,
  { clientId, person, note = "" }: NewUrge,
): Promise<DoneUrge> {
  return city.change(async () => {
    const known = await city.storage.urgeByClientId(clientId);
    if (known && known.problemId !== problemId) {
      throw new DomainError("reused-client-id", { clientId });
    }
    if (known) return { urge: known, isNew: false };

    const at = city.now();
    const [problem] = await city.storage.problemsById([problemId]);
    if (!problem) throw new DomainError("not-found", { what: "problem", id: problemId });
    const isInOffice = city.tables.registry.duties.some(
      (duty) => duty.person === person && holdsAt(duty, at),
    );
    if (!isInOffice) throw new DomainError("not-found", { what: "person", id: person });
    if (isDropped(problem.state) || isClosedAt(problem.closings, at)) {
      const state = isDropped(problem.state) ? problem.state : "closed";
      throw new DomainError("wrong-state", { action: "urge", state });
    }
    const urge = { clientId, problemId, person, note: note.trim(), at };
    await city.storage.write(async (writer) => {
      await writer.addUrge(urge);
      await writer.audit({
        at,
        actor,
        action: "urge",
        entity: "problem",
        entityId: problemId,
        before: null,
        after: { person: urge.person, note: urge.note },
      });
    });
    return { urge, isNew: true };
  });
}
