import type { z } from "zod";

type Issue = z.core.$ZodIssue;

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  int: "integer",
  array: "list",
  tuple: "list",
  record: "object",
};
const SIZE_WORDS: Readonly<Record<string, string>> = {
  string: "length",
  array: "items",
  int: "integer",
};

/** What a schema wanted, in the few words that the message catalogues know, e.g. `number > 0`. */
export function expectationOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case "too_small":
      return `${sizeWord(issue.origin)} ${issue.inclusive === false ? ">" : "≥"} ${issue.minimum}`;
    case "too_big":
      return `${sizeWord(issue.origin)} ${issue.inclusive === false ? "<" : "≤"} ${issue.maximum}`;
    case "invalid_value":
      return `one-of ${issue.values.map(String).join(" | ")}`;
    case "invalid_union": {
      const first = issue.errors[0]?.[0];
      return first ? expectationOf(first) : issue.message;
    }
    default:
      return issue.message;
  }
}

function sizeWord(origin: string): string {
  return SIZE_WORDS[origin] ?? origin;
}
