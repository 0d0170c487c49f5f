import { z } from "zod";
import type { AdAudit } from "../../../../domain/contract/ads.ts";

/** A demand that no plan is made for, held against one road, place or board. */
const ExtraFinding = z.object({
  rule: z.string(),
  kind: z.string(),
  owner: z.string().nullable(),
  have: z.number(),
  need: z.number(),
  ok: z.boolean(),
});
export type ExtraFinding = z.infer<typeof ExtraFinding>;

/** Boards and screens are told by their own lists, with what they lack. */
const TOLD_APART: readonly string[] = ["hoarding-share", "screen-share"];

export type ExtraGroup = {
  readonly kind: string;
  readonly rule: string;
  readonly checked: number;
  readonly broken: readonly ExtraFinding[];
};

/** What each rule found, worst first within it; rows of a kind that is not known are passed over. */
export function extraGroups(rows: AdAudit["extraRules"]): ExtraGroup[] {
  const found = (rows ?? []).flatMap((row) => {
    const read = ExtraFinding.safeParse(row);
    return read.success && !TOLD_APART.includes(read.data.kind) ? [read.data] : [];
  });
  const groups = Map.groupBy(found, ({ kind, rule }) => `${kind} ${rule}`);
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const broken = all
      .filter(({ ok }) => !ok)
      .toSorted((a, b) => a.have / (a.need || 1) - b.have / (b.need || 1));
    return [{ kind: first.kind, rule: first.rule, checked: all.length, broken }];
  });
}
