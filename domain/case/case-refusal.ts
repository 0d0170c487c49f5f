/** Why an act is not taken; told in this order, the first that holds. */
export const caseRefusals = [
  "wrong-role",
  "wrong-state",
  "not-your-unit",
  /** The account that rectified does not check, the one that asked does not grant. */
  "same-person",
  /** Nor does the unit that rectified. */
  "same-unit",
  "nothing-pending",
  "already-pending",
  "not-merged",
  /** Hard deductions and what has no limit have no deadline to move. */
  "untimed",
  "unit-missing",
  /** It holds the case already, and no new deadline is given. */
  "same-unit-again",
  "evidence-missing",
  "until-missing",
  "target-missing",
  "target-itself",
  "target-not-open",
  "visit-time-missing",
  "outcome-missing",
  "no-such-visit",
  "reason-missing",
  /** A deadline or visit that is not after now, or an extension that is none. */
  "too-early",
  "closing-time",
] as const;
export type CaseRefusal = (typeof caseRefusals)[number];

/** What the caller has found out about what an act names. */
export type ActFacts = {
  readonly at: number;
  /** Whether the unit is the one that duties name for the spot; taken as no. */
  readonly isDutyUnit?: boolean | undefined;
  /** Whether the problem to merge into is there, is open and is not merged itself; taken as no. */
  readonly isTargetOpen?: boolean | undefined;
};
