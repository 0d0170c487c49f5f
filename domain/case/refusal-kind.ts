import type { CaseRefusal } from "./case-refusal.ts";

/** Whether a refusal is about the case as it stands, about who acts, or about what was given. */
export type RefusalKind = "state" | "barred" | "input";

const ofState: readonly CaseRefusal[] = [
  "wrong-state",
  "nothing-pending",
  "already-pending",
  "not-merged",
  "untimed",
  "target-not-open",
];
const ofAccount: readonly CaseRefusal[] = [
  "wrong-role",
  "not-your-unit",
  "same-person",
  "same-unit",
];

export function refusalKind(refusal: CaseRefusal): RefusalKind {
  if (ofState.includes(refusal)) return "state";
  return ofAccount.includes(refusal) ? "barred" : "input";
}
