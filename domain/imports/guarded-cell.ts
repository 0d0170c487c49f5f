/** What makes a spreadsheet take a cell for a formula, behind any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^''*[=+\-@\t\r]/;

/**
 * The cell as text that no spreadsheet runs: one apostrophe more where it could be taken for a
 * formula.
 */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes `guardCell`, and changes nothing that it would not have made. */
export function unguardCell(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
