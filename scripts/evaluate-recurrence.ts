import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { compareAlternatives } from "./evaluate-recurrence/alternatives.ts";
import { dates, evaluatePlacing } from "./evaluate-recurrence/evaluate.ts";
import { printAlternatives, printPlacing } from "./evaluate-recurrence/print-tables.ts";
import { readStreetReports } from "./evaluate-recurrence/read-reports.ts";
import { placings } from "./evaluate-recurrence/street-places.ts";

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [file] = positionals;
if (!file || positionals.length > 1) {
  console.error("Usage: npm run evaluate -- [--json] <boston-311-2015.csv.gz>");
  process.exit(2);
}
if (!existsSync(file)) {
  console.error(`There is no file ${file}`);
  process.exit(2);
}

const { types, reports, leftOut } = await readStreetReports(file);
const evaluations = placings.map((placing) => evaluatePlacing(reports, placing));
const alternatives = {
  property: compareAlternatives(reports, "property"),
  anchor: compareAlternatives(reports, "anchor"),
};
if (values.json) {
  const counts = { reports: reports.length, types: types.length, leftOut };
  console.log(JSON.stringify({ ...counts, dates, evaluations, alternatives }));
} else {
  console.log(`${reports.length.toLocaleString("en-US")} reports of ${types.length} types`);
  const { defaultPosition, noProperty, otherType } = leftOut;
  console.log(
    `left out: ${defaultPosition} at the default position, ${noProperty} without a property, ` +
      `${otherType} of other types`,
  );
  for (const evaluation of evaluations) printPlacing(evaluation);
  printAlternatives(alternatives);
}
