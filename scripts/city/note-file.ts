import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import type { Note } from "../../domain/note.ts";
import { noteSentence, noteSeverityWord } from "../../domain/text/describe-note.ts";
import type { MessageCatalogue } from "../../domain/text/message-catalogue.ts";

/**
 * A CSV of notes that spreadsheets open: UTF-8 with a mark, cells that could be formulas made
 * harmless.
 */
export type NoteFile = {
  readonly path: string;
  /**
   * Resolves when there is room for more, so that notes by the million do not pile up in memory.
   */
  write(notes: readonly Note[]): Promise<void>;
  close(): Promise<void>;
};

export async function createNoteFile(
  path: string,
  columns: readonly string[],
  catalogue: MessageCatalogue,
): Promise<NoteFile> {
  await mkdir(dirname(path), { recursive: true });
  const stream = createWriteStream(path);
  const done = finished(stream);
  // A failure to write is met where the file is closed.
  done.catch(() => undefined);
  stream.write(`\ufeff${csvLine(columns)}`);
  return {
    path,
    async write(notes) {
      let hasRoom = true;
      for (const note of notes) {
        const { code, row = "", id = "", field = "", value = "" } = note;
        const cells = [noteSeverityWord(note, catalogue), code, row, id, field, value];
        hasRoom = stream.write(csvLine([...cells, noteSentence(note, catalogue)]));
      }
      if (!hasRoom) await Promise.race([once(stream, "drain"), done]);
    },
    async close() {
      stream.end();
      await done;
    },
  };
}

function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
