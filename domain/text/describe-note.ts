import { type Note, severityOf } from "../note.ts";
import type { MessageCatalogue } from "./message-catalogue.ts";
import { printable } from "./printable.ts";

/** One line: place, code, what is wrong, what was done, what to do. Safe on a terminal. */
export function describeNote(note: Note, catalogue: MessageCatalogue): string {
  return `${notePlace(note, catalogue)} [${note.code}] ${noteSentence(note, catalogue)}`;
}

/** The file, and where known the row and the id. */
export function notePlace(note: Note, catalogue: MessageCatalogue): string {
  return printable(catalogue.place(note));
}

export function noteSentence(note: Note, catalogue: MessageCatalogue): string {
  return printable(catalogue.notes[note.code].sentence(note));
}

export function noteSeverityWord(note: Note, catalogue: MessageCatalogue): string {
  return catalogue.severities[severityOf(note)];
}
