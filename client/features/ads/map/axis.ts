import type { Position } from "geojson";

/** A place on an axis: which way the axis runs there, and how far along its piece. */
export type AxisSpot = {
  readonly lng: number;
  readonly lat: number;
  /** Unit vector of the axis, east and north. */
  readonly east: number;
  readonly north: number;
  /** Metres to the left of the axis, seen along it; negative to the right. */
  readonly leftM: number;
};

const METRES_PER_DEGREE = 111_320;

/** Metres east and north of a degree at a latitude; good enough within a city. */
export function metresAt(latitude: number): { readonly x: number; readonly y: number } {
  return { x: METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180), y: METRES_PER_DEGREE };
}

/** The nearest spot of an axis to a position; null for an axis without a line. */
export function nearestSpot(
  pieces: readonly (readonly Position[])[],
  [lng = 0, lat = 0]: Position,
): AxisSpot | null {
  const { x: perLng, y: perLat } = metresAt(lat);
  let best: AxisSpot | null = null;
  let bestM2 = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    for (let i = 1; i < piece.length; i++) {
      const [lng0 = 0, lat0 = 0] = piece[i - 1] ?? [];
      const [lng1 = 0, lat1 = 0] = piece[i] ?? [];
      const [dx, dy] = [(lng1 - lng0) * perLng, (lat1 - lat0) * perLat];
      const [px, py] = [(lng - lng0) * perLng, (lat - lat0) * perLat];
      const length2 = dx * dx + dy * dy;
      if (length2 === 0) continue;
      const t = Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
      const [ox, oy] = [px - t * dx, py - t * dy];
      const m2 = ox * ox + oy * oy;
      if (m2 >= bestM2) continue;
      const length = Math.sqrt(length2);
      bestM2 = m2;
      best = {
        lng: lng0 + t * (lng1 - lng0),
        lat: lat0 + t * (lat1 - lat0),
        east: dx / length,
        north: dy / length,
        leftM: (dx * oy - dy * ox) / length,
      };
    }
  }
  return best;
}

/** So many metres to the left of the axis there; negative to the right. */
export function beside({ lng, lat, east, north }: AxisSpot, leftM: number): Position {
  const { x, y } = metresAt(lat);
  return [lng - (north * leftM) / x, lat + (east * leftM) / y];
}

/** The part of a piece between two distances along it, metres; empty where there is none. */
export function cutPiece(piece: readonly Position[], fromM: number, toM: number): Position[] {
  const cut: Position[] = [];
  let at = 0;
  for (let i = 1; i < piece.length; i++) {
    const [lng0 = 0, lat0 = 0] = piece[i - 1] ?? [];
    const [lng1 = 0, lat1 = 0] = piece[i] ?? [];
    const { x, y } = metresAt(lat0);
    const length = Math.hypot((lng1 - lng0) * x, (lat1 - lat0) * y);
    const [t0, t1] = [(fromM - at) / length, (toM - at) / length];
    at += length;
    if (length === 0 || t0 >= 1 || t1 <= 0) continue;
    const between = (t: number): Position => [lng0 + t * (lng1 - lng0), lat0 + t * (lat1 - lat0)];
    if (cut.length === 0) cut.push(between(Math.max(0, t0)));
    cut.push(between(Math.min(1, t1)));
  }
  return cut;
}

/** A stretch of a piece of `lengthM`; what ends beyond that goes round a ring. */
export function stretchLine(
  piece: readonly Position[],
  fromM: number,
  toM: number,
  lengthM: number,
): Position[] {
  const isRound = toM > lengthM + 1;
  const line = cutPiece(piece, fromM, toM);
  return isRound ? [...line, ...cutPiece(piece, 0, toM - lengthM)] : line;
}
