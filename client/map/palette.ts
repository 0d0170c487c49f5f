import { shadeOf, type Theme } from "../app/theme.ts";
import tokens from "../app/tokens.json";
import type { ShownClass } from "../state/shown-classes.ts";

/** Everything cartography takes its colours from; night is another object, not other code. */
export type MapPalette = ReturnType<typeof mapPalette>;

export const roadKinds = [
  "arterialTrunk",
  "arterial",
  "secondary",
  "branch",
  "lane",
  "path",
  "link",
] as const;
export type RoadKind = (typeof roadKinds)[number];

export type Rgb = readonly [number, number, number];

/** Told apart by the colour-blind, by lightness too; neither orange nor red, which mean something. */
export const dutyHues = {
  light: ["#3d6fb4", "#3a9c8c", "#b8a020", "#9a4f9e", "#4fb3d9", "#7a7a7a"],
  dark: ["#6f9be0", "#4fc0ae", "#d6c24a", "#c27fc6", "#83d3ee", "#a3a9b3"],
} as const;

/** Few to many; on the dark map brighter is more. */
export const dutyLoad = {
  light: ["#e3ecf7", "#b9cfe9", "#86add8", "#4f82bd", "#265491"],
  dark: ["#1a2b47", "#28456f", "#3f6aa3", "#6b97d2", "#a9c9f2"],
} as const;

export const dutyOpacity = {
  hues: { light: 0.26, dark: 0.26 },
  load: { light: 0.5, dark: 0.55 },
} as const;

export function mapPalette(theme: Theme) {
  const shade = shadeOf(theme);
  const { map, palette, status, recurrenceClass, heat } = tokens;
  const isDay = theme === "day";
  const roadFill = (kind: RoadKind): string => {
    if (!isDay) return map.roadColor.dark[kind];
    return kind === "path" ? map.roadColor.light.path : map.roadColor.light.fill;
  };
  const roadCasing = (kind: RoadKind): string | null => {
    return isDay ? map.roadColor.light.casing[kind] : null;
  };
  return {
    theme,
    shade,
    land: palette[shade].land,
    outside: isDay ? palette.light.outside : map.zone.outsideMask.dark,
    water: map.water[shade],
    waterLine: isDay ? map.water.lightLine : map.water.darkLine,
    green: map.green[shade],
    building: map.building[shade],
    roadWidth: (kind: RoadKind): number => map.roadWidthAt8mPerPx[shade][kind],
    roadFill,
    roadCasing,
    casingExtra: isDay ? map.roadWidthAt8mPerPx.light.casingExtra : 0,
    zoneLine: map.zone.line[shade],
    zoneCase: map.zone.case[shade],
    zoneFillHover: map.zone.fillHover[shade],
    zoneFillSelected: map.zone.fillSelected[shade],
    label: isDay ? palette.light.mapLabel : palette.dark.text,
    label2: palette[shade].mapLabel2,
    roadLabel: isDay ? palette.light.text2 : palette.dark.text2,
    halo: palette[shade].halo,
    accent: isDay ? palette.light.accent : status.open.dark,
    open: status.open[shade],
    overdue: status.overdue[shade],
    closedRing: isDay ? status.closed.donutLight : status.closed.donutDark,
    closed: status.closed[shade],
    ringCore: map.cluster.core[shade],
    ringNumber: map.cluster.number[shade],
    ringCase: isDay ? "#ffffff" : "#0b1220",
    selectedRing: isDay ? map.selected.ring : map.selected.ringDark,
    selectedHalo: isDay ? map.selected.halo : map.selected.haloDark,
    markCase: recurrenceClass.casing[shade],
    classes: {
      intensifying: recurrenceClass.intensifying[shade],
      persistent: recurrenceClass.persistent[shade],
      new: recurrenceClass.new[shade],
      easing: recurrenceClass.easing[shade],
      sporadic: recurrenceClass.sporadic[shade],
      resolved: recurrenceClass.resolved[shade],
      once: recurrenceClass.once[shade],
    } satisfies Readonly<Record<ShownClass, string>>,
    heat: heat[shade],
    heatAlpha: heat.kernelAlpha[shade],
    hotSpot: { hot: heat[shade][isDay ? 3 : 2] ?? "", cold: status.open[shade] },
    hexAlpha: heat.hexAlpha[shade],
    hexMultiplies: heat.hexBlend[shade] === "multiply",
    section: isDay ? "#174f9c" : "#8fb0e0",
    dutyHues: { colours: dutyHues[shade], opacity: dutyOpacity.hues[shade] },
    dutyLoad: { colours: dutyLoad[shade], opacity: dutyOpacity.load[shade] },
  };
}

/** `#rrggbb` to 0–255 each. */
export function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function rgba(hex: string, alpha: number): [number, number, number, number] {
  const [r, g, b] = rgb(hex);
  return [r, g, b, Math.round(255 * alpha)];
}
