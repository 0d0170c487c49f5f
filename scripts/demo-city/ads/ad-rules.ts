/**
 * Rules by class of road, in the form that density audits take: lengths and distances in metres.
 */
export const adRules = {
  version: "v3",
  issuedOn: "2026-09-01",
  source: "云泽市创建办《公益广告设置标准》（演示）",
  classes: {
    primary: "arterial",
    secondary: "secondary",
    tertiary: "branch",
    living_street: "lane",
  },
  groups: {
    arterial: {
      perKm: 8,
      rounding: "ceil",
      minLength: 100,
      minCount: 1,
      maxGap: 300,
      minSpacing: 60,
      serveDist: 25,
      dualWidth: 40,
      perSideShare: 0.3,
    },
    secondary: {
      perKm: 6,
      rounding: "ceil",
      minLength: 100,
      minCount: 1,
      maxGap: 400,
      minSpacing: 60,
      serveDist: 20,
      dualWidth: 40,
    },
    branch: {
      perKm: 4,
      rounding: "ceil",
      minLength: 150,
      minCount: 1,
      maxGap: 500,
      minSpacing: 40,
      serveDist: 15,
      dualWidth: 0,
    },
    lane: {
      perKm: 2,
      rounding: "ceil",
      minLength: 220,
      minCount: 1,
      minSpacing: 30,
      serveDist: 10,
      dualWidth: 0,
    },
  },
  sharing: "all",
  oppositeExempt: true,
  maxFacingDeg: 100,
  countStates: ["ok", "minor"],
  areaSpacing: 20,
  junctionClear: 18,
  /** Least share of each theme among the ads that count. */
  themes: { minShare: { values: 0.3, health: 0.15, honesty: 0.1, minors: 0.1 } },
} as const;

export type AdGroup = keyof typeof adRules.groups;
