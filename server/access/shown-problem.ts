import { seesPersonalData, type Viewer } from "../../domain/account.ts";
import { maskedWithin, maskPersonalData } from "../../domain/personal-data.ts";

/** Whoever reads; the role alone decides. */
export type Reader = Pick<Viewer, "role">;

type Words = { readonly description: string; readonly address: string | null };

/** What people wrote in a report, as an account reads it: personal data hidden from those who need none. */
export function shownWords(viewer: Reader, { description, address }: Words): Words {
  return { description: shownText(viewer, description), address: shownText(viewer, address) };
}

/** One text that somebody wrote: an address, a note, a reason. */
export function shownText<T extends string | null>(viewer: Reader, text: T): T | string {
  return text === null || seesPersonalData(viewer) ? text : maskPersonalData(text);
}

/** A record of what changed, with every text in it. */
export function shownRecord(viewer: Reader, record: unknown): unknown {
  return seesPersonalData(viewer) ? record : maskedWithin(record);
}
