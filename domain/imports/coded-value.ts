import { DomainError } from "../errors.ts";
import type { CodedFrom } from "../problem-mapping.ts";
import type { ForeignRecord } from "./foreign-record.ts";
import { fieldReader } from "./record-text.ts";

export type CodeReading = {
  /** What the record says; null when it says nothing. */
  readonly value: string | null;
  /** The code it stands for; null when unknown. */
  readonly code: string | null;
};

export type CodeReader = (record: ForeignRecord) => CodeReading;

type Entry = { readonly code: string; readonly name: string };

/**
 * Compiles a coded field. A value is looked up in the mapping's `values` (trimmed, then without
 * regard to case), among the codes and unequivocal names of `entries`, and last as `*`, which blank
 * values take too. Throws a DomainError with `refusal` when the mapping names a code that `entries`
 * lacks.
 */
export function codeReader(
  from: CodedFrom,
  options: {
    readonly field: string;
    readonly refusal: "unknown-category" | "unknown-value";
    readonly entries: readonly Entry[];
    readonly nearest: (code: string) => readonly string[];
    readonly blanks: ReadonlySet<string>;
  },
): CodeReader {
  const known = new Set(options.entries.map(({ code }) => code));
  const check = (code: string) => {
    if (known.has(code)) return code;
    const params = { name: options.field, value: code, nearest: options.nearest(code) };
    throw new DomainError(options.refusal, params);
  };
  if (typeof from !== "string" && "constant" in from) {
    const reading = { value: from.constant, code: check(from.constant) };
    return () => reading;
  }
  const { exact, folded, otherwise } = lookupTables(from, options.entries, check);
  const readField = fieldReader(from, options.blanks);
  return function readCode(record) {
    const raw = readField(record);
    if (raw === null) return { value: null, code: otherwise };
    const value = String(raw);
    const code = exact.get(value) ?? folded.get(fold(value)) ?? otherwise;
    return { value, code };
  };
}

function lookupTables(
  from: CodedFrom,
  entries: readonly Entry[],
  check: (code: string) => string,
): { exact: Map<string, string>; folded: Map<string, string>; otherwise: string | null } {
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  const names = new Map<string, number>();
  for (const { name } of entries) names.set(name, (names.get(name) ?? 0) + 1);
  for (const { code, name } of entries) if (names.get(name) === 1) exact.set(name, code);
  for (const { code } of entries) exact.set(code, code);
  let otherwise: string | null = null;
  const values = typeof from === "object" && "values" in from ? (from.values ?? {}) : {};
  for (const [value, code] of Object.entries(values)) {
    if (value === "*") otherwise = check(code);
    else {
      exact.set(value.trim(), check(code));
      folded.set(fold(value), code);
    }
  }
  return { exact, folded, otherwise };
}

function fold(value: string): string {
  return value.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}
