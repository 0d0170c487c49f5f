import type { AccountRole } from "../account.ts";
import type { ProblemState } from "../problem.ts";

/** 立案, 不予立案, 派遣, 回退, 处置反馈, 核查通过, 返工, 结案, 直接办结, 重新办理, 作废, 延期 ×3, 挂账 ×4, 并案 ×2, 回头看 ×2. */
export const caseActs = [
  "accept",
  "reject",
  "dispatch",
  "hand-back",
  "rectify",
  "pass",
  "rework",
  "close",
  "close-directly",
  "reopen",
  "withdraw",
  "request-extension",
  "grant-extension",
  "refuse-extension",
  "request-suspension",
  "grant-suspension",
  "refuse-suspension",
  "resume",
  "merge",
  "unmerge",
  "plan-visit",
  "record-visit",
] as const;
export type CaseAct = (typeof caseActs)[number];

/** What an act asks for besides its name. Those with `if` apply only then. */
export const actNeeds = [
  "reason",
  /** A reason where the unit is not the one that duties name. */
  "reason-if-off-duty",
  /** A reason where the office acts in the place of the unit. */
  "reason-if-in-place",
  "unit",
  /** Photos or a note. */
  "evidence",
  /** A new deadline, as an instant or as an amount of time. */
  "until",
  /** The problem that it is one with. */
  "target",
  "visit-time",
  "outcome",
] as const;
export type ActNeed = (typeof actNeeds)[number];

/** Found by a follow-up visit 回头看: it held, or the same is wrong again. */
export const visitOutcomes = ["held", "relapsed"] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

export type CaseRule = {
  readonly from: readonly ProblemState[];
  /** `held`: dispatched where a unit holds it, else accepted. `before`: the state that the merge left. */
  readonly to: ProblemState | "unchanged" | "held" | "before";
  /** Who acts by role alone. */
  readonly roles: readonly AccountRole[];
  /** Whether the unit that holds it acts too: an account of role `unit` whose unitId is the file's. */
  readonly isForHolder: boolean;
  /** Who must not be the same: `rectifier` means that account and that unit, `requester` the account. */
  readonly isBarredTo: "rectifier" | "requester" | null;
  readonly needs: readonly ActNeed[];
};

/** Neither closed nor dropped. */
export const openStates = [
  "reported",
  "accepted",
  "dispatched",
  "rectified",
  "verified",
  "suspended",
] as const satisfies readonly ProblemState[];

const office = ["operator", "admin"] as const;
const checkers = ["inspector", "operator", "admin"] as const;

type RuleBase = Pick<CaseRule, "roles" | "isForHolder" | "isBarredTo" | "needs">;
const byOffice: RuleBase = { roles: office, isForHolder: false, isBarredTo: null, needs: [] };
const byHolder: RuleBase = { ...byOffice, roles: [], isForHolder: true, needs: ["reason"] };
const byChecker: RuleBase = { ...byOffice, roles: checkers };

/** The one table of what may follow what, and by whom. A move that is not in it does not exist. */
export const caseRules: Readonly<Record<CaseAct, CaseRule>> = {
  accept: { ...byOffice, from: ["reported"], to: "accepted" },
  reject: { ...byOffice, from: ["reported"], to: "rejected", needs: ["reason"] },
  dispatch: {
    ...byOffice,
    from: ["accepted", "dispatched"],
    to: "dispatched",
    needs: ["unit", "reason-if-off-duty"],
  },
  "hand-back": { ...byHolder, from: ["dispatched"], to: "accepted" },
  rectify: {
    ...byOffice,
    from: ["dispatched"],
    to: "rectified",
    isForHolder: true,
    needs: ["evidence", "reason-if-in-place"],
  },
  pass: { ...byChecker, from: ["rectified"], to: "verified", isBarredTo: "rectifier" },
  rework: {
    ...byChecker,
    from: ["rectified"],
    to: "dispatched",
    isBarredTo: "rectifier",
    needs: ["reason"],
  },
  close: { ...byOffice, from: ["verified"], to: "closed" },
  "close-directly": { ...byOffice, from: openStates, to: "closed" },
  reopen: { ...byOffice, from: ["closed"], to: "held", needs: ["reason"] },
  withdraw: { ...byOffice, from: [...openStates, "closed"], to: "withdrawn", needs: ["reason"] },
  "request-extension": {
    ...byHolder,
    from: ["dispatched"],
    to: "unchanged",
    needs: ["until", "reason"],
  },
  "grant-extension": {
    ...byOffice,
    from: ["dispatched"],
    to: "unchanged",
    isBarredTo: "requester",
  },
  "refuse-extension": {
    ...byOffice,
    from: ["dispatched"],
    to: "unchanged",
    isBarredTo: "requester",
    needs: ["reason"],
  },
  "request-suspension": { ...byHolder, from: ["dispatched"], to: "unchanged" },
  "grant-suspension": {
    ...byOffice,
    from: ["dispatched"],
    to: "suspended",
    isBarredTo: "requester",
  },
  "refuse-suspension": {
    ...byOffice,
    from: ["dispatched"],
    to: "unchanged",
    isBarredTo: "requester",
    needs: ["reason"],
  },
  resume: { ...byOffice, from: ["suspended"], to: "dispatched" },
  /** Once work on it was reported it is a case of its own, and what was put off is not a double. */
  merge: {
    ...byOffice,
    from: ["reported", "accepted", "dispatched"],
    to: "withdrawn",
    needs: ["target"],
  },
  unmerge: { ...byOffice, from: ["withdrawn"], to: "before" },
  "plan-visit": { ...byChecker, from: ["closed"], to: "unchanged", needs: ["visit-time"] },
  "record-visit": { ...byChecker, from: ["closed"], to: "unchanged", needs: ["outcome"] },
};
