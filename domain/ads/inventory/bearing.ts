import type { FieldValue } from "../../imports/foreign-record.ts";

const POINTS: Readonly<Record<string, number>> = {
  北: 0,
  东北: 45,
  东: 90,
  东南: 135,
  南: 180,
  西南: 225,
  西: 270,
  西北: 315,
  n: 0,
  ne: 45,
  e: 90,
  se: 135,
  s: 180,
  sw: 225,
  w: 270,
  nw: 315,
};

/** 坐北朝南 faces south; 北偏东30度 is 30. */
const TURNED = /^([东南西北])偏([东南西北])(\d+(?:\.\d+)?)/;

/**
 * Where a panel faces, in degrees clockwise from north, [0, 360): a number, `90°`, `东南`, `朝西`, `坐北朝南`, `SW`.
 * Null when it is none of these.
 */
export function parseBearing(value: FieldValue): number | null {
  if (typeof value === "number") return turned(value);
  if (typeof value !== "string") return null;
  const text = value.normalize("NFKC").trim().toLowerCase();
  const degrees = /^([+-]?\d+(?:\.\d+)?)\s*(?:°|度)?$/.exec(text);
  if (degrees) return turned(Number(degrees[1]));
  const words = text
    .replace(/^.*(?:朝|面向|面朝|向着|对着)/, "")
    .replace(/(?:方向|方|侧|面|向|边)$/, "");
  const off = TURNED.exec(words);
  if (off) return between(off[1] ?? "", off[2] ?? "", Number(off[3]));
  const point = words.replace(/^([南北])([东西])$/, "$2$1").replace(/^正/, "");
  return Object.hasOwn(POINTS, point) ? (POINTS[point] ?? null) : null;
}

function turned(degrees: number): number | null {
  if (!Number.isFinite(degrees) || degrees < -360 || degrees > 720) return null;
  return ((degrees % 360) + 360) % 360;
}

function between(from: string, to: string, degrees: number): number | null {
  const [a, b] = [POINTS[from], POINTS[to]];
  if (a === undefined || b === undefined || degrees > 90) return null;
  const step = turned(b - a);
  if (step === 90) return turned(a + degrees);
  return step === 270 ? turned(a - degrees) : null;
}

/** Degrees between two bearings, 0 to 180. */
export function bearingApart(a: number, b: number): number {
  const apart = Math.abs(a - b) % 360;
  return Math.min(apart, 360 - apart);
}
