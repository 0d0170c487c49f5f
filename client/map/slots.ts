/**
 * Bands of the map, bottom to top. Each band ends with an invisible layer, its slot, that everything of the band is put
 * before: so feedback always paints above points, points above lines, and names above what they name.
 */
export const bands = ["areas", "lines", "points", "labels", "feedback"] as const;
export type Band = (typeof bands)[number];

export function slotOf(band: Band): string {
  return `slot-${band}`;
}
