import type { AdMoveBody, AdSiteReason } from "../../../../domain/contract/ads-plans.ts";
import type { AdsPlansText } from "../../../text/ads-plans-zh-cn.ts";

type Words = AdsPlansText["adPlans"];
type Served = AdSiteReason["serves"][number];
type Fault = AdMoveBody["faults"][number];
type NameOf = (key: string) => string;

/** A line under 为什么在这里; `isLoss`: what its leaving out would bring. */
export type ReasonLine = { readonly word: string; readonly line: string; readonly isLoss: boolean };

const whole = (n: number) => Math.round(n).toLocaleString("en-US");

/** What a chosen site fills, breaks and serves besides, and what would be lost with it. */
export function whyHereLines(text: Words, reason: AdSiteReason, nameOf: NameOf): ReasonLine[] {
  const { serves, stretch, road, alsoServes = [], isMust = false } = reason;
  const useful = serves.filter(isFilled);
  const of = (kind: Served["kind"]) => useful.filter((row) => row.kind === kind);
  const counts = of("count").toSorted((a, b) => Number(b.of === road) - Number(a.of === road));
  const others = new Set([...serves.map((row) => row.of), ...alsoServes]);
  for (const key of [road ?? "", ...counts.map((row) => row.of)]) others.delete(key);
  const line = (word: keyof Words["reasons"], words: string) => ({
    word: text.reasons[word],
    line: words,
    isLoss: false,
  });
  const isTooLong = stretch !== null && stretch.max !== null && stretch.before > stretch.max;
  return [
    ...(isMust ? [line("must", text.mustWords)] : []),
    ...counts.map((row) => line("count", servedWords(text, row, nameOf))),
    ...(stretch && isTooLong ? [line("gap", stretchWords(text, stretch))] : []),
    ...of("side").map((row) => line("side", servedWords(text, row, nameOf))),
    ...of("area").map((row) => line("area", servedWords(text, row, nameOf))),
    ...[...others]
      .filter((key) => !of("area").some((row) => row.of === key))
      .map((key) => line("also", text.alsoWords(nameOf(key)))),
    { word: text.reasons.without, line: lossWords(text, reason, nameOf), isLoss: true },
  ];
}

/** Gaps are in metres: too long without it; the others are numbers, too few without it. */
function isFilled({ kind, need, without }: Served): boolean {
  return kind === "gap" ? without > need : without < need;
}

function servedWords(text: Words, row: Served, nameOf: NameOf): string {
  const { kind, of, side = null, need, with: has, without } = row;
  if (kind === "gap") return text.gapOf(nameOf(of));
  const name = kind === "side" ? text.roadSide(nameOf(of), side) : nameOf(of);
  const words = { count: text.countWords, side: text.sideWords, area: text.areaWords }[kind];
  return words(name, whole(need), whole(has), whole(without));
}

function stretchWords(text: Words, { before, after, max }: NonNullable<AdSiteReason["stretch"]>) {
  const parts = after.map(whole).join(text.and);
  return text.gapWords(whole(before), whole(max ?? 0), parts);
}

function lossWords(text: Words, reason: AdSiteReason, nameOf: NameOf): string {
  const { alternative, breaks } = reason;
  if (alternative) {
    const { id, extraCost } = alternative;
    if (extraCost > 0) return text.alternative(id, whole(extraCost));
    return extraCost < 0 ? text.alternativeLess(id, whole(-extraCost)) : text.alternativeSame(id);
  }
  if (breaks.length === 0) return text.noLoss;
  return text.noAlternative(breaks.map((row) => breakWords(text, row, nameOf)).join(text.comma));
}

/** What would be missing; `without` is how it stands then. */
export function breakWords(text: Words, row: Served, nameOf: NameOf): string {
  const { kind, of, side = null, need, without } = row;
  const name = nameOf(of);
  const missing = whole(Math.max(0, need - without));
  if (kind === "gap") return text.breaks.gap(name, whole(without), whole(need));
  if (kind === "side") return text.breaks.side(text.roadSide(name, side), missing);
  return text.breaks.count(name, missing);
}

type Names = { blocked(reason: string): string; roadOf(key: string): string };

/** Why a site is not in the plan, or what a move breaks, in a line; a code that nobody knows stands for itself. */
export function faultWords(text: Words, { code, detail, ids = [] }: Fault, names: Names): string {
  const [first = ""] = ids;
  switch (code) {
    case "dearer":
      return text.whyNotWords.dearer(first, whole(Number(detail)));
    case "interchangeable":
      return text.whyNotWords.interchangeable(first, whole(Math.abs(Number(detail))));
    case "beyond-budget": {
      const [cost = "", left = ""] = (detail ?? "").split(" > ");
      // What is left is not known where the plan was looked at without its budget.
      if (!(Number(left) >= 0)) return text.codes.budget ?? code;
      return text.whyNotWords.beyondBudget(whole(Number(cost)), whole(Number(left)));
    }
    case "not-needed":
      return detail === "plan" ? text.whyNotWords.metByPlan : text.whyNotWords.metNow;
    case "serves-no-longer":
      return text.whyNotWords.servesNoLonger(names.roadOf(detail ?? ""));
    default: {
      const word = text.codes[code] ?? names.blocked(code);
      return ids.length === 0 ? word : text.codeWith(word, ids.slice(0, 3).join("、"));
    }
  }
}
