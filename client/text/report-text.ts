import { pageTexts, usePageText } from "./page-text.ts";
import { reportEn } from "./report-en.ts";
import { reportZhCn } from "./report-zh-cn.ts";

export const reportTexts = pageTexts({ zh: reportZhCn, en: reportEn });

export function useReportText() {
  return usePageText(reportTexts).report;
}
