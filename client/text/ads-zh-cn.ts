export const adsZhCn = {
  ads: {
    titles: { audit: "公益广告审计", plan: "公益广告补点方案", compare: "方案对比" },
    mode: "工作方式",
    modes: { audit: "审计", plan: "方案", compare: "对比" },
    zone: "片区",
    wholeCity: (n: number) => (n > 0 ? `全市 ${n} 片` : "全市"),
    unit: "责任单位",
    allUnits: "全部单位",
    left: "规则与审计",
    right: "方案与依据",
    notes: {
      "no-rules": "本市还没有公益广告设置规则。导入规则文件后即可审计。",
      "rules-unreadable": "公益广告规则文件无法读取，请联系管理员检查城市包。",
    },
    audit: { title: "审计" },
    map: { label: "公益广告地图" },
  },
};
