import { count } from "../../../../domain/text/count.ts";

/** −38, +3, ±0: a true minus, so that figures line up. */
export function signed(change: number): string {
  if (change === 0) return "±0";
  return `${change < 0 ? "−" : "+"}${count(Math.abs(change))}`;
}

/** ▲2, ▼1, —. */
export function moved(change: number): string {
  if (change === 0) return "—";
  return `${change > 0 ? "▲" : "▼"}${count(Math.abs(change))}`;
}

/** Whole per cent of a whole; an empty whole has no shares. */
export function wholePercent(part: number, whole: number): string {
  return whole === 0 ? "—" : `${Math.round((100 * part) / whole)}%`;
}

/** One decimal; 99.96 % is not 100 %. */
export function tenthPercent(share: number): string {
  const tenths = Math.round(share * 1000) / 10;
  if (tenths === 100 && share < 1) return "99.9";
  return tenths === 100 || tenths === 0 ? String(tenths) : tenths.toFixed(1);
}
