import { z } from "zod";

const metres = z.number().min(0).max(1_000_000);
const share = z.number().min(0).max(1);
const least = z.number().int().min(0).max(1000);
const name = z.string().min(1).max(60);
const leastByName = z.record(name, least);

/** Every stretch of a road that is longer than `lengthM` holds so many: each its own demand. */
export const AdWindowRule = z
  .object({
    id: z.string().min(1).max(40),
    /** Groups of roads it holds for; absent: all. */
    groups: z.array(z.string()).nullish(),
    lengthM: metres.positive(),
    min: least.default(0),
    minByTheme: leastByName.nullish(),
    minByCarrier: leastByName.nullish(),
  })
  .refine(({ min, minByTheme, minByCarrier }) => min > 0 || minByTheme || minByCarrier, {
    message: "asks for nothing: min, minByTheme or minByCarrier expected",
  });
export type AdWindowRule = z.infer<typeof AdWindowRule>;

/** What counts as an ad at all, by carrier: `counted` alone, or all but `notCounted`. */
const AdForms = z.object({
  counted: z.array(name).nullish(),
  notCounted: z.array(name).nullish(),
});
export type AdForms = z.infer<typeof AdForms>;

/** Kinds of hoardings or screens to shares; `*` is every kind that is not named. */
const ShareByKind = z.record(name, share);
export type ShareByKind = z.infer<typeof ShareByKind>;

/** Rules that cities write and no plan is made for: they are audited, and marked so. */
export const auditedOnlyRules = {
  windows: z.array(AdWindowRule).max(50).nullish(),
  /** So near to a place that is drawn as a point an ad is the place's. */
  placeReachM: metres.positive().nullish(),
  /** Least number of a theme in each place of a kind: kind, theme. */
  placeThemes: z.record(name, leastByName).nullish(),
  /** Least distance between two ads of one place, by kind. */
  placeSpacingM: z.record(name, metres).nullish(),
  /** Of the face of each hoarding. */
  hoardingMinShare: ShareByKind.nullish(),
  /** Of the loop of each screen. */
  screenMinShare: ShareByKind.nullish(),
  forms: AdForms.nullish(),
};

/** The demand on something of a kind, and under which name it stands. */
export function shareOfKind(
  shares: ShareByKind | null | undefined,
  kind: string | null | undefined,
): { readonly key: string; readonly share: number } | null {
  for (const key of [kind ?? "*", "*"]) {
    const found = shares && Object.hasOwn(shares, key) ? shares[key] : undefined;
    if (found !== undefined) return { key, share: found };
  }
  return null;
}

/** Whether an ad on that carrier is a valid form. One of unknown carrier is none of those listed. */
export function isValidForm(
  forms: AdForms | null | undefined,
  carrier: string | null | undefined,
): boolean {
  if (forms?.counted && !(carrier && forms.counted.includes(carrier))) return false;
  return !(carrier && forms?.notCounted?.includes(carrier));
}
