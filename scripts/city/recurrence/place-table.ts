import type { RecurrencePlace } from "../../../domain/contract/recurrence.ts";
import { guardCell } from "../../../domain/imports/guarded-cell.ts";

type Cell = string | number | boolean | null;

/** Columns of the table in their order. */
const columns: readonly (readonly [name: string, value: (place: RecurrencePlace) => Cell])[] = [
  ["id", ({ id }) => id],
  ["lng", ({ position }) => position[0]],
  ["lat", ({ position }) => position[1]],
  ["category", ({ category }) => category],
  ["address", ({ address }) => address],
  ["zone", ({ zone }) => zone],
  ["leads", ({ duties }) => leadsOf(duties)],
  ["class", (place) => place.class],
  ["lambda30", ({ lambda30 }) => lambda30],
  ["confidence", ({ confidence }) => confidence],
  ["k", ({ k }) => k],
  ["ownK", ({ ownK }) => ownK],
  ["quick", ({ quick }) => quick],
  ["recent", ({ recent }) => recent],
  ["S", ({ S }) => S],
  ["rate30", ({ rate30 }) => rate30],
  ["relapseX", ({ relapse }) => relapse.x],
  ["relapseN", ({ relapse }) => relapse.n],
  ["relapseLow", ({ relapse }) => relapse.low],
  ["relapseHigh", ({ relapse }) => relapse.high],
  ["isOpen", ({ isOpen }) => isOpen],
  ["isStale", ({ isStale }) => isStale],
  ["quietDays", ({ quietDays }) => quietDays],
  ["lastAt", ({ lastAt }) => lastAt],
  ["isSuggested", ({ isSuggested }) => isSuggested],
];

/** CSV in UTF-8 with a mark, whose cells no spreadsheet takes for formulas. */
export function placeTable(places: readonly RecurrencePlace[]): string {
  const lines = [
    columns.map(([name]) => name),
    ...places.map((place) => columns.map(([, value]) => cellText(value(place)))),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.join(",")}\r\n`).join("")}`;
}

function cellText(value: Cell): string {
  if (typeof value !== "string") return String(value ?? "");
  const text = guardCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function leadsOf(duties: RecurrencePlace["duties"]): string {
  const leads = duties.filter(({ role, person }) => role === "zone-lead" && person !== null);
  return leads.map(({ person }) => person).join("、");
}
