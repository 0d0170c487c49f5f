import type { ActInput } from "../../domain/case/case-step.ts";
import type { CaseActBody } from "../../domain/contract/cases.ts";
import { DomainError } from "../../domain/errors.ts";
import { ProblemId } from "../../domain/ids.ts";
import { instant } from "../../domain/parse-filter.ts";
import type { Photo } from "../../domain/problem.ts";
import type { Deps } from "../deps.ts";
import { checkedPhotos } from "../photos/attached-photos.ts";
import { checkedUnit } from "../services/checked-input.ts";

/** What was sent with an act, and how its pictures become part of it once it is taken. */
export type SentAct = { readonly input: ActInput; readonly attach: () => Promise<Photo[]> };

/** Checks what was sent with an act; throws a refusal that names what is wrong. */
export function sentAct(
  { city, photos }: Pick<Deps, "city" | "photos">,
  sent: Omit<CaseActBody, "act">,
): SentAct {
  const files = sent.photos ?? [];
  return {
    input: caseInput(
      city,
      sent,
      files.map((file) => ({ file, kind: KIND })),
    ),
    attach: () => checkedPhotos({ city, photos }, files, KIND),
  };
}

/** What is taken in the course of a case shows what was done. */
const KIND = "after";

function caseInput(
  city: Deps["city"],
  sent: Omit<CaseActBody, "act">,
  photos: readonly Photo[],
): ActInput {
  const time = (name: "dueAt" | "until" | "closedAt" | "visitAt") =>
    instant(name, sent[name], city.clock) ?? undefined;
  return {
    reason: sent.reason,
    note: sent.note,
    photos,
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
