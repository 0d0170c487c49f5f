import { describe, expect, test } from "vitest";
import { caseActs } from "../../../domain/case/case-acts.ts";
import { type CaseCounts, caseRates, caseRatesOf } from "../../../domain/case/case-rates.ts";
import { caseRefusals } from "../../../domain/case/case-refusal.ts";
import { problemStates } from "../../../domain/problem.ts";
import { caseWords } from "../../../domain/text/case-words.ts";

const none: CaseCounts = {
  reported: 0,
  accepted: 0,
  toClose: 0,
  closed: 0,
  closedInTime: 0,
  verified: 0,
  reworked: 0,
  answered: 0,
  satisfied: 0,
};

describe("rates of cases", () => {
  test("are what two cities published, to a hundredth of a percent", () => {
    const percent = (counts: Partial<CaseCounts>, name: (typeof caseRates)[number]) =>
      ((caseRatesOf({ ...none, ...counts })[name].value ?? Number.NaN) * 100).toFixed(2);
    const tianmen = { toClose: 972, closed: 911, closedInTime: 737 };
    expect(percent(tianmen, "closed")).toBe("93.72");
    expect(percent(tianmen, "closed-in-time")).toBe("75.82");
    const lianyungang = { toClose: 24932, closed: 23974, closedInTime: 22345 };
    expect(percent(lianyungang, "closed")).toBe("96.16");
    expect(percent(lianyungang, "closed-in-time")).toBe("89.62");
  });

  test("divide what their formula says", () => {
    const counts: CaseCounts = {
      reported: 8,
      accepted: 6,
      toClose: 5,
      closed: 4,
      closedInTime: 3,
      verified: 10,
      reworked: 1,
      answered: 4,
      satisfied: 3,
    };
    expect(caseRatesOf(counts)).toEqual({
      accepted: { numerator: 6, denominator: 8, value: 0.75 },
      closed: { numerator: 4, denominator: 5, value: 0.8 },
      "closed-in-time": { numerator: 3, denominator: 5, value: 0.6 },
      rework: { numerator: 1, denominator: 10, value: 0.1 },
      satisfied: { numerator: 3, denominator: 4, value: 0.75 },
    });
  });

  test("say nothing where there is nothing to measure", () => {
    for (const rate of Object.values(caseRatesOf(none))) expect(rate.value).toBeNull();
  });
});

describe("words of cases", () => {
  test.each(["zh", "en"] as const)("in %s: one for each thing, none twice in a set", (language) => {
    const { acts, states, refusals, rates } = caseWords[language];
    const sets = [
      [acts, caseActs],
      [states, problemStates],
      [refusals, caseRefusals],
      [rates, caseRates],
    ] as const;
    for (const [words, codes] of sets) {
      expect(Object.keys(words).sort()).toEqual([...codes].sort());
      const texts = Object.values(words).map((word) => JSON.stringify(word));
      expect(new Set(texts).size).toBe(codes.length);
    }
  });

  test("write a limit as people do", () => {
    expect(caseWords.zh.limit(4, "work-hour")).toBe("4 工作时");
    expect(caseWords.en.limit(1, "work-day")).toBe("1 work day");
    expect(caseWords.en.limit(2, "natural-day")).toBe("2 calendar days");
  });
});
