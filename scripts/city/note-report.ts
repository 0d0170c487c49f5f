import {
  type Note,
  type NoteCode,
  type NoteSeverity,
  noteSeverities,
  severityOf,
} from "../../domain/note.ts";
import { notePlace, noteSentence } from "../../domain/text/describe-note.ts";
import type { MessageCatalogue } from "../../domain/text/message-catalogue.ts";

type Group = { count: number; rowCount: number; readonly first: Note[] };

const SEVERITIES: readonly NoteSeverity[] = ["error", "warning", "info"];

/** Notes by file and code; of each group the first few are kept, so that millions cost nothing. */
export class NoteReport {
  readonly #keep: number;
  readonly #files = new Map<string, Map<NoteCode, Group>>();

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(notes: readonly Note[]): void {
    for (const note of notes) {
      const codes = this.#files.get(note.file) ?? new Map<NoteCode, Group>();
      this.#files.set(note.file, codes);
      const group = codes.get(note.code) ?? { count: 0, rowCount: 0, first: [] };
      codes.set(note.code, group);
      group.count++;
      group.rowCount += note.count ?? 1;
      if (group.first.length < this.#keep) group.first.push(note);
    }
  }

  /** Notes of each severity, whatever number of rows they speak for. */
  counts(): Readonly<Record<NoteSeverity, number>> {
    const sums = { error: 0, warning: 0, info: 0 };
    for (const codes of this.#files.values()) {
      for (const [code, { count }] of codes) sums[noteSeverities[code]] += count;
    }
    return sums;
  }

  /** Those that were kept, by file, then severity. */
  notes(): Note[] {
    return [...this.#files.values()].flatMap((codes) =>
      sorted(codes).flatMap(([, { first }]) => first),
    );
  }

  /** Rows by code over all files, errors first, then the most frequent. */
  byCode(): { readonly code: NoteCode; readonly severity: NoteSeverity; readonly count: number }[] {
    const sums = new Map<NoteCode, Group>();
    for (const codes of this.#files.values()) {
      for (const [code, { count, rowCount, first }] of codes) {
        const sum = sums.get(code) ?? { count: 0, rowCount: 0, first };
        sums.set(code, sum);
        sum.count += count;
        sum.rowCount += rowCount;
      }
    }
    return sorted(sums).map(([code, { rowCount }]) => ({
      code,
      severity: noteSeverities[code],
      count: rowCount,
    }));
  }

  /** A heading a file with its totals, one a code with its number, and the notes under it. */
  lines(catalogue: MessageCatalogue, more = catalogue.more): string[] {
    return [...this.#files].flatMap(([file, codes]) => [
      file,
      ...sorted(codes).flatMap(([code, { count, first }]) => [
        `  ${catalogue.severities[noteSeverities[code]]} ${catalogue.notes[code].title} [${code}] ${count}`,
        ...first.map(
          (note) => `    ${placeInFile(note, catalogue)}${noteSentence(note, catalogue)}`,
        ),
        ...(count > first.length ? [`    ${more(count - first.length)}`] : []),
      ]),
    ]);
  }
}

/** Errors first, then the most frequent. */
function sorted(codes: ReadonlyMap<NoteCode, Group>): [NoteCode, Group][] {
  const rank = ({ first: [note] }: Group) => (note ? SEVERITIES.indexOf(severityOf(note)) : 0);
  return [...codes].sort(([, a], [, b]) => rank(a) - rank(b) || b.count - a.count);
}

/** Row and id; the heading has said the file. */
function placeInFile(note: Note, catalogue: MessageCatalogue): string {
  const place = notePlace(note, catalogue).slice(note.file.length).trim();
  return place === "" ? "" : `${place} `;
}
