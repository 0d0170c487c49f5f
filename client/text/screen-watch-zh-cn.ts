import { count as n } from "../../domain/text/count.ts";

const usual = (limit: number | null) => n(Math.round((limit ?? 0) * 10) / 10);

type AlertFigures = {
  readonly kind: "overdue-count" | "surge" | "place-intensifying" | "deadline";
  readonly count: number;
  readonly limit: number | null;
};

/** What a wall says of what calls for attention, and of itself. */
export const screenWatchZhCn = {
  alerts: {
    title: "预警",
    more: (count: number) => `另有 ${count} 条`,
    unknown: "预警没有取到，正在重试",
    since: (time: string) => `${time} 起`,
    acknowledge: "确认已知",
    acknowledging: "正在确认",
    failed: "未能确认，请再试",
    show: "在地图上看",
    sentence: ({ kind, count, limit }: AlertFigures) =>
      ({
        "overdue-count": `超期 ${n(count)} 件，已多于 ${n(limit ?? 0)} 件`,
        surge: `近一小时上报 ${n(count)} 件，平常此时约 ${usual(limit)} 件`,
        "place-intensifying": `${n(count)} 处点位转为加剧`,
        deadline: `${n(count)} 件未办结，距办结时限不足 ${n(limit ?? 60)} 分钟`,
      })[kind],
  },
  health: {
    uptime: "已运行",
    lag: "主线程延迟",
    observers: "在用的回答",
    elements: "页面元素",
    contexts: "图形上下文丢失",
    stuck: "画面停滞",
    build: "页面版本",
    wall: "大屏编号",
    unknown: "未知",
    times: (count: number) => `${count} 次`,
    minutes: (count: number) => `${n(count)} 分钟`,
    stale: "有新版本，下一场景前更新",
  },
};
