import { lengthOf, pointAlong } from "../geometry/polyline.ts";
import { add, leftOf, scale, type Vec } from "../geometry/vec.ts";
import type { Random } from "../random.ts";
import { halfWidthM, isStreet, type StreetKind } from "./line-kind.ts";
import type { RoadLine } from "./road-lines.ts";

/** A spot at the side of a street. */
export type Frontage = {
  readonly road: RoadLine;
  readonly alongM: number;
  /** +1 left of the line's direction, −1 right. */
  readonly side: 1 | -1;
  readonly point: Vec;
};

/** A street line inside the city that people live along, with its length. */
export type FrontRoad = {
  readonly road: RoadLine;
  readonly lengthM: number;
  /** Metres from the beginning of the whole street to that of the line; house numbers run on. */
  readonly startM: number;
};

/** Named streets inside the limit. House numbers of a street run on from section to section. */
export function frontRoads(roads: readonly RoadLine[]): FrontRoad[] {
  const walked = new Map<string, number>();
  return roads
    .filter(
      ({ isInside, name, highway }) => isInside && name !== null && isStreet(highway as "primary"),
    )
    .map((road) => {
      const lengthM = lengthOf(road.line);
      const startM = walked.get(road.name!) ?? 0;
      if (!road.id.endsWith("B")) walked.set(road.name!, startM + lengthM);
      return { road, lengthM, startM };
    });
}

/** A spot on the kerb, `setbackM` beyond it: negative is on the carriageway. */
export function frontageAt(
  { road }: FrontRoad,
  alongM: number,
  side: 1 | -1,
  setbackM: number,
): Frontage {
  const { point, heading } = pointAlong(road.line, alongM);
  const carriageway = road.isOneway ? 7 : halfWidthM[road.highway as StreetKind];
  const out = scale(leftOf(heading), side * (carriageway + setbackM));
  return { road, alongM, side, point: add(point, out) };
}

/** A random spot; on a dual carriageway always on the outer kerb, which is the right one. */
export function randomFrontage(front: FrontRoad, setbackM: number, random: Random): Frontage {
  const { lengthM, road } = front;
  const margin = Math.min(18, lengthM / 4);
  const side = road.isOneway ? -1 : random.chance(0.5) ? 1 : -1;
  return frontageAt(front, random.between(margin, lengthM - margin), side, setbackM);
}

/** 文昌街 118 号: odd numbers on the left, eight metres a house. */
export function addressOf(front: FrontRoad, { alongM, side }: Frontage): string {
  const { road, lengthM, startM } = front;
  const walked = startM + (road.id.endsWith("B") ? lengthM - alongM : alongM);
  const isLeft = road.id.endsWith("B") ? side < 0 : side > 0;
  const number = Math.floor(walked / 8) * 2 + (isLeft ? 1 : 2);
  return `${road.name} ${number} 号`;
}

/** Names of the streets that meet each named street at its vertices. */
export function crossStreets(
  fronts: readonly FrontRoad[],
): (front: FrontRoad, vertex: Vec) => string | null {
  const names = new Map<string, string[]>();
  const key = ([x, y]: Vec) => `${Math.round(x * 10)} ${Math.round(y * 10)}`;
  for (const { road } of fronts) {
    for (const vertex of road.line) {
      const known = names.get(key(vertex)) ?? [];
      if (!known.includes(road.name!)) known.push(road.name!);
      names.set(key(vertex), known);
    }
  }
  return ({ road }, vertex) => names.get(key(vertex))?.find((name) => name !== road.name) ?? null;
}
