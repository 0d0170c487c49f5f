import { pageTexts, usePageText } from "./page-text.ts";
import { screenEn } from "./screen-en.ts";
import { screenZhCn } from "./screen-zh-cn.ts";

export const screenTexts = pageTexts({ zh: screenZhCn, en: screenEn });

export type ScreenText = (typeof screenTexts)["zh"];

export function useScreenText(): ScreenText {
  return usePageText(screenTexts);
}
