import type { CaseAct } from "../../domain/case/case-acts.ts";
import type { CaseBody } from "../../domain/contract/cases.ts";

/** The way on comes first, what ends or drops a case last. */
const order: readonly CaseAct[] = [
  "accept",
  "rectify",
  "pass",
  "close",
  "resume",
  "unmerge",
  "record-visit",
  "dispatch",
  "rework",
  "reject",
  "request-extension",
  "request-suspension",
  "hand-back",
  "merge",
  "plan-visit",
  "reopen",
  "close-directly",
  "withdraw",
];

/** Answers to a request are offered beside it. */
const answering: readonly CaseAct[] = [
  "grant-extension",
  "refuse-extension",
  "grant-suspension",
  "refuse-suspension",
];

/** Not the usual way: offered, but never as the main button. */
const aside: readonly CaseAct[] = ["close-directly", "withdraw", "merge", "hand-back", "reject"];

export type OfferedAct = CaseBody["allowed"][number] & { readonly isPrimary: boolean };

type Standing = Pick<CaseBody, "allowed" | "state" | "visits">;

/** What the server allows, the way on first. In the place of the unit nobody is led to act. */
export function offeredActs({ allowed, state, visits }: Standing): readonly OfferedAct[] {
  const isPlanned = visits.some(({ recordedAt }) => recordedAt === null);
  const isLed = ({ act, needs }: CaseBody["allowed"][number]) => {
    if (aside.includes(act) || (state === "dispatched" && act === "dispatch")) return false;
    if (act === "rectify") return !needs.includes("reason");
    if (act === "record-visit") return isPlanned;
    return act !== "reopen" && act !== "rework" && act !== "plan-visit";
  };
  const sorted = allowed
    .filter(({ act }) => !answering.includes(act))
    .toSorted((a, b) => order.indexOf(a.act) - order.indexOf(b.act));
  const led = sorted.find(isLed);
  const rest = sorted.filter((each) => each !== led);
  return [...(led ? [led] : []), ...rest].map((each) => ({ ...each, isPrimary: each === led }));
}

export function answersToRequest({ allowed }: Pick<CaseBody, "allowed">) {
  return allowed.filter(({ act }) => answering.includes(act));
}
