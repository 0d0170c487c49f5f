import type { AdHoarding, AdScreen, AdThemes } from "../ad-instance.ts";
import { rounded6 } from "../tolerance.ts";

/** 围挡: share of its face, and square metres missing. */
export function hoardingShare({ id, length, height, psaArea, minShare }: AdHoarding) {
  const faceArea = length * height;
  const shortageArea = Math.max(0, rounded6(minShare * faceArea - psaArea));
  return { id, faceArea, share: psaArea / faceArea, shortageArea };
}
export type HoardingShare = ReturnType<typeof hoardingShare>;

/** 电子屏: share of its loop, and whole seconds missing. */
export function screenShare({ id, loopSeconds, psaSeconds, minShare }: AdScreen) {
  const missing = Math.ceil(rounded6(minShare * loopSeconds - psaSeconds));
  return { id, share: psaSeconds / loopSeconds, shortageSeconds: Math.max(0, missing) };
}
export type ScreenShare = ReturnType<typeof screenShare>;

/**
 * How many ads each theme needs when `newAds` are put up, and how many standing ones must change
 * theirs because there are fewer new ones than that. `counted`: themes of the ads that count.
 */
export function themeMix(
  { minShare, newAds }: AdThemes,
  counted: readonly (string | null | undefined)[],
) {
  const total = counted.length + newAds;
  const need: Record<string, number> = {};
  let sum = 0;
  for (const [theme, least] of Object.entries(minShare)) {
    const have = counted.filter((each) => each === theme).length;
    const missing = Math.max(0, Math.ceil(rounded6(least * total)) - have);
    need[theme] = missing;
    sum += missing;
  }
  return { total, need, rethemed: Math.max(0, sum - newAds) };
}
export type ThemeMix = ReturnType<typeof themeMix>;
