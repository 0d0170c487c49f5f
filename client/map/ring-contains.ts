type Ring = readonly (readonly [number, number])[];

/** Whether a point lies inside a polygon's rings, holes left out; even-odd, in whatever unit the rings are in. */
export function ringsContain(rings: readonly Ring[], x: number, y: number): boolean {
  let isIn = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax = 0, ay = 0] = ring[i] ?? [];
      const [bx = 0, by = 0] = ring[j] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
    }
  }
  return isIn;
}
