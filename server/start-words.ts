import { DomainError } from "../domain/errors.ts";
import { type Note, severityOf } from "../domain/note.ts";
import { catalogues } from "../domain/text/catalogues.ts";
import { describeNote } from "../domain/text/describe-note.ts";
import { describeRefusal } from "../domain/text/describe-refusal.ts";

/** Of everything odd this much is printed at the start; `validate` lists it all. */
const SHOWN = 5;

/** One line for what was read, and one for everything that should not stay as it is. */
export function stepLines(what: string, notes: readonly Note[]): string[] {
  const odd = notes.filter((note) => severityOf(note) !== "info");
  if (odd.length === 0) return [what];
  return [
    `${what}，${odd.length} 条提示，npm run city -- validate 可列出全部`,
    ...odd.slice(0, SHOWN).map((note) => `  ${describeNote(note, catalogues.zh)}`),
  ];
}

/** Why the start failed, for a person. */
export function failureLine(error: unknown): string {
  if (error instanceof DomainError) return describeRefusal(error, catalogues.zh);
  return catalogues.zh.unexpected(error instanceof Error ? error.message : String(error));
}

/** Why nobody can be listened to at that address. */
export function listenFailureLine(
  error: NodeJS.ErrnoException,
  { host, port }: { readonly host: string; readonly port: number },
): string {
  const reason =
    error.code === "EADDRINUSE"
      ? `端口 ${port} 已被占用，可用 PORT=${port + 1} 另选`
      : error.message;
  return `无法监听 ${host}:${port}：${reason}`;
}
