import type { ForeignRecord } from "../../../domain/imports/foreign-record.ts";
import type { Note } from "../../../domain/note.ts";
import { openRecords } from "../open-records.ts";

/** Everything a file holds; for files whose contents a pack holds in memory anyway. */
export async function readAllRecords(
  path: string,
): Promise<{ name: string; records: ForeignRecord[]; notes: Note[] }> {
  const source = await openRecords(path, { wanted: new Set() });
  const records: ForeignRecord[] = [];
  const notes = [...source.notes];
  for await (const batch of source.batches) {
    for (const record of batch.records) records.push(record);
    for (const note of batch.notes) notes.push(note);
  }
  return { name: source.name, records, notes };
}
