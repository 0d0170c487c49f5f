import type { TextFrom, TimeFrom } from "../problem-mapping.ts";
import { columnName, type FieldValue, type ForeignRecord } from "./foreign-record.ts";

/** Takes one value out of a record: trimmed, null when there is nothing. */
export type FieldReader = (record: ForeignRecord) => FieldValue;

type Source = TextFrom | TimeFrom | { readonly constant: string };

/** Compiles where a field comes from. `blanks` are texts that count as nothing. */
export function fieldReader(from: Source, blanks: ReadonlySet<string>): FieldReader {
  if (typeof from === "string") return columnReader(from, blanks);
  if ("column" in from) return columnReader(from.column, blanks);
  if ("constant" in from) return () => from.constant;
  if ("template" in from) return templateReader(from.template, blanks);
  const readers = from.firstOf.map((column) => columnReader(column, blanks));
  return function readFirst(record) {
    for (const read of readers) {
      const value = read(record);
      if (value !== null) return value;
    }
    return null;
  };
}

/** The columns that `from` names, in the form of `columnName`. */
export function columnsOf(from: Source): readonly string[] {
  if (typeof from === "string") return [columnName(from)];
  if ("column" in from) return [columnName(from.column)];
  if ("constant" in from) return [];
  if ("template" in from) return templateParts(from.template).flatMap(({ column }) => column ?? []);
  return from.firstOf.map(columnName);
}

/**
 * The same record gives the same 106-bit name on every day and machine; blank columns count as
 * empty text.
 */
export function hashId(values: readonly FieldValue[], prefix: string): string {
  const text = values.map((value) => (value === null ? "" : String(value))).join("\u001f");
  return `${prefix}${cyrb53(text, 0)}${cyrb53(text, 0x9e3779b9)}`;
}

function columnReader(name: string, blanks: ReadonlySet<string>): FieldReader {
  const column = columnName(name);
  return function readColumn({ fields }) {
    const value = fields[column];
    if (value === undefined || value === null) return null;
    if (typeof value !== "string") return value;
    const text = value.trim();
    return text === "" || blanks.has(text) ? null : text;
  };
}

function templateReader(template: string, blanks: ReadonlySet<string>): FieldReader {
  const parts = templateParts(template).map(({ text, column }) => ({
    text,
    read: column === undefined ? null : columnReader(column, blanks),
  }));
  return function readTemplate(record) {
    let result = "";
    let isBlank = true;
    for (const { text, read } of parts) {
      const value = read ? read(record) : null;
      if (value !== null) isBlank = false;
      result += text + (value ?? "");
    }
    return isBlank ? null : result.trim();
  };
}

/** Each part is literal text and, but for the last, the column that follows it. */
function templateParts(template: string): { text: string; column?: string }[] {
  const parts: { text: string; column?: string }[] = [];
  let end = 0;
  for (const match of template.matchAll(/\{([^{}]+)\}/g)) {
    parts.push({ text: template.slice(end, match.index), column: columnName(match[1] ?? "") });
    end = match.index + match[0].length;
  }
  parts.push({ text: template.slice(end) });
  return parts;
}

/** 53 well-mixed bits of a text as 14 hexadecimal digits, after bryc's public-domain cyrb53. */
function cyrb53(text: string, seed: number): string {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(16).padStart(14, "0");
}
