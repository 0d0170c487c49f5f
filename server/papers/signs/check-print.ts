import type { Sign } from "../../../domain/sign.ts";
import { openPaper } from "../paper-document.ts";

/** Adds the warning of a board on which a name has characters that the font lacks. */
export async function printCheck(): Promise<<S extends Sign>(sign: S) => S> {
  const { unprintable } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });
  return (sign) =>
    unprintable(wordsOf(sign)).length === 0
      ? sign
      : { ...sign, warnings: [...sign.warnings, "missing-characters"] };
}

function wordsOf({ name, facts, rows, hours, responsibilities, city }: Sign): string {
  const holders = rows.flatMap((row) => row.holders);
  const ends =
    facts.type === "section"
      ? [facts.from, facts.to].flatMap((end) => (end.kind === "road" ? end.names.slice(0, 1) : []))
      : facts.within;
  return [
    name,
    city,
    hours,
    ...ends,
    ...(responsibilities ?? []),
    ...holders.flatMap(({ person, unit, area }) => [person, unit, area]),
  ].join("");
}
