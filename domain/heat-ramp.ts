/** Colours of the six heat bands, low to high, as look tokens have them. */
export const heatColours = {
  dark: ["#5b2a86", "#93328e", "#c9406f", "#ee6a4a", "#fba646", "#fdf0a6"],
  light: ["#fbd9a0", "#f6a56a", "#e0684f", "#b93a63", "#7f2273", "#3b0f5c"],
} as const;

/** Colours of the open backlog: another measure, so another hue. */
export const backlogColours = {
  dark: ["#16324f", "#1f4f7d", "#2a70ad", "#3f93d8", "#76b8f2", "#c3e0ff"],
  light: ["#d3e4f6", "#a9cbec", "#77aadd", "#4785c6", "#2460a5", "#123f78"],
} as const;

export const kernelAlpha = {
  dark: [0.5, 0.6, 0.68, 0.76, 0.84, 0.92],
  light: [0.5, 0.58, 0.64, 0.7, 0.78, 0.84],
} as const;

/** Share at the top of a band over which it passes into the next. */
export const BAND_EDGE_BLEND = 0.14;

export const heatThemes = ["dark", "light"] as const;
export type HeatTheme = (typeof heatThemes)[number];

/** Band of a value, -1 below the first break; breaks ascending. */
export function bandOf(value: number, breaks: readonly number[]): number {
  let band = breaks.length - 1;
  while (band >= 0 && value < (breaks[band] ?? 0)) band--;
  return band;
}
