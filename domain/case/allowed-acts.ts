import type { Viewer } from "../account.ts";
import { type ActNeed, type CaseAct, caseActs, caseRules } from "./case-acts.ts";
import type { CaseFile } from "./case-file.ts";
import type { ActFacts, CaseRefusal } from "./case-refusal.ts";
import type { ActInput } from "./case-step.ts";
import { missingFrom } from "./missing-input.ts";

/** An act that a viewer may take now, with what to ask for. */
export type AllowedAct = { readonly act: CaseAct; readonly needs: readonly ActNeed[] };

/** What a viewer may do with a case as it stands, in the order of the table. */
export function allowedActs(file: CaseFile, viewer: Viewer): readonly AllowedAct[] {
  return caseActs
    .filter((act) => barOf(file, act, viewer) === null)
    .map((act) => ({ act, needs: needsOf(file, act, viewer) }));
}

/** Null: the act may be taken as it is given. */
export function refusalOf(
  file: CaseFile,
  act: CaseAct,
  viewer: Viewer,
  input: ActInput,
  facts: ActFacts,
): CaseRefusal | null {
  const needs = needsOf(file, act, viewer);
  const now = { ...facts, at: Math.max(facts.at, file.lastAt) };
  return barOf(file, act, viewer) ?? missingFrom(file, act, needs, input, now);
}

/** `viewer` acts for the unit that holds the case. */
export function holds(file: Pick<CaseFile, "unitId">, viewer: Viewer): boolean {
  return viewer.role === "unit" && viewer.unitId !== null && viewer.unitId === file.unitId;
}

/** Why it cannot be taken whatever is given with it. */
function barOf(file: CaseFile, act: CaseAct, viewer: Viewer): CaseRefusal | null {
  const { from, roles, isForHolder, isBarredTo } = caseRules[act];
  const actsByRole = roles.includes(viewer.role);
  if (!actsByRole && !(isForHolder && viewer.role === "unit")) return "wrong-role";
  if (!from.includes(file.state)) return "wrong-state";
  if (!actsByRole && !holds(file, viewer)) return "not-your-unit";
  const { rectified } = file;
  if (isBarredTo === "rectifier" && rectified) {
    if (rectified.by === viewer.account) return "same-person";
    if (rectified.unitId !== null && rectified.unitId === viewer.unitId) return "same-unit";
  }
  return standingBar(file, act, viewer);
}

function standingBar(file: CaseFile, act: CaseAct, viewer: Viewer): CaseRefusal | null {
  const { pendingRequest } = file;
  const answered = answeredKind(act);
  if (answered !== null) {
    if (pendingRequest?.kind !== answered) return "nothing-pending";
    return pendingRequest.account === viewer.account ? "same-person" : null;
  }
  if (act === "unmerge" && file.mergedInto === null) return "not-merged";
  if (act !== "request-extension" && act !== "request-suspension") return null;
  if (pendingRequest !== null) return "already-pending";
  return act === "request-extension" && file.dueAt === null ? "untimed" : null;
}

function answeredKind(act: CaseAct): "extension" | "suspension" | null {
  if (act === "grant-extension" || act === "refuse-extension") return "extension";
  return act === "grant-suspension" || act === "refuse-suspension" ? "suspension" : null;
}

/** A condition that is known before anything is given is resolved: in place of the unit or not. */
function needsOf(file: CaseFile, act: CaseAct, viewer: Viewer): readonly ActNeed[] {
  return caseRules[act].needs.flatMap((need): readonly ActNeed[] => {
    if (need !== "reason-if-in-place") return [need];
    return holds(file, viewer) ? [] : ["reason"];
  });
}
