import type { FieldValue } from "../../../domain/imports/foreign-record.ts";
import type { Note } from "../../../domain/note.ts";

const ID_LENGTH_MAX = 100;

/**
 * Gives every feature an id of its own: the value it has, else `prefix` and its row in as many
 * digits as the last one needs. A value that is taken gets a number behind it, and a note.
 */
export function uniqueIds(
  file: string,
  prefix: string,
  count: number,
  notes: Note[],
): (value: FieldValue, row: number) => string {
  const taken = new Set<string>();
  const digits = Math.max(2, String(count).length);
  return function nextId(value, row) {
    const given =
      value === null
        ? ""
        : String(value)
            .trim()
            .slice(0, ID_LENGTH_MAX - 8);
    const wanted = given === "" ? `${prefix}${String(row).padStart(digits, "0")}` : given;
    let id = wanted;
    for (let i = 2; taken.has(id); i++) id = `${wanted}-${i}`;
    taken.add(id);
    if (id !== wanted)
      notes.push({
        code: "bad-field",
        file,
        row,
        field: "id",
        value: wanted,
        detail: "unique",
        used: id,
      });
    return id;
  };
}
