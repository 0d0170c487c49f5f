import { pageTexts, usePageText } from "./page-text.ts";
import { screenWatchEn } from "./screen-watch-en.ts";
import { screenWatchZhCn } from "./screen-watch-zh-cn.ts";

const screenWatchTexts = pageTexts({ zh: screenWatchZhCn, en: screenWatchEn });

export function useScreenWatchText() {
  return usePageText(screenWatchTexts);
}
