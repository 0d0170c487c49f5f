import type { PanelsText } from "./panels-zh-cn.ts";

export const panelsEn: PanelsText = {
  panels: {
    vias: {
      section: "by section",
      river: "by river",
      cell: "by cell",
      community: "by community",
      zone: "by zone",
      category: "by category",
      territory: "by territory",
    },
    actions: {
      report: "Reported",
      close: "Closed",
      reopen: "Reopened",
      reassign: "Reassigned",
      withdraw: "Withdrawn",
      recategorise: "Category corrected",
      relocate: "Position corrected",
      "import-update": "Updated by import",
      urge: "Urged",
      answer: "Answered by the reporter",
    },
    stack: { title: (n) => `${n} problems here` },
  },
};
