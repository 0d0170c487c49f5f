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

/** Members of a list that an outline shows. */
const OUTLINE_MAX = 8;

/** A parsed JSON value as a sentence can quote it: text bare, what is nested further as […] or {…}. */
export function outline(value: unknown): string {
  if (typeof value === "string") return clip(value);
  if (value === undefined) return "";
  if (!Array.isArray(value)) return member(value);
  const shown = value.slice(0, OUTLINE_MAX).map(member).join(",");
  return clip(value.length > OUTLINE_MAX ? `${shown},…` : shown);
}

function member(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  return typeof value === "object" && value !== null ? "{…}" : clip(String(value), 40);
}

/** Whole kilobytes or megabytes, rounded down: a limit is never said larger than it is. */
export function sizeText(bytes: number): string {
  const megabytes = Math.floor(bytes / 1024 ** 2);
  return megabytes > 0 ? `${megabytes} MB` : `${Math.floor(bytes / 1024)} KB`;
}
