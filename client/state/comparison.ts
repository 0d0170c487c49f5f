import type { WorkbenchUrl } from "./url-state.ts";

/** One map over the other with a handle between them, or both beside each other. */
export const compareModes = ["swipe", "side"] as const;
export type CompareMode = (typeof compareModes)[number];

export type Comparison = {
  readonly mode: CompareMode;
  /** Where the handle stands, as a share of the width from the left. */
  readonly split: number;
};

const DEFAULT_SPLIT = 0.5;
/** The handle never leaves the map. */
const [MIN_SPLIT, MAX_SPLIT] = [0.05, 0.95];

/** The comparison that an address asks for; null for none. */
export function readComparison({ compare, split }: WorkbenchUrl): Comparison | null {
  const mode = compareModes.find((known) => known === compare);
  if (mode === undefined) return null;
  const share = split === undefined ? DEFAULT_SPLIT : Number(split);
  return { mode, split: clampSplit(Number.isFinite(share) ? share : DEFAULT_SPLIT) };
}

export function clampSplit(share: number): number {
  return Math.min(MAX_SPLIT, Math.max(MIN_SPLIT, share));
}

/** Undefined in the middle, which an address leaves out. */
export function splitText(share: number): string | undefined {
  const text = String(Math.round(clampSplit(share) * 100) / 100);
  return text === String(DEFAULT_SPLIT) ? undefined : text;
}
