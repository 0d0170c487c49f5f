import { orderEn } from "./order-en.ts";
import { type OrderText, orderZhCn } from "./order-zh-cn.ts";

export const orderTexts: Readonly<Record<"zh" | "en", OrderText>> = { zh: orderZhCn, en: orderEn };
