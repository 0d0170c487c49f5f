import { endedAt } from "../../domain/duty-change.ts";
import { DomainError } from "../../domain/errors.ts";
import { changeDuties, type DutyAct } from "./change-duties.ts";
import { checkedMoment } from "./checked-duty.ts";
import type { ServiceContext } from "./service-context.ts";

/** 免去: a duty no longer holds from a moment on. What was its holder's by then stays so. */
export function endDuty(
  context: ServiceContext,
  id: string,
  { at, reason }: { readonly at: string; readonly reason?: string | undefined },
): Promise<DutyAct> {
  const t = checkedMoment(context.city, "at", at);
  return changeDuties(
    context,
    "end",
    (duties) => {
      const duty = duties.find((each) => each.id === id);
      if (!duty) throw new DomainError("not-found", { what: "duty", id });
      return endedAt(duty, t);
    },
    reason,
  );
}
