import type { FieldValue } from "./foreign-record.ts";

/** An angle in degrees; `axis` when the text itself says which one it is (`N`, 东经 …). */
export type Degrees = { readonly degrees: number; readonly axis: "lng" | "lat" | null };

export type AxisOrder = "lng-lat" | "lat-lng";

const LAT_SIGNS: Readonly<Record<string, 1 | -1>> = { N: 1, S: -1, 北: 1, 南: -1 };
const LNG_SIGNS: Readonly<Record<string, 1 | -1>> = { E: 1, W: -1, 东: 1, 西: -1 };

const DECIMAL = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;
const NUMBER = "(\\d{1,2}(?:[.,]\\d+)?)";
/** Degrees, minutes, and seconds if any, set apart by signs, Chinese words, colons or blanks. */
const SEXAGESIMAL = new RegExp(
  `^([+-]?\\d{1,3})(?:[°度:]|\\s)\\s*${NUMBER}\\s*` +
    `(?:(?:['′’分:]|\\s)\\s*(?:${NUMBER}\\s*(?:["″”秒]|''|′′)?)?)?$`,
);
const WKT_POINT =
  /^(?:SRID=\d+;)?\s*POINT\s*(?:Z|M|ZM)?\s*\(\s*(\S+)\s+(\S+)(?:\s+\S+){0,2}\s*\)$/i;

/**
 * Reads 114.2609, `114,2609`, `30°35'34.2"N`, `30 35.57`, 北纬30度35分. Null when it is no angle; the
 * range is not looked at.
 */
export function parseDegrees(value: FieldValue): Degrees | null {
  if (typeof value === "number") {
    return Number.isFinite(value) ? { degrees: value, axis: null } : null;
  }
  if (typeof value !== "string") return null;
  const { body, axis, sign } = hemisphere(value.normalize("NFKC").trim());
  const degrees = unsigned(body);
  if (degrees === null || (sign !== null && body.startsWith("-"))) return null;
  return { degrees: degrees * (sign ?? 1), axis };
}

/**
 * Reads two angles from one text: `30.5, 114.3`, `(114.3 30.5)`, `30,59; 114,30`, `N30°35'
 * E114°18'`. Hemispheres, where given, beat `order`. Null when it is not two angles.
 */
export function parsePair(text: string, order: AxisOrder): { lng: number; lat: number } | null {
  const bare = text
    .normalize("NFKC")
    .trim()
    .replace(/^[([{]\s*|\s*[)\]}]$/g, "");
  const halves = twoHalves(bare);
  const first = parseDegrees(halves?.[0] ?? null);
  const second = parseDegrees(halves?.[1] ?? null);
  if (!first || !second) return null;
  if (first.axis !== null && first.axis === second.axis) return null;
  const isLngFirst =
    first.axis === "lng" ||
    second.axis === "lat" ||
    (first.axis === null && second.axis === null && order === "lng-lat");
  return isLngFirst
    ? { lng: first.degrees, lat: second.degrees }
    : { lng: second.degrees, lat: first.degrees };
}

/** Reads `POINT (x y)`, with Z, M or an SRID; null for anything else. */
export function parseWktPoint(text: string): { lng: number; lat: number } | null {
  const match = WKT_POINT.exec(text.trim());
  const lng = Number(match?.[1]);
  const lat = Number(match?.[2]);
  return match && Number.isFinite(lng) && Number.isFinite(lat) ? { lng, lat } : null;
}

function hemisphere(text: string): { body: string; axis: Degrees["axis"]; sign: 1 | -1 | null } {
  const match =
    /^(?:([NSEWnsew]|[北南]纬?|[东西]经?)\s*(.*)|(.*?)\s*([NSEWnsew]|[北南东西]))$/.exec(text);
  const letter = (match?.[1] ?? match?.[4])?.charAt(0).toUpperCase();
  const body = match?.[2] ?? match?.[3] ?? text;
  const lat = letter === undefined ? undefined : LAT_SIGNS[letter];
  if (lat !== undefined) return { body, axis: "lat", sign: lat };
  const lng = letter === undefined ? undefined : LNG_SIGNS[letter];
  if (lng !== undefined) return { body, axis: "lng", sign: lng };
  return { body: text, axis: null, sign: null };
}

function unsigned(text: string): number | null {
  const plain = text.replace(/[°度]$/, "");
  if (DECIMAL.test(plain)) return finite(Number(plain.replace(",", ".")));
  const match = SEXAGESIMAL.exec(text);
  if (!match) return null;
  const [degrees, minutes, seconds] = [match[1], match[2], match[3] ?? "0"].map((part) =>
    Number((part ?? "").replace(",", ".")),
  );
  if (degrees === undefined || minutes === undefined || seconds === undefined) return null;
  if (minutes >= 60 || seconds >= 60) return null;
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  return match[1]?.startsWith("-") ? -size : size;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/**
 * Splits at `;`, else at the comma, of three commas (decimal ones) at the middle, else at the only
 * white space or hemisphere.
 */
function twoHalves(text: string): readonly [string, string] | null {
  const semicolon = text.split(/;/);
  if (semicolon.length === 2) return pair(semicolon);
  const commas = text.split(/[,、]/);
  if (commas.length === 2) return pair(commas);
  if (commas.length === 4)
    return [commas.slice(0, 2).join(","), commas.slice(2).join(",")].map(trim) as [string, string];
  const spaces = text.split(/\s+/);
  if (spaces.length === 2) return pair(spaces);
  const leading = /^([NSEWnsew北南东西].+?)\s*([NSEWnsew北南东西].+)$/.exec(text);
  if (leading) return pair(leading.slice(1));
  const trailing = /^(.+?[NSEWnsew北南东西])\s*(.+[NSEWnsew北南东西])$/.exec(text);
  return trailing ? pair(trailing.slice(1)) : null;
}

function pair(parts: readonly (string | undefined)[]): readonly [string, string] {
  return [trim(parts[0]), trim(parts[1])];
}

function trim(text: string | undefined): string {
  return (text ?? "").trim();
}
