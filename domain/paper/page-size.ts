/** Sheets upright, in millimetres. */
export const pageSizes = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  A1: { width: 594, height: 841 },
} as const;
export type PageSizeName = keyof typeof pageSizes;

export type SheetMm = { readonly width: number; readonly height: number };

export const POINTS_PER_MM = 72 / 25.4;

export const orientations = ["portrait", "landscape"] as const;
export type Orientation = (typeof orientations)[number];

export function sheetOf(name: PageSizeName, orientation: Orientation = "portrait"): SheetMm {
  const { width, height } = pageSizes[name];
  return orientation === "portrait" ? { width, height } : { width: height, height: width };
}
