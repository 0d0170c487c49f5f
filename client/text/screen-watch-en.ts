import { count as n } from "../../domain/text/count.ts";
import type { screenWatchZhCn } from "./screen-watch-zh-cn.ts";

const usual = (limit: number | null) => n(Math.round((limit ?? 0) * 10) / 10);

export const screenWatchEn: typeof screenWatchZhCn = {
  alerts: {
    title: "Alerts",
    more: (count) => `${count} more`,
    unknown: "Alerts did not come; trying again",
    since: (time) => `since ${time}`,
    acknowledge: "Acknowledge",
    acknowledging: "Acknowledging",
    failed: "Not acknowledged, try again",
    show: "Show on the map",
    sentence: ({ kind, count, limit }) =>
      ({
        "overdue-count": `${n(count)} overdue, more than ${n(limit ?? 0)}`,
        surge: `${n(count)} reports within the hour, usually about ${usual(limit)}`,
        "place-intensifying": `${n(count)} places have turned intensifying`,
        deadline: `${n(count)} open, less than ${n(limit ?? 60)} minutes before their deadline`,
      })[kind],
  },
  health: {
    uptime: "Running for",
    lag: "Main thread late by",
    observers: "Answers in use",
    elements: "Page elements",
    contexts: "Graphics context lost",
    stuck: "Picture stuck",
    build: "Build",
    wall: "Wall",
    unknown: "unknown",
    times: (count) => `${count} times`,
    minutes: (count) => `${n(count)} min`,
    stale: "new version, loaded before the next scene",
  },
};
