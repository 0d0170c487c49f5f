import type { AdSurvey } from "../audit/audit.ts";
import { themeMix } from "../audit/shares.ts";
import { type AdAction, type PlannedSurvey, plannedSurvey } from "./planned-survey.ts";

/** Which theme each new ad shows, and what the mix is then. */
export type ThemePlan = {
  readonly themes: readonly { readonly id: string; readonly theme: string }[];
  readonly mix: readonly ThemeRow[];
  /** Standing ads that must change theirs, because there are fewer new ones than the shares need. */
  readonly rethemed: number;
};

export type ThemeRow = {
  readonly theme: string;
  readonly minShare: number;
  /** Ads that count when the plan is done, without the new ones. */
  readonly have: number;
  readonly need: number;
  readonly added: number;
};

/**
 * 主题: the new ads first give every theme its least share of all that counts then, the others keep
 * the shares in proportion; along a road the same theme comes twice in a row only where no other is
 * left. Nothing where the rules name no themes. The same every time.
 */
export function assignThemes(survey: AdSurvey, actions: readonly AdAction[]): ThemePlan {
  const { rules, themes } = survey.instance;
  const minShare = rules.themes?.minShare ?? themes?.minShare ?? {};
  const names = Object.keys(minShare);
  if (names.length === 0) return { themes: [], mix: [], rethemed: 0 };
  const after = plannedSurvey(survey, actions);
  const { ads } = after.instance;
  const { countStates } = after.instance.rules;
  const standing = ads.slice(0, after.firstNew).filter(({ state }) => countStates.includes(state));
  const shown = standing.map(({ theme }) => theme);
  const newAds = ads.length - after.firstNew;
  const { need, rethemed } = themeMix({ minShare, newAds }, shown);
  const rows = names.map((theme) => {
    const have = shown.filter((each) => each === theme).length;
    return { theme, minShare: minShare[theme]!, have, need: need[theme]! };
  });
  const quotas = quotasOf(rows, newAds);
  return {
    themes: alongRoads(after, new Map(quotas)),
    mix: rows.map((row) => ({ ...row, added: quotas.get(row.theme) ?? 0 })),
    rethemed,
  };
}

/** How many of the new ads each theme gets. */
function quotasOf(rows: readonly Omit<ThemeRow, "added">[], newAds: number): Map<string, number> {
  const added = new Map(rows.map(({ theme }) => [theme, 0]));
  const give = (worth: (row: (typeof rows)[number], given: number) => number) => {
    let best = rows[0]!;
    let most = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const value = worth(row, added.get(row.theme)!);
      if (value > most) [best, most] = [row, value];
    }
    added.set(best.theme, added.get(best.theme)! + 1);
  };
  const needed = rows.reduce((sum, { need }) => sum + need, 0);
  const isUnweighted = rows.every(({ minShare }) => minShare === 0);
  for (let n = 0; n < newAds; n++) {
    if (n < needed) give(({ need }, given) => need - given);
    else give(({ have, minShare }, given) => -(have + given + 1) / (isUnweighted ? 1 : minShare));
  }
  return added;
}

type Stop = { readonly id: string; readonly theme: string | null; readonly isNew: boolean };

/** Deals the themes out along each road, in the order of the roads; what serves none comes last. */
function alongRoads(
  after: PlannedSurvey,
  left: Map<string, number>,
): { readonly id: string; readonly theme: string }[] {
  const found: { id: string; theme: string }[] = [];
  for (const stops of stopsByHost(after)) {
    let before: string | null = null;
    stops.forEach(({ id, theme, isNew }, i) => {
      if (!isNew) {
        before = theme;
        return;
      }
      const next = stops[i + 1]?.theme ?? null;
      const picked = pick(left, before, next);
      left.set(picked, left.get(picked)! - 1);
      found.push({ id, theme: picked });
      before = picked;
    });
  }
  return found;
}

/** The theme with most left that neither neighbour shows; else that the one before does not; else any. */
function pick(left: ReadonlyMap<string, number>, before: string | null, next: string | null) {
  const order = [...left].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  const other = order.filter(([theme]) => theme !== before);
  const best = other.find(([theme]) => theme !== next) ?? other[0] ?? order[0];
  return best![0];
}

/** Ads that count, new ones with them, road by road along it. */
function stopsByHost({ instance, ads, firstNew, network }: PlannedSurvey): Stop[][] {
  const { countStates } = instance.rules;
  const placed = instance.ads.flatMap(({ id, theme, state }, a) => {
    if (!countStates.includes(state)) return [];
    const isNew = a >= firstNew;
    const stop: Stop = { id, theme: isNew ? null : (theme ?? null), isNew };
    const { road, piece, t } = ads[a]!.served[0] ?? { road: network.roads.length, piece: 0, t: a };
    return [{ stop, road, piece, t }];
  });
  placed.sort((a, b) => a.road - b.road || a.piece - b.piece || a.t - b.t);
  return [...Map.groupBy(placed, ({ road }) => road).values()].map((own) =>
    own.map(({ stop }) => stop),
  );
}
