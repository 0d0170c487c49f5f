import type { Refusal, RefusalParams } from "../errors.ts";
import type { FileKind } from "../file-kind.ts";
import type { Note, NoteCode, NoteSeverity } from "../note.ts";
import type { Datum } from "../spatial/datum.ts";

/** A code in a heading, and its sentence: what is wrong, what was done, what to do. */
export type NoteText = { readonly title: string; sentence(note: Note): string };

/** What server and commands say in one language. A code without a text does not compile. */
export type MessageCatalogue = {
  readonly language: "zh-CN" | "en";
  readonly severities: Readonly<Record<NoteSeverity, string>>;
  readonly datums: Readonly<Record<Datum, string>>;
  /** Phrases that follow "cannot read X:". */
  readonly fileKinds: Readonly<Record<FileKind, string>>;
  /**
   * Words and whole phrases that may stand in a note's `detail` where a field says what it
   * expects; what is not listed is printed as it is.
   */
  readonly expectations: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<NoteCode, NoteText>>;
  readonly refusals: { readonly [R in Refusal]: (params: RefusalParams[R]) => string };
  /** Where a note points to: the file, the row or position in its feature list, the id. */
  place(note: Note): string;
  /** "12 errors, 3 warnings, 1 remark", for closing lines. */
  totals(counts: Readonly<Record<NoteSeverity, number>>): string;
  /** "… and 12 more". */
  more(count: number): string;
  /** A command met an error that is no refusal; `message` is the runtime's. */
  unexpected(message: string): string;
};

/** `detail` of a note put into words: a file kind, a datum, an expectation, or the text itself. */
export function detailText(
  catalogue: Pick<MessageCatalogue, "fileKinds" | "datums" | "expectations">,
  detail = "",
): string {
  const { fileKinds, datums, expectations } = catalogue;
  return (
    lookUp(fileKinds, detail) ??
    lookUp(datums, detail) ??
    lookUp(expectations, detail) ??
    detail.replace(/[a-z][a-z-]*/gi, (word) => lookUp(expectations, word) ?? word)
  );
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
