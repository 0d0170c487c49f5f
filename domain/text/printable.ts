/** Longest piece of outside data that a sentence quotes, in characters. */
const QUOTE_MAX = 80;

/** Outside text without control characters: it can neither break a line nor steer a terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}

/** Outside text cut to what a sentence can carry; a surrogate pair is never split. */
export function clip(text: string, max = QUOTE_MAX): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
