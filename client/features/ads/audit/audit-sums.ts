import type { AdAudit, AdRoad, AdSpot, AdSummaryRow } from "../../../../domain/contract/ads.ts";

/** The row that the figures show: of the chosen group, else of all roads of the audit. */
export function scopeRow(
  audit: Pick<AdAudit, "summary"> | undefined,
  group: string | undefined,
): AdSummaryRow | null {
  const summary = audit?.summary;
  if (!summary) return null;
  if (group === undefined) return summary.total;
  return summary.byGroup.find(({ id }) => id === group) ?? null;
}

/** Roads of which the rules ask something. */
export function judgedRoads({ short, dense, met }: AdSummaryRow): number {
  return short + dense + met;
}

/** Shares of short, met and dense roads among those judged, 0 … 1; null where none is. */
export function statusShares(row: AdSummaryRow) {
  const judged = judgedRoads(row);
  if (judged === 0) return null;
  return { short: row.short / judged, met: row.met / judged, dense: row.dense / judged };
}

/** Shortest of ads first, then the longest without one; roads that lack nothing are left out. */
export function shortRoads(roads: readonly AdRoad[]): AdRoad[] {
  return roads
    .filter(({ status }) => status === "short")
    .toSorted(
      (a, b) => b.shortage - a.shortage || b.longestGap - a.longestGap || (a.key < b.key ? -1 : 1),
    );
}

/** Ads that stand, by whether they count. */
export function standingCounts(ads: Iterable<AdSpot>): { counted: number; other: number } {
  let [counted, other] = [0, 0];
  for (const { state, counts } of ads) {
    if (state === "removed") continue;
    if (counts) counted++;
    else other++;
  }
  return { counted, other };
}

export type ThemeShare = {
  readonly theme: string;
  readonly have: number;
  readonly share: number;
  readonly minShare: number;
  /** Ads of this theme that are missing among as many as there are. */
  readonly missing: number;
};

/** Shares of themes among the ads that count, those that rules ask for first, as they ask. */
export function themeShares(
  ads: Iterable<AdSpot>,
  minShares: Readonly<Record<string, number>>,
): ThemeShare[] {
  const have = new Map<string, number>();
  let total = 0;
  for (const { counts, theme } of ads) {
    if (!counts) continue;
    total++;
    if (theme !== null) have.set(theme, (have.get(theme) ?? 0) + 1);
  }
  const others = [...have.keys()].filter((theme) => !Object.hasOwn(minShares, theme));
  const byHave = others.toSorted((a, b) => (have.get(b) ?? 0) - (have.get(a) ?? 0));
  return [...Object.keys(minShares), ...byHave].map((theme) => {
    const n = have.get(theme) ?? 0;
    const minShare = minShares[theme] ?? 0;
    const need = Math.ceil(Number((minShare * total).toFixed(6)));
    const share = total === 0 ? 0 : n / total;
    return { theme, have: n, share, minShare, missing: Math.max(0, need - n) };
  });
}
