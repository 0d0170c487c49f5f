import { en } from "./en.ts";
import type { MessageCatalogue } from "./message-catalogue.ts";
import { zhCn } from "./zh-cn.ts";

/** By the short names that `--lang` and settings use; Chinese is the default everywhere. */
export const catalogues = { zh: zhCn, en } as const satisfies Record<string, MessageCatalogue>;
export type LanguageCode = keyof typeof catalogues;

/** Null for a language that there is no catalogue of. */
export function catalogueOf(code: string): MessageCatalogue | null {
  return Object.hasOwn(catalogues, code) ? catalogues[code as LanguageCode] : null;
}
