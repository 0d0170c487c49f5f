import { type Note, type NoteCode, type NoteSeverity, noteSeverities } from "../../domain/note.ts";
import { describeNote } from "../../domain/text/describe-note.ts";
import type { MessageCatalogue } from "../../domain/text/message-catalogue.ts";

/** Counts notes by code as they come and keeps the first few of each, so that millions of them cost nothing. */
export class NoteSummary {
  readonly #counts = new Map<NoteCode, number>();
  readonly #first = new Map<NoteCode, Note[]>();
  readonly #keep: number;

  constructor(keep = 3) {
    this.#keep = keep;
  }

  add(notes: readonly Note[]): void {
    for (const note of notes) {
      this.#counts.set(note.code, (this.#counts.get(note.code) ?? 0) + (note.count ?? 1));
      const first = this.#first.get(note.code) ?? [];
      if (first.length < this.#keep) this.#first.set(note.code, [...first, note]);
    }
  }

  /** Errors first, then by number of rows. */
  byCode(): { readonly code: NoteCode; readonly severity: NoteSeverity; readonly count: number }[] {
    const order: readonly NoteSeverity[] = ["error", "warning", "info"];
    return [...this.#counts]
      .map(([code, count]) => ({ code, severity: noteSeverities[code], count }))
      .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count);
  }

  bySeverity(): Readonly<Record<NoteSeverity, number>> {
    const sums = { error: 0, warning: 0, info: 0 };
    for (const { severity, count } of this.byCode()) sums[severity] += count;
    return sums;
  }

  /** A heading a code with its number, and the first few sentences under it. */
  lines(catalogue: MessageCatalogue, more: (count: number) => string): string[] {
    const lines: string[] = [];
    for (const { code, severity, count } of this.byCode()) {
      const { title } = catalogue.notes[code];
      lines.push(`${catalogue.severities[severity]} ${title} [${code}] ${count}`);
      const first = this.#first.get(code) ?? [];
      for (const note of first) lines.push(`    ${describeNote(note, catalogue)}`);
      const told = first.reduce((sum, note) => sum + (note.count ?? 1), 0);
      if (told < count) lines.push(`    ${more(count - told)}`);
    }
    return lines;
  }
}
