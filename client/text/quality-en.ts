import type { qualityZhCn } from "./quality-zh-cn.ts";

export const qualityEn: typeof qualityZhCn = {
  quality: {
    title: "Handling",
    period: "Period",
    days: { "7": "7 days", "30": "30 days", "90": "90 days", "365": "One year" },
    zone: "Zone",
    wholeCity: "Whole city",
    groups: "Groups",
    by: { zone: "By zone", unit: "By unit" },
    span: (from: string, to: string) => `${from} to ${to}`,
    none: "Nothing in this period",
    ofWhole: (part: string, whole: string) => `${part} of ${whole}`,
    table: "By group",
    name: { zone: "Zone", unit: "Unit" },
    rest: {
      zone: (n: string) =>
        `${n} more reports lie in no zone (not placed, or outside): in the whole only`,
      unit: (n: string) => `${n} more reports were handed to no unit yet: in the whole only`,
    },
    unverified: "Closed without a check",
    pieces: (n: string) => `${n} cases`,
    bulk: (n: string) => `${n} of them closed in a heap within a minute: look again`,
    unverifiedHint: "Closed directly, and nobody else had checked",
    basis:
      "Reports count by when they came, closings by when they were due, checks and answers by when they were made; withdrawn and merged reports count nowhere. The platform's own measure.",
    empty: "Nothing to measure here in this period",
  },
};
