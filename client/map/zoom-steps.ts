/** Recurrence: below this zoom hexagons and heat alone, from it on marks of the highest places too. */
export const MARKS_FROM_ZOOM = 12.5;

/** Recurrence: hexagons below this zoom, from it on the places themselves. */
export const PLACES_FROM_ZOOM = 16;

/** H3 resolution of a zoom: a hexagon stays some 30 to 80 px wide. */
export function hexResolution(zoom: number): 8 | 9 | 10 {
  if (zoom < 13) return 8;
  return zoom < 15 ? 9 : 10;
}

/** H3 resolution that a cell's index names: its second digit. */
export function resolutionOfCell(h3: string): number {
  return Number.parseInt(h3[1] ?? "", 16);
}
