/** 受理率, 结案率, 按期结案率, 返工率, 满意率: each a part of a whole, see DOMAIN §2.7 and §3.8. */
export const caseRates = ["accepted", "closed", "closed-in-time", "rework", "satisfied"] as const;
export type CaseRateName = (typeof caseRates)[number];

/** Of the reports of one selection and period; what was withdrawn or merged is in none of them. */
export type CaseCounts = {
  /** Reports that came in 上报, and those of them that were accepted 立案. */
  readonly reported: number;
  readonly accepted: number;
  /** Cases that had to be closed by the end of the period 应结案; of these closed 结案, and closed by their deadline. */
  readonly toClose: number;
  readonly closed: number;
  readonly closedInTime: number;
  /** Cases that a check passed, and those of them that a check sent back first, however often. */
  readonly verified: number;
  readonly reworked: number;
  /** Reporters who answered whether they are satisfied, and who are. */
  readonly answered: number;
  readonly satisfied: number;
};

export type CaseRate = {
  readonly numerator: number;
  readonly denominator: number;
  /** 0 … 1; null where there is nothing to measure. */
  readonly value: number | null;
};

/** What each rate divides; its sentence in domain/text/case-words.ts is the formula shown beside it. */
const parts: Readonly<Record<CaseRateName, readonly [keyof CaseCounts, keyof CaseCounts]>> = {
  accepted: ["accepted", "reported"],
  closed: ["closed", "toClose"],
  "closed-in-time": ["closedInTime", "toClose"],
  rework: ["reworked", "verified"],
  satisfied: ["satisfied", "answered"],
};

export function caseRatesOf(counts: CaseCounts): Readonly<Record<CaseRateName, CaseRate>> {
  const rate = (name: CaseRateName): CaseRate => {
    const [part, whole] = parts[name];
    const [numerator, denominator] = [counts[part], counts[whole]];
    return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
  };
  return {
    accepted: rate("accepted"),
    closed: rate("closed"),
    "closed-in-time": rate("closed-in-time"),
    rework: rate("rework"),
    satisfied: rate("satisfied"),
  };
}
