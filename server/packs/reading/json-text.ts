import type { Note } from "../../../domain/note.ts";
import { clip } from "../../../domain/text/printable.ts";

export type ParsedJson = {
  /** Undefined when the text is no JSON. */
  readonly value: unknown;
  readonly notes: readonly Note[];
};

/**
 * Bare NaN and Infinity, which some programs write, are read as null with a note. A text that
 * ends too early is told from one that is wrong somewhere; the latter's note says the line.
 */
export function parseJsonText(text: string, file: string): ParsedJson {
  try {
    return { value: JSON.parse(text), notes: [] };
  } catch (error) {
    const repaired = withoutBareNumbers(text);
    if (repaired.count > 0) {
      const again = parseJsonText(repaired.text, file);
      const note: Note = { code: "not-a-number", file, count: repaired.count };
      if (again.value !== undefined) return { value: again.value, notes: [note, ...again.notes] };
    }
    return { value: undefined, notes: [noteOf(error as SyntaxError, text, file)] };
  }
}

function withoutBareNumbers(text: string): { text: string; count: number } {
  if (!/NaN|Infinity/.test(text)) return { text, count: 0 };
  let count = 0;
  const repaired = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => {
    if (token.startsWith('"')) return token;
    count++;
    return "null";
  });
  return { text: repaired, count };
}

function noteOf({ message }: SyntaxError, text: string, file: string): Note {
  const position = positionIn(message, text);
  if (position === null) return { code: "file-not-json", file };
  if (position >= text.trimEnd().length) return { code: "file-truncated", file };
  if (message.includes("non-whitespace character after JSON") && isFeatureLines(text)) {
    return { code: "file-seems-other", file, detail: "geojsonl" };
  }
  const before = text.slice(0, position);
  const line = before.split("\n").length;
  const column = position - before.lastIndexOf("\n");
  const value = clip(text.slice(Math.max(0, position - 20), position + 20).trim(), 40);
  return { code: "file-not-json", file, detail: `${line}:${column}`, value };
}

/** Characters that the runtime quotes on either side of a token it did not expect. */
const QUOTED_AROUND = 10;
const QUOTING = /^Unexpected token '(.+?)', (\.{3})?"(.*)"(\.{3})? is not valid JSON/su;

/** The runtime's message names the position, or quotes the text around it. */
function positionIn(message: string, text: string): number | null {
  if (message.includes("Unexpected end")) return text.length;
  const named = /at position (\d+)/.exec(message);
  if (named) return Number(named[1]);
  const quoted = QUOTING.exec(message);
  const [, token = "", cutBefore, around = "", cutAfter] = quoted ?? [];
  const start = text.indexOf(around);
  if (!quoted || start < 0) return null;
  if (cutBefore) return start + QUOTED_AROUND;
  return cutAfter ? around.length - QUOTED_AROUND : start + Math.max(0, around.indexOf(token));
}

function isFeatureLines(text: string): boolean {
  const [first = ""] = text.split("\n", 1);
  try {
    return (JSON.parse(first) as { type?: unknown }).type === "Feature";
  } catch {
    return false;
  }
}
