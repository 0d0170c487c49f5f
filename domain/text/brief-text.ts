import { briefEn } from "./brief-en.ts";
import { type BriefText, briefZhCn } from "./brief-zh-cn.ts";

export const briefTexts: Readonly<Record<"zh" | "en", BriefText>> = { zh: briefZhCn, en: briefEn };
