import { dates, meanOf, type PlacingEvaluation, type Precision } from "./evaluate.ts";
import { published } from "./published-figures.ts";
import type { ReturnShare } from "./return-shares.ts";
import type { Placing } from "./street-places.ts";

const NAME_WIDTH = 42;
const NUMBER_WIDTH = 8;
const PLACES: Record<Placing, string> = {
  property: "places by type and property id",
  anchor: "places by anchors, 30 m",
};

/** Precision, then shares by class and by confidence, each beside what RECURRENCE §5 has. */
export function printPlacing(evaluation: PlacingEvaluation): void {
  const { placing, places, recurrences, precision } = evaluation;
  const [placeCount, recurrenceCount] = [places, recurrences].map(grouped);
  console.log(`\n${PLACES[placing]}: ${placeCount} places, ${recurrenceCount} recurrences`);
  row("top 200 that return in 90 d, %", [...dates.map(monthOf), "mean", "stated"]);
  for (const { name, byDate } of precision) {
    const known = published.precision[placing][name];
    row(name, [...byDate.map(percent), percent(meanOf(byDate)), known?.toFixed(1) ?? ""]);
  }
  row("return in 90 d, four dates", ["places", "%", "stated"]);
  const sharesOf = placing === "anchor" ? published.byClass : {};
  printShares(evaluation.byClass, sharesOf);
  printShares(evaluation.byConfidence, {}, "confidence ");
  printShares(evaluation.byConfidenceOfRecurring, {}, "with k ≥ 1, confidence ");
}

/** Alternatives by their mean before the last date and by the last date, which chose nothing. */
export function printAlternatives(found: Record<Placing, readonly Precision[]>): void {
  console.log("\ntop 200 that return in 90 d, %: alternatives, places with k ≥ 1");
  row("", ["property", "", "anchor", ""]);
  row("", ["Jul–Sep", "Oct", "Jul–Sep", "Oct"]);
  for (const [i, { name, byDate }] of found.property.entries()) {
    row(name, [byDate, found.anchor[i]?.byDate ?? []].flatMap(beforeLastAndLast));
  }
}

function beforeLastAndLast(byDate: readonly number[]): string[] {
  return [percent(meanOf(byDate.slice(0, -1))), percent(byDate.at(-1) ?? 0)];
}

function printShares(
  shares: readonly ReturnShare<string>[],
  known: Readonly<Record<string, number>>,
  prefix = "",
): void {
  for (const { group, places, returned } of shares) {
    const share = places === 0 ? "" : percent(returned / places);
    row(prefix + group, [grouped(places), share, known[group]?.toFixed(1) ?? ""]);
  }
}

function row(name: string, cells: readonly string[]): void {
  console.log(
    `  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(NUMBER_WIDTH)).join("")}`,
  );
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function monthOf(date: string): string {
  return new Date(date).toLocaleDateString("en-US", { month: "short", timeZone: "UTC" });
}
