import type { ActInput } from "../../domain/case/case-step.ts";
import type { CaseActBody } from "../../domain/contract/cases.ts";
import { DomainError } from "../../domain/errors.ts";
import { ProblemId } from "../../domain/ids.ts";
import { instant } from "../../domain/parse-filter.ts";
import type { Deps } from "../deps.ts";
import { checkedPhotos } from "../photos/attached-photos.ts";
import { checkedUnit } from "../services/checked-input.ts";

/** What was sent with an act, checked; throws a refusal that names what is wrong. */
export async function caseInput(
  { city, photos }: Pick<Deps, "city" | "photos">,
  sent: Omit<CaseActBody, "act">,
): Promise<ActInput> {
  const time = (name: "dueAt" | "until" | "closedAt" | "visitAt") =>
    instant(name, sent[name], city.clock) ?? undefined;
  return {
    reason: sent.reason,
    note: sent.note,
    photos: await checkedPhotos({ city, photos }, sent.photos ?? [], "after"),
    unitId: sent.unitId === undefined ? undefined : checkedUnit(city, sent.unitId),
    dueAt: time("dueAt"),
    until: time("until"),
    amount: sent.amount,
    closedAt: time("closedAt"),
    mergedInto: sent.mergedInto === undefined ? undefined : problemId(sent.mergedInto),
    visitId: sent.visitId,
    visitAt: time("visitAt"),
    outcome: sent.outcome,
  };
}

function problemId(text: string): ProblemId {
  const parsed = ProblemId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new DomainError("not-found", { what: "problem", id: text });
}
