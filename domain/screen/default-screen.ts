import { ScreenPlan } from "./screen-plan.ts";

/** What walls of a city show that says nothing else. */
export const defaultScreen: ScreenPlan = ScreenPlan.parse({
  scenes: [
    {
      id: "overview",
      kind: "overview",
      name: "全市态势",
      layers: ["zones", "clusters"],
      panels: [
        "figures",
        "rates",
        "ranking",
        "places",
        "classes",
        "governances",
        "sources",
        "lines",
        "blocks",
        "hours",
        "ticker",
      ],
    },
    {
      id: "recurrence",
      kind: "recurrence",
      name: "反复发生",
      layers: ["zones", "hexagons", "recurring"],
      panels: ["figures", "classes", "places", "failed-fixes", "hot-spots", "ranking", "ticker"],
    },
    {
      id: "ranking",
      kind: "ranking",
      name: "片区排名",
      layers: ["zones", "backlog"],
      panels: ["ranking", "rates", "figures", "lines", "blocks", "governances", "ticker"],
    },
    {
      id: "responsibility",
      kind: "responsibility",
      name: "责任地图",
      layers: ["zones", "responsibility", "chiefs"],
      panels: ["lines", "blocks", "ranking", "figures", "rates", "ticker"],
    },
    {
      id: "ads",
      kind: "ads",
      name: "公益广告",
      layers: ["zones", "ads"],
      panels: ["ads-coverage", "figures", "ranking", "ticker"],
    },
    {
      id: "today",
      kind: "today",
      name: "今日动态",
      layers: ["zones", "clusters"],
      panels: ["figures", "hours", "ticker", "deadlines", "sources", "governances"],
      filter: { days: 1 },
    },
    {
      id: "attention",
      kind: "overview",
      name: "重点关注",
      camera: { kind: "tour", stops: ["newest-overdue", "worst-recurrence", "steepest-rise"] },
      layers: ["zones", "sections", "clusters", "recurring"],
      panels: ["deadlines", "places", "figures", "rates", "ranking", "ticker"],
      durationS: 20,
    },
    {
      id: "zone-tour",
      kind: "zone-tour",
      name: "片区轮播",
      layers: ["zones", "communities", "clusters", "recurring"],
      panels: ["figures", "rates", "places", "classes", "governances", "sources", "ticker"],
      durationS: 20,
    },
  ],
  alerts: [
    { id: "surge", kind: "surge", name: "上报暴增", factor: 3, least: 20 },
    { id: "intensifying", kind: "place-intensifying", name: "点位加剧" },
    { id: "deadline", kind: "deadline", name: "一小时内到期", withinMinutes: 60 },
  ],
});
