import { pageTexts, usePageText } from "./page-text.ts";
import { remoteEn } from "./remote-en.ts";
import { remoteZhCn } from "./remote-zh-cn.ts";

export const remoteTexts = pageTexts({ zh: remoteZhCn, en: remoteEn });

export function useRemoteText() {
  return usePageText(remoteTexts);
}
