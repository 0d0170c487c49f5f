/** What the panels beside the map say; it loads when one opens. */
export const panelsZhCn = {
  panels: {
    vias: {
      section: "按路段",
      river: "按河段",
      cell: "按网格",
      community: "按社区",
      zone: "按片区",
      category: "按类别",
      territory: "按属地",
    },
    actions: {
      report: "上报",
      close: "办结",
      reopen: "重新办理",
      reassign: "改派",
      withdraw: "作废",
      recategorise: "更正类别",
      relocate: "更正位置",
      "import-update": "导入更新",
      urge: "督办",
      answer: "群众评价",
    },
    stack: { title: (n: number) => `此处 ${n} 件` },
  },
};
export type PanelsText = typeof panelsZhCn;
