import type { CaseAct, VisitOutcome } from "../case/case-acts.ts";
import type { CaseRateName } from "../case/case-rates.ts";
import type { CaseRefusal } from "../case/case-refusal.ts";
import type { LimitUnit } from "../case/time-limit.ts";
import type { ProblemState } from "../problem.ts";
import { caseWordsEn } from "./case-words-en.ts";
import { caseWordsZhCn } from "./case-words-zh-cn.ts";

/** What papers and sentences call the life of a case. */
export type CaseWords = {
  readonly acts: Readonly<Record<CaseAct, string>>;
  readonly states: Readonly<Record<ProblemState, string>>;
  readonly outcomes: Readonly<Record<VisitOutcome, string>>;
  /** What is wrong, and what the reader can do. */
  readonly refusals: Readonly<Record<CaseRefusal, string>>;
  readonly unknownProblem: string;
  readonly staleVersion: string;
  /** Name and formula. */
  readonly rates: Readonly<
    Record<CaseRateName, { readonly name: string; readonly formula: string }>
  >;
  readonly limit: (value: number, unit: LimitUnit) => string;
};

export const caseWords: Readonly<Record<"zh" | "en", CaseWords>> = {
  zh: caseWordsZhCn,
  en: caseWordsEn,
};
