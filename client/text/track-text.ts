import { pageTexts, usePageText } from "./page-text.ts";
import { trackEn } from "./track-en.ts";
import { trackZhCn } from "./track-zh-cn.ts";

export const trackTexts = pageTexts({ zh: trackZhCn, en: trackEn });

export function useTrackText() {
  return usePageText(trackTexts).track;
}
