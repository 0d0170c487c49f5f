import type { NewDuty } from "../../domain/contract/duties.ts";
import { changeDuties, type DutyAct, freshDutyIds } from "./change-duties.ts";
import { checkedDuty } from "./checked-duty.ts";
import type { ServiceContext } from "./service-context.ts";

/** 任命: somebody answers for something from a day on. */
export function assignDuty(context: ServiceContext, sent: NewDuty): Promise<DutyAct> {
  return changeDuties(context, "assign", () => {
    const [id = ""] = freshDutyIds(context.city, 1);
    return { save: [checkedDuty(context.city, id, sent)], remove: [] };
  });
}
