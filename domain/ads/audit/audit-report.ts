import type { AdSurvey } from "./audit.ts";
import { hoardingShare, screenShare, themeMix } from "./shares.ts";

/** The audit as it is told: names instead of positions, metres to the centimetre. */
export function auditReport(survey: AdSurvey) {
  const { instance, network, roads, areaCounts, blocked } = survey;
  const { ads, areas, candidates, hoardings, screens, rules } = instance;
  const counted = ads.filter(({ state }) => rules.countStates.includes(state));
  const themes = instance.themes ?? null;
  const reasons = candidates.flatMap(({ id }, s) => (blocked[s] ? [[id, blocked[s]]] : []));
  return {
    roads: network.roads.map(({ key, group, lengthM, rawLengthM, isClosed }, r) => {
      const { density, longestGap, ...figures } = roads[r]!;
      return {
        key,
        group,
        length: rounded(lengthM, 2),
        rawLength: rounded(rawLengthM, 2),
        closed: isClosed,
        ...figures,
        density: rounded(density, 3),
        longestGap: rounded(longestGap, 2),
      };
    }),
    areas: areas.map(({ id, min }, a) => {
      const count = areaCounts[a]!;
      return { id, count, min, shortage: Math.max(0, min - count) };
    }),
    spacingPairs: survey.spacingPairs.map(([a, b]) => [ads[a]!.id, ads[b]!.id]),
    unserved: survey.unserved.map((a) => ads[a]!.id),
    blocked: Object.fromEntries(reasons) as Record<string, string>,
    totals: {
      length: rounded(
        network.roads.reduce((sum, { lengthM }) => sum + lengthM, 0),
        2,
      ),
      required: roads.reduce((sum, { required }) => sum + required, 0),
      shortage: roads.reduce((sum, { shortage }) => sum + shortage, 0),
    },
    ...(hoardings && { hoardings: hoardings.map(hoardingShare) }),
    ...(screens && { screens: screens.map(screenShare) }),
    ...(themes && {
      themes: themeMix(
        themes,
        counted.map(({ theme }) => theme),
      ),
    }),
  };
}
export type AuditReport = ReturnType<typeof auditReport>;

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
