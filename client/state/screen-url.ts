import { type PageUrl, readPageUrl, usePageUrl } from "./page-url.ts";

const names = ["scene", "hold", "preview", "lang"] as const;

/** What a link to the wall can carry: the scene it begins with, whether it stays there, its language. */
export type ScreenUrl = PageUrl<(typeof names)[number]>;

export const readScreenUrl = (search: Readonly<Record<string, unknown>>): ScreenUrl =>
  readPageUrl(names, search);

export const useScreenUrl = () => usePageUrl("/screen", names);
