import { shownOrder } from "../state/shown-classes.ts";
import tokens from "./tokens.json";

/** Day for desks and phones, night for walls and dark rooms. */
export const themes = ["day", "night"] as const;
export type Theme = (typeof themes)[number];

/** Key of the theme in the tokens. */
export function shadeOf(theme: Theme): "light" | "dark" {
  return theme === "day" ? "light" : "dark";
}

/** Colours by the names that theme.css uses. Night takes what the dark palette lacks from its neighbours in meaning. */
export function themeColours(theme: Theme): Readonly<Record<string, string>> {
  const { light, dark } = tokens.palette;
  const { status, recurrenceClass } = tokens;
  const shade = shadeOf(theme);
  const statusColours = {
    open: status.open[shade],
    overdue: status.overdue[shade],
    closed: status.closed[shade],
    waiting: status.waiting[shade],
    ...Object.fromEntries(
      shownOrder.map((name) => [`class-${name}`, recurrenceClass[name][shade]]),
    ),
    "class-none": tokens.palette[shade].text3,
    "hot-spot": tokens.heat[shade][theme === "day" ? 3 : 2] ?? "",
  };
  if (theme === "day") {
    return {
      ...statusColours,
      bg: light.bg,
      panel: light.panel,
      topbar: light.topbar,
      "topbar-field": light.topbarField,
      "on-topbar": light.onTopbar,
      "on-topbar-2": light.onTopbar2,
      line: light.line,
      "line-soft": light.lineSoft,
      "line-strong": light.lineStrong,
      track: light.track,
      text: light.text,
      "text-2": light.text2,
      "text-3": light.text3,
      accent: light.accent,
      "accent-soft": light.accentSoft,
      "on-accent": light.onAccent,
      bar: light.bar,
      "photo-empty": light.photoEmpty,
      live: status.closed.light,
      late: recurrenceClass.persistent.light,
      spark: light.bar,
    };
  }
  return {
    ...statusColours,
    bg: dark.bg,
    panel: dark.panelRaised,
    topbar: dark.bg,
    "topbar-field": dark.track,
    "on-topbar": dark.text,
    "on-topbar-2": dark.text2,
    line: dark.line,
    "line-soft": dark.lineSoft,
    "line-strong": dark.lineStrong,
    track: dark.track,
    text: dark.text,
    "text-2": dark.text2,
    "text-3": dark.text3,
    accent: status.open.dark,
    "accent-soft": dark.track,
    "on-accent": dark.bg,
    bar: dark.bar,
    "photo-empty": dark.track,
    live: dark.live,
    late: dark.late,
    spark: dark.spark,
  };
}

/** Writes the theme's colours to the document, where theme.css reads them. */
export function applyTheme(theme: Theme): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(themeColours(theme))) {
    style.setProperty(`--${name}`, value);
  }
  style.setProperty("--font", tokens.font.family);
  style.colorScheme = shadeOf(theme);
}
