import { type Theme, themeColours } from "../../../app/theme.ts";
import tokens from "../../../app/tokens.json";

const { badge } = tokens;
export type BadgeTone = "proved" | "gap" | "other";
type Pair = { readonly background: string; readonly color: string };

/** Badges by theme; night has the day's hues the other way round. Contrast is 4.5 and more. */
export function badgeColours(theme: Theme): Readonly<Record<BadgeTone, Pair>> {
  if (theme === "day") {
    return {
      proved: { background: badge.proved.bg, color: badge.proved.text },
      gap: { background: badge.gap.bg, color: badge.gap.text },
      other: { background: badge.running.bg, color: badge.running.text },
    };
  }
  const { track = "", "text-2": text2 = "" } = themeColours("night");
  return {
    proved: { background: "#0e372f", color: "#8fe0c8" },
    gap: { background: "#43300f", color: "#ffc876" },
    other: { background: track, color: text2 },
  };
}
