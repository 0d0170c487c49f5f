import { HOUR_MS, isCalendarDay, type LocalTime } from "../time.ts";

/**
 * What a pattern found in a text; `offsetMs` (east of UTC) only where the pattern has `Z` or `XXX`.
 */
export type PatternTime = LocalTime & { readonly offsetMs: number | null };

type Slot = "year" | "year2" | "month" | "monthName" | "day" | "hour" | "hour12";
type Token = Slot | "minute" | "second" | "fraction" | "half" | "offset";

const TOKENS: Readonly<Record<string, Token>> = {
  yyyy: "year",
  yy: "year2",
  M: "month",
  MM: "month",
  MMM: "monthName",
  d: "day",
  dd: "day",
  H: "hour",
  HH: "hour",
  h: "hour12",
  hh: "hour12",
  m: "minute",
  mm: "minute",
  s: "second",
  ss: "second",
  S: "fraction",
  SSS: "fraction",
  a: "half",
  Z: "offset",
  XXX: "offset",
};

const DIGIT_LETTER = /^[dHhmMsyS]/;
const MAX_OFFSET_MS = 16 * HOUR_MS;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const DIGITS: Readonly<Record<Token, string>> = {
  year: "\\d{4}",
  year2: "\\d{2}",
  month: "\\d{1,2}",
  monthName: "[A-Za-z]{3,9}",
  day: "\\d{1,2}",
  hour: "\\d{1,2}",
  hour12: "\\d{1,2}",
  minute: "\\d{1,2}",
  second: "\\d{1,2}",
  fraction: "\\d{1,9}",
  half: "[AaPp]\\.?[Mm]\\.?|上午|下午|中午",
  offset: "Z|[+-]\\d{2}(?::?\\d{2})?",
};

/**
 * Compiles patterns such as `MM/dd/yyyy hh:mm:ss a`: letters yyyy yy M MM MMM d dd H HH h hh m mm s
 * ss S SSS a Z XXX, the rest literal, `'…'` quotes letters, `[…]` is optional. One or two digits
 * are read for M, d, H, h, m and s unless another number stands right beside. `h` without `a` is
 * the 24-hour clock. Throws a RangeError naming an unknown letter.
 */
export function datePattern(pattern: string): (text: string) => PatternTime | null {
  const { source, tokens } = compile(pattern);
  const expression = new RegExp(`^\\s*${source}\\s*$`);
  return function readDate(text) {
    const match = expression.exec(text);
    if (!match) return null;
    const found: Partial<Record<Token, string>> = {};
    for (let i = 0; i < tokens.length; i++) {
      const [token, value] = [tokens[i], match[i + 1]];
      if (token && value !== undefined) found[token] = value;
    }
    return toTime(found);
  };
}

function compile(pattern: string): { source: string; tokens: Token[] } {
  const tokens: Token[] = [];
  const parts = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|\s+|[\s\S]/g) ?? [];
  let source = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    if (/^[A-Za-z]/.test(part)) {
      const token = TOKENS[part];
      if (!token) throw new RangeError(`Unknown letters "${part}" in date pattern "${pattern}"`);
      tokens.push(token);
      const before = parts.slice(0, i).findLast(isNoBracket) ?? "";
      const after = parts.slice(i + 1).find(isNoBracket) ?? "";
      const isTight = part.length === 2 && (DIGIT_LETTER.test(before) || DIGIT_LETTER.test(after));
      source += `(${isTight ? "\\d{2}" : DIGITS[token]})`;
    } else if (part.startsWith("'") && part.length > 1) {
      source += literal(part === "''" ? "'" : part.slice(1, -1).replaceAll("''", "'"));
    } else if (part === "[") source += "(?:";
    else if (part === "]") source += ")?";
    else source += /^\s/.test(part) ? "\\s+" : literal(part);
  }
  for (const needed of [["year", "year2"], ["month", "monthName"], ["day"]] as Token[][]) {
    if (!needed.some((token) => tokens.includes(token))) {
      throw new RangeError(`Date pattern "${pattern}" lacks the ${needed[0]}`);
    }
  }
  try {
    new RegExp(source);
  } catch {
    throw new RangeError(`Date pattern "${pattern}" has an unpaired [ or ]`);
  }
  return { source, tokens };
}

function isNoBracket(part: string): boolean {
  return part !== "[" && part !== "]";
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function toTime(found: Partial<Record<Token, string>>): PatternTime | null {
  const year = found.year ? Number(found.year) : fullYear(Number(found.year2));
  const month = found.monthName
    ? MONTHS.indexOf(found.monthName.slice(0, 3).toLowerCase()) + 1
    : Number(found.month);
  const day = Number(found.day);
  const hour = hourOf(found);
  const minute = Number(found.minute ?? 0);
  const second = Number(found.second ?? 0);
  const millisecond = found.fraction ? Math.floor(Number(`0.${found.fraction}`) * 1000 + 1e-6) : 0;
  if (hour === null || hour > 23 || minute > 59 || second > 59) return null;
  if (year < 100 || !isCalendarDay(year, month, day)) return null;
  const offsetMs = found.offset === undefined ? null : offsetOf(found.offset);
  if (offsetMs !== null && Math.abs(offsetMs) > MAX_OFFSET_MS) return null;
  return { year, month, day, hour, minute, second, millisecond, offsetMs };
}

/** The POSIX reading: 69–99 are 1969–1999. */
function fullYear(twoDigits: number): number {
  return twoDigits < 69 ? 2000 + twoDigits : 1900 + twoDigits;
}

function hourOf({ hour, hour12, half }: Partial<Record<Token, string>>): number | null {
  const given = Number(hour ?? hour12 ?? 0);
  if (half === undefined) return given;
  // Excel writes 下午 15:05 as readily as 下午 3:05.
  if (given > 12) return /^[Aa上]/.test(half) ? null : given;
  const isMorning = /^[Aa上]/.test(half);
  if (half === "中午") return given < 11 ? given + 12 : given;
  return (given % 12) + (isMorning ? 0 : 12);
}

/** `Z`, `+08`, `+0800` or `-05:30` in milliseconds east of UTC. */
function offsetOf(text: string): number {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = text.length > 3 ? Number(text.slice(-2)) : 0;
  return (text[0] === "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
