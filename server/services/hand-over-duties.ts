import type { Handover } from "../../domain/contract/duties.ts";
import { handedOver } from "../../domain/duty-change.ts";
import { DomainError } from "../../domain/errors.ts";
import { DutyId } from "../../domain/ids.ts";
import { changeDuties, type DutyAct, freshDutyIds } from "./change-duties.ts";
import { checkedHolder, checkedMoment } from "./checked-duty.ts";
import type { ServiceContext } from "./service-context.ts";

/** 交接: in one act, those who hold the duties do so until `at`, and the successor from then on. */
export function handOverDuties(context: ServiceContext, sent: Handover): Promise<DutyAct> {
  const { city } = context;
  const t = checkedMoment(city, "at", sent.at);
  const successor = checkedHolder(city, sent);
  return changeDuties(
    context,
    "hand-over",
    (duties) => {
      const byId = new Map<string, (typeof duties)[number]>(duties.map((duty) => [duty.id, duty]));
      const passing = sent.duties.map((id) => {
        const duty = byId.get(id);
        if (!duty) throw new DomainError("not-found", { what: "duty", id });
        return duty;
      });
      const ids = freshDutyIds(city, passing.length);
      return handedOver(passing, t, successor, (duty) =>
        DutyId.parse(ids[passing.indexOf(duty)] ?? ""),
      );
    },
    sent.reason,
  );
}
