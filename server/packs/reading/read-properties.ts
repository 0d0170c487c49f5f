import type { z } from "zod";
import type { Note } from "../../../domain/note.ts";
import { clip } from "../../../domain/text/printable.ts";
import { type Flaw, salvage } from "./salvage.ts";

/** Where a record stands. */
export type Place = Pick<Note, "file" | "row" | "id">;

/** Parses a record's members; wrong optional ones are ignored with a note, wrong required ones are fatal. */
export function readProperties<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  place: Place,
  notes: Note[],
): z.infer<S> | null {
  const { value, flaws } = salvage(schema, raw);
  for (const flaw of flaws) notes.push({ ...place, ...noteOfFlaw(flaw, flaw.isFatal) });
  return value;
}

export function noteOfFlaw(
  flaw: Flaw,
  isFatal: boolean,
): Pick<Note, "code" | "field" | "detail" | "value"> {
  const field = flaw.path.map(String).join(".");
  if (flaw.kind === "unknown") return { code: "unknown-column", field };
  if (flaw.kind === "missing") return { code: "missing-field", field, detail: flaw.expected };
  return {
    code: isFatal ? "bad-field" : "ignored-field",
    field,
    detail: flaw.expected,
    ...(flaw.value !== undefined && { value: flaw.value }),
  };
}

/** Ids written as numbers are taken as text; a number too large to be exact is left for the schema to refuse. */
export function idText(value: unknown): unknown {
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
}

/** What notes call a record whose id may be anything. */
export function idOfPlace(value: unknown): Pick<Note, "id"> {
  const text = idText(value);
  return typeof text === "string" && text !== "" ? { id: clip(text, 100) } : {};
}
