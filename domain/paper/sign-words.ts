import type { Sign, SignRow } from "../sign.ts";
import type { PapersText } from "../text/papers-zh-cn.ts";

type End = Extract<Sign["facts"], { type: "section" }>["from"];

/** The name of the widest road that is met, or a word for what else there is. */
export function endName(end: End, text: PapersText): string {
  return end.kind === "road" ? (end.names[0] ?? text.sign.ends.junction) : text.sign.ends[end.kind];
}

const NAMED_MOST = 3;

/**
 * Persons with their units behind; units alone where no person is named; nobody: 待明确. Of a zone with several grid
 * workers their number.
 */
export function holderWords(
  { role, holders }: SignRow,
  facts: Sign["facts"],
  { sign }: PapersText,
): { readonly name: string; readonly detail: string } {
  if (holders.length === 0) return { name: sign.nobody, detail: "" };
  if (facts.type === "zone" && role === "grid-worker" && facts.gridWorkers > 1)
    return { name: sign.workers(facts.gridWorkers), detail: "" };
  const persons = distinct(holders.map(({ person }) => person));
  const units = distinct(holders.map(({ unit }) => unit));
  const areas = distinct(holders.map(({ area }) => area));
  const joined = (words: readonly string[]) =>
    words.slice(0, NAMED_MOST).join(sign.separator) +
    (words.length > NAMED_MOST ? sign.andMore(words.length) : "");
  if (persons.length === 0) return { name: joined(units), detail: joined(areas) };
  return { name: joined(persons), detail: joined(units.length > 0 ? units : areas) };
}

function distinct(words: readonly (string | null)[]): string[] {
  return [...new Set(words.filter((each) => each !== null))];
}
