import type { Theme } from "../../../app/theme.ts";
import tokens from "../../../app/tokens.json";

const { adDensity, palette, map } = tokens;

/** 不足, 达标, 过密 as lines, with what lies under and around them. Night is lighter: day's hues sink into the dark land. */
const colours = {
  day: {
    short: adDensity.short.color,
    shortUnder: adDensity.short.under,
    met: adDensity.ok.color,
    dense: adDensity.dense.color,
    denseCore: adDensity.casing.color,
    casing: adDensity.casing.color,
    unneeded: palette.light.text3,
    mark: adDensity.existing.fill,
    markCase: adDensity.existing.stroke,
    proposal: adDensity.proposedNew.fill,
    repairFill: adDensity.proposedRepair.fill,
  },
  night: {
    short: tokens.status.overdue.dark,
    shortUnder: "#5a331c",
    met: "#5aa9dd",
    dense: "#b39bea",
    denseCore: palette.dark.land,
    casing: map.zone.case.dark,
    unneeded: palette.dark.text3,
    mark: palette.dark.mapLabel2,
    markCase: palette.dark.land,
    proposal: palette.dark.text,
    repairFill: palette.dark.land,
  },
} as const satisfies Readonly<Record<Theme, Readonly<Record<string, string>>>>;

export type DensityColours = (typeof colours)[Theme];

export function densityColours(theme: Theme): DensityColours {
  return colours[theme];
}

/** As CSS variables, for bars and legends. */
export function densityVariables(theme: Theme): Readonly<Record<string, string>> {
  const { short, shortUnder, met, dense, denseCore, unneeded, mark, proposal, repairFill } =
    colours[theme];
  return {
    "--ad-short": short,
    "--ad-short-under": shortUnder,
    "--ad-met": met,
    "--ad-dense": dense,
    "--ad-dense-core": denseCore,
    "--ad-unneeded": unneeded,
    "--ad-mark": mark,
    "--ad-proposal": proposal,
    "--ad-repair-fill": repairFill,
  };
}
