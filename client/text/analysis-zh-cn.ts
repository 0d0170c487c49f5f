/** What lies behind a colour on the map, and ways of looking at recurrence: areas, comparison, time, calendar. */
export const analysisZhCn = {
  analysis: {
    hexagon: (resolution: number) => `六边形 · ${resolution} 级`,
    placesAndReturns: (places: number, returns: number) => `${places} 处 · 共 ${returns} 次复发`,
    nothingHere: "这里没有反复点位",
    near: (m: number) => `${m} m 内的反复点位`,
    away: (m: number) => `距 ${m} m`,
    lastReturn: (day: string) => `最近 ${day}`,
    returns: (n: number) => `${n} 次`,
    topOnly: "只标反复率最高的点位",
    lowFaint: "淡：可信度低",
    lowDashed: "虚线：可信度低",
    firstYearClasses: "“新发”“已平稳”参考意义有限",
    reportedBetween: (from: string, to: string) =>
      to === "" ? `上报 ${from} 起` : from === "" ? `上报至 ${to}` : `上报 ${from} 至 ${to}`,
  },
  hotSpots: {
    title: "新兴热点区",
    basis: (cellM: number, steps: number, days: number) =>
      `${cellM} m 方格 · ${steps} 期 × ${days} 天 · 复发次数`,
    alpha: (alpha: number) => `显著性 α ${alpha}(按错误发现率校正)`,
    insufficient: (steps: number, minSteps: number) =>
      `数据不足（需 ≥ ${minSteps} 个月，现有 ${steps} 期）`,
    none: "没有显著的热点或冷点",
    unmarked: (n: number) => `无模式 ${n} 格，不画`,
    patterns: {
      new_hot: { short: "新", name: "新增热点" },
      consecutive_hot: { short: "连", name: "连续热点" },
      intensifying_hot: { short: "剧", name: "加剧热点" },
      persistent_hot: { short: "持", name: "持续热点" },
      diminishing_hot: { short: "减", name: "减弱热点" },
      sporadic_hot: { short: "零", name: "零星热点" },
      oscillating_hot: { short: "振", name: "振荡热点" },
      historical_hot: { short: "史", name: "历史热点" },
      new_cold: { short: "新", name: "新增冷点" },
      consecutive_cold: { short: "连", name: "连续冷点" },
      intensifying_cold: { short: "剧", name: "加剧冷点" },
      persistent_cold: { short: "持", name: "持续冷点" },
      diminishing_cold: { short: "减", name: "减弱冷点" },
      sporadic_cold: { short: "零", name: "零星冷点" },
      oscillating_cold: { short: "振", name: "振荡冷点" },
      historical_cold: { short: "史", name: "历史冷点" },
    },
    noPattern: "无模式",
    sides: { hot: "热点", cold: "冷点" },
    /** `h` of `n` steps are of that side, `other` of the other one. */
    sentences: {
      new: (side: string) => `最近一期首次成为${side}，此前从未是${side}。`,
      consecutive: (side: string, h: number) => `最近连续 ${h} 期是${side}，此前没有。`,
      intensifying: (side: string, h: number, n: number) =>
        `${n} 期中有 ${h} 期是${side}，而且越来越强。`,
      persistent: (side: string, h: number, n: number) =>
        `${n} 期中有 ${h} 期是${side}，强弱没有明显变化。`,
      diminishing: (side: string, h: number, n: number) =>
        `${n} 期中有 ${h} 期是${side}，但在逐渐减弱。`,
      sporadic: (side: string, h: number, n: number) =>
        `最近一期是${side}；${n} 期中有 ${h} 期是${side}，时断时续，从未反转。`,
      oscillating: (side: string, h: number, n: number, other: number) =>
        `最近一期是${side}；${n} 期中 ${h} 期是${side}，但也有 ${other} 期正相反。`,
      historical: (side: string, h: number, n: number) =>
        `最近一期已不是${side}，但 ${n} 期中有 ${h} 期是。`,
    },
    noPatternSentence: "这一格没有可辨认的热点或冷点模式。",
    perStep: "各期复发次数",
    stepOf: (from: string, to: string, n: number) => `${from} 至 ${to}：${n} 次`,
    returns: "复发次数",
    lastZ: "最近一期 z",
    lastP: "校正后 p",
    trends: { up: "上升趋势", none: "无明显趋势", down: "下降趋势" },
    trend: (word: string, p: string) => `${word}(Mann–Kendall p = ${p})`,
    trendName: "趋势",
    counted: (hot: number, cold: number, n: number) => `${n} 期：热 ${hot} · 冷 ${cold}`,
    steps: "分期",
    inside: "格内反复点位",
  },
  compare: {
    open: "对比：报得多 / 反复发生",
    hint: "上报最多的地方，不一定是反复发生的地方",
    reported: "报得多",
    returning: "反复发生",
    reportedUnit: "件上报 / 30 天 / km²",
    everyReport: "每件上报都计",
    modes: { swipe: "卷帘", side: "并排" },
    close: "退出对比",
    handle: "左右拖动，或用方向键移动分界",
    share: (percent: number) => `左侧占 ${percent}%`,
  },
};
