import { pageTexts, usePageText } from "./page-text.ts";
import { photosEn } from "./photos-en.ts";
import { photosZhCn } from "./photos-zh-cn.ts";

const photosTexts = pageTexts({ zh: photosZhCn, en: photosEn });

export function usePhotosText() {
  return usePageText(photosTexts);
}
