import type { adsZhCn } from "./ads-zh-cn.ts";

export const adsEn: typeof adsZhCn = {
  ads: {
    titles: { audit: "Ads: audit", plan: "Ads: plan", compare: "Ads: plans compared" },
    mode: "Task",
    modes: { audit: "Audit", plan: "Plan", compare: "Compare" },
    zone: "Zone",
    wholeCity: (n: number) => (n > 0 ? `Whole city, ${n} zones` : "Whole city"),
    unit: "Unit",
    allUnits: "All units",
    left: "Rules and audit",
    right: "Plans and reasons",
    notes: {
      "no-rules": "This city has no rules for public-interest ads yet. Add some to audit.",
      "rules-unreadable": "The file of rules for ads cannot be read. Ask an administrator.",
    },
    audit: { title: "Audit" },
    map: { label: "Map of public-interest ads" },
  },
};
