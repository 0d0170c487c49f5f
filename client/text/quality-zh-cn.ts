/** How cases are handled: five rates, each with its formula. */
export const qualityZhCn = {
  quality: {
    title: "办理质量",
    period: "统计周期",
    days: { "7": "近 7 日", "30": "近 30 日", "90": "近 90 日", "365": "近一年" },
    zone: "片区",
    wholeCity: "全市",
    groups: "分组",
    by: { zone: "按片区", unit: "按承办单位" },
    span: (from: string, to: string) => `${from} 至 ${to}`,
    none: "本期无数据",
    ofWhole: (part: string, whole: string) => `${part} / ${whole} 件`,
    table: "分组统计",
    name: { zone: "片区", unit: "承办单位" },
    rest: {
      zone: (n: string) => `另有上报 ${n} 件不在任何片区内（待定位或在区界外），只计入全市`,
      unit: (n: string) => `另有上报 ${n} 件尚未派给任何单位，只计入全市`,
    },
    unverified: "未经核查结案",
    pieces: (n: string) => `${n} 件`,
    bulk: (n: string) => `其中一分钟内同一账号批量结案 ${n} 件，需复核`,
    unverifiedHint: "直接结案、没有他人核查通过的案件",
    basis:
      "上报按上报时间、结案按到期时间、返工与满意按核查和评价时间计入周期；作废、并案的不计。平台口径。",
    empty: "所选范围本期没有可统计的案件",
  },
};
