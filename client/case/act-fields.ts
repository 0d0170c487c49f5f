import type { ActNeed, CaseAct, VisitOutcome } from "../../domain/case/case-acts.ts";
import type { CaseRefusal } from "../../domain/case/case-refusal.ts";
import type { LimitUnit } from "../../domain/case/time-limit.ts";
import type { CaseActBody, CaseBody } from "../../domain/contract/cases.ts";

/** What a form asks for, in the order it asks. */
export const fieldNames = [
  "unit",
  "deadline",
  "until",
  "target",
  "visit-time",
  "outcome",
  "evidence",
  "note",
  "reason",
] as const;
export type FieldName = (typeof fieldNames)[number];

export type ActField = { readonly name: FieldName; readonly isRequired: boolean };

/** What a person has filled in; times as the wall clock of the city, YYYY-MM-DDTHH:MM. */
export type ActDraft = {
  readonly reason: string;
  readonly note: string;
  readonly unitId: string;
  readonly deadline: string;
  readonly until: string;
  /** In place of `until`; null: a moment is given. */
  readonly amount: { readonly value: string; readonly unit: LimitUnit } | null;
  readonly target: string;
  readonly visitAt: string;
  /** The planned visit that an outcome is of; empty: none was planned. */
  readonly visitId: string;
  readonly outcome: VisitOutcome | "";
};

type CaseFacts = Pick<
  CaseBody,
  "state" | "unit" | "dutyUnit" | "isHardDeduction" | "pendingRequest" | "visits"
>;

/** What may be given with an act though it is not asked for. */
const welcome: Readonly<Partial<Record<CaseAct, FieldName>>> = {
  "grant-extension": "until",
  "request-suspension": "until",
  pass: "evidence",
  rework: "evidence",
  "record-visit": "evidence",
  "close-directly": "evidence",
};

/** The fields of an act: all that it needs, and what is welcome with it. */
export function fieldsOf(
  act: CaseAct,
  needs: readonly ActNeed[],
  draft: Pick<ActDraft, "unitId">,
  facts: CaseFacts,
): readonly ActField[] {
  const required = new Set(needs.flatMap((need) => fieldOf(need, draft, facts) ?? []));
  const isAgain = draft.unitId !== "" && draft.unitId === facts.unit?.id;
  if (act === "dispatch" && facts.state === "dispatched" && isAgain) required.add("deadline");
  const optional = new Set<FieldName>();
  const also = welcome[act];
  if (also) optional.add(also);
  if (act === "dispatch" && !facts.isHardDeduction) optional.add("deadline");
  const isBare = required.size === 0 && optional.size === 0;
  if (isBare) optional.add("note");
  return fieldNames
    .filter((name) => required.has(name) || optional.has(name))
    .map((name) => ({ name, isRequired: required.has(name) }));
}

function fieldOf(
  need: ActNeed,
  { unitId }: Pick<ActDraft, "unitId">,
  { dutyUnit }: CaseFacts,
): FieldName | null {
  switch (need) {
    case "reason":
    case "reason-if-in-place":
      return "reason";
    case "reason-if-off-duty":
      return unitId === "" || unitId === dutyUnit?.id ? null : "reason";
    default:
      return need;
  }
}

const refusals: Readonly<Record<Exclude<FieldName, "note">, CaseRefusal>> = {
  unit: "unit-missing",
  deadline: "same-unit-again",
  until: "until-missing",
  target: "target-missing",
  "visit-time": "visit-time-missing",
  outcome: "outcome-missing",
  evidence: "evidence-missing",
  reason: "reason-missing",
};

/** What the server would miss first; null: nothing. `photos` are files that were uploaded. */
export function lackOf(
  fields: readonly ActField[],
  draft: ActDraft,
  photos: readonly string[],
): CaseRefusal | null {
  const lacking = fields.find(
    ({ name, isRequired }) => isRequired && !isGiven(name, draft, photos),
  );
  return lacking && lacking.name !== "note" ? refusals[lacking.name] : null;
}

function isGiven(name: FieldName, draft: ActDraft, photos: readonly string[]): boolean {
  switch (name) {
    case "unit":
      return draft.unitId !== "";
    case "deadline":
      return draft.deadline !== "";
    case "until":
      return draft.amount ? Number(draft.amount.value) > 0 : draft.until !== "";
    case "target":
      return draft.target.trim() !== "";
    case "visit-time":
      return draft.visitAt !== "";
    case "outcome":
      return draft.outcome !== "";
    case "evidence":
      return photos.length > 0 || draft.note.trim() !== "";
    case "note":
      return true;
    case "reason":
      return draft.reason.trim() !== "";
  }
}

/** The body that the server takes: of the fields that are shown, those that are filled in. */
export function sentAct(
  act: CaseAct,
  fields: readonly ActField[],
  draft: ActDraft,
  uploaded: readonly string[],
  toInstant: (local: string) => string,
): CaseActBody {
  const isShown = (name: FieldName) => fields.some((field) => field.name === name);
  const note = isShown("evidence") || isShown("note") ? draft.note.trim() : "";
  const reason = isShown("reason") ? draft.reason.trim() : "";
  const target = isShown("target") ? draft.target.trim() : "";
  const photos = isShown("evidence") ? uploaded : [];
  const time = (name: FieldName, local: string) =>
    isShown(name) && local !== "" ? toInstant(local) : undefined;
  const dueAt = time("deadline", draft.deadline);
  const visitAt = time("visit-time", draft.visitAt);
  const { amount } = draft;
  const until = amount ? undefined : time("until", draft.until);
  const outcome = isShown("outcome") && draft.outcome !== "" ? draft.outcome : undefined;
  return {
    act,
    ...(isShown("unit") && draft.unitId !== "" && { unitId: draft.unitId }),
    ...(dueAt !== undefined && { dueAt }),
    ...(until !== undefined && { until }),
    ...(isShown("until") && amount && { amount: { ...amount, value: Number(amount.value) } }),
    ...(target !== "" && { mergedInto: target }),
    ...(visitAt !== undefined && { visitAt }),
    ...(outcome && { outcome }),
    ...(outcome && draft.visitId !== "" && { visitId: draft.visitId }),
    ...(note !== "" && { note }),
    ...(photos.length > 0 && { photos: [...photos] }),
    ...(reason !== "" && { reason }),
  };
}

const FOLLOW_UP_DAYS = 14;

/** A form as it opens. `now`, and what is made of it, on the city's wall clock. */
export function freshDraft(
  act: CaseAct,
  facts: CaseFacts,
  clock: { readonly now: number; readonly toLocal: (epochMs: number) => string },
): ActDraft {
  const asked = facts.pendingRequest?.until ?? null;
  const planned = facts.visits.find(({ recordedAt }) => recordedAt === null);
  return {
    reason: "",
    note: "",
    unitId: facts.state === "dispatched" ? "" : (facts.dutyUnit?.id ?? ""),
    deadline: "",
    until: act === "grant-extension" && asked !== null ? clock.toLocal(Date.parse(asked)) : "",
    amount: act === "request-extension" ? { value: "3", unit: "work-day" } : null,
    target: "",
    visitAt: clock.toLocal(clock.now + FOLLOW_UP_DAYS * 86_400_000),
    visitId: planned?.id ?? "",
    outcome: "",
  };
}
