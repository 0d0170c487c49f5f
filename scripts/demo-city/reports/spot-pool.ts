import Flatbush from "flatbush";
import type { RoadClass } from "../../../domain/road-section.ts";
import { distanceToRing, type Ring } from "../geometry/polygon.ts";
import { distance, type Vec } from "../geometry/vec.ts";
import type { AreaLocator } from "../land/area-locator.ts";
import type { Place, PlaceKind } from "../land/places.ts";
import type { Water } from "../land/waters.ts";
import type { Random } from "../random.ts";
import { addressOf, crossStreets, type FrontRoad, frontageAt } from "../streets/frontage.ts";
import type { Setting } from "./problem-kinds.ts";
import { zoneQualities } from "./report-life.ts";

/** A stretch of kerb where spots may be put. */
export type Kerb = {
  readonly front: FrontRoad;
  readonly alongM: number;
  readonly side: 1 | -1;
  readonly point: Vec;
  readonly zone: number;
  readonly setting: Setting;
  /** A place nearby that addresses go by; null when none is near. */
  readonly place: Place | null;
  readonly heat: number;
  /** Metres to the water's edge; null but where the kerb faces water. */
  readonly waterM: number | null;
};

/** Kerbs to draw from, by how much goes wrong there. */
export type SpotPool = {
  readonly kerbs: readonly Kerb[];
  /** `heated`: where problems keep coming back; else wherever people live. */
  draw(heated: boolean, random: Random): Kerb;
  addressAt(kerb: Kerb, random: Random): string;
};

/** Step between kerbs along a street, metres. */
const STEP_M = 19;

/**
 * Kerbs this near to the limit are left out, so that no blurred position falls beyond it, metres.
 */
const LIMIT_CLEAR_M = 60;

/** A hot spot of the city: where many people are. */
type Magnet = {
  readonly at: Vec;
  readonly strength: number;
  readonly reachM: number;
  readonly setting: Setting;
  readonly place: Place | null;
};

const MAGNET_OF: Partial<
  Record<PlaceKind, { setting: Setting; strength: number; reachM: number; share: number }>
> = {
  market: { setting: "market", strength: 5, reachM: 95, share: 0.75 },
  "night-market": { setting: "night-market", strength: 12, reachM: 150, share: 1 },
  square: { setting: "station", strength: 9, reachM: 140, share: 0 },
  "primary-school": { setting: "school", strength: 3, reachM: 70, share: 0.5 },
  "middle-school": { setting: "school", strength: 2, reachM: 70, share: 0.4 },
  hospital: { setting: "hospital", strength: 4, reachM: 90, share: 0.6 },
  mall: { setting: "mall", strength: 4, reachM: 110, share: 0.7 },
};

/** Streets where much goes wrong along their whole length. */
const HOT_STREETS: Readonly<Record<string, number>> = {
  文昌街: 2.2,
  西市街: 1.6,
  朝阳路: 2,
  站前路: 1.8,
  南桥路: 1.2,
  西南路: 2.4,
  南山路: 2.6,
  江南路: 2.2,
  花园街: 1.6,
  永安大道: 1.4,
  望山路: 1.3,
};

const CLASS_WEIGHT: Readonly<Record<RoadClass, number>> = {
  arterial: 1.1,
  secondary: 1.2,
  branch: 1,
  lane: 0.7,
  none: 0,
};

export function spotPool(
  fronts: readonly FrontRoad[],
  places: readonly Place[],
  locator: AreaLocator,
  { limit, waters }: { limit: Ring; waters: readonly Water[] },
  random: Random,
): SpotPool {
  const magnets = chooseMagnets(places, random);
  const index = new Flatbush(Math.max(1, magnets.length));
  for (const { at, reachM } of magnets) {
    index.add(at[0] - reachM * 3, at[1] - reachM * 3, at[0] + reachM * 3, at[1] + reachM * 3);
  }
  if (magnets.length === 0) index.add(0, 0, 0, 0);
  index.finish();
  const placeIndex = new Flatbush(places.length);
  for (const { at } of places) placeIndex.add(at[0], at[1], at[0], at[1]);
  placeIndex.finish();

  const kerbs: Kerb[] = [];
  for (const front of fronts) {
    const sides: readonly (1 | -1)[] = front.road.isOneway ? [-1] : [1, -1];
    for (let alongM = STEP_M / 2; alongM < front.lengthM; alongM += STEP_M) {
      for (const side of sides) {
        const { point } = frontageAt(front, alongM, side, 1);
        const found = locator.locate(point);
        if (!found || distanceToRing(limit, point) < LIMIT_CLEAR_M) continue;
        const near = index.search(point[0], point[1], point[0], point[1]).map((i) => magnets[i]!);
        const { heat, magnet } = heatAt(point, near);
        const place = nearestPlace(placeIndex, places, point);
        kerbs.push({
          front,
          alongM,
          side,
          point,
          zone: found.zoneIndex,
          setting: magnet?.setting ?? settingOf(found.block.use, front.road.class, point, limit),
          place: magnet?.place ?? place,
          waterM: found.block.use === "water" ? distanceToWater(waters, point) : null,
          heat: heat + (HOT_STREETS[front.road.name ?? ""] ?? 0),
        });
      }
    }
  }
  const heated = cumulative(
    kerbs,
    ({ zone, heat }) => zoneQualities[zone]!.load ** 2 * (0.05 + heat),
  );
  const plain = cumulative(
    kerbs,
    ({ zone, heat, front }) =>
      zoneQualities[zone]!.load *
      CLASS_WEIGHT[front.road.class] *
      (0.55 + 0.35 * Math.min(heat, 4)),
  );

  const crossing = crossStreets(fronts);
  return {
    kerbs,
    draw: (isHeated, dice) => kerbs[drawIndex(isHeated ? heated : plain, dice)]!,
    addressAt(kerb, dice) {
      const { front, alongM, side, point, place } = kerb;
      if (place && distance(place.at, point) < 110 && dice.chance(0.55)) {
        return `${place.name}${dice.pick(BESIDE[place.kind] ?? PLAIN_BESIDE)}`;
      }
      const address = addressOf(front, { road: front.road, alongM, side, point });
      const end = alongM < 28 ? 0 : front.lengthM - alongM < 28 ? -1 : null;
      if (end !== null && dice.chance(0.6)) {
        const other = crossing(front, front.road.line.at(end)!);
        if (other) return `${front.road.name}与${other}路口`;
      }
      if (front.road.class === "lane") return dice.chance(0.3) ? `${address}旁` : address;
      return dice.chance(0.1) ? `${address}后巷` : address;
    },
  };
}

const PLAIN_BESIDE = ["门口", "旁", "对面"] as const;
const BESIDE: Partial<Record<PlaceKind, readonly string[]>> = {
  market: ["北门", "南门", "东门", "西门", "门口"],
  "night-market": ["西段", "中段", "东段"],
  park: ["北门", "南门", "东侧", "西门"],
  square: ["东侧", "西侧", "南侧"],
  hospital: ["门口", "急诊入口", "北门"],
  "primary-school": ["门前", "东侧"],
  "middle-school": ["门前", "南门"],
  "bus-stop": ["", "旁"],
  "subway-entrance": ["", "旁"],
};

function distanceToWater(waters: readonly Water[], p: Vec): number {
  return Math.min(...waters.flatMap(({ rings }) => rings.map((ring) => distanceToRing(ring, p))));
}

function chooseMagnets(places: readonly Place[], random: Random): Magnet[] {
  return places.flatMap((place): Magnet[] => {
    const spec = MAGNET_OF[place.kind];
    const isStation = place.name === "北站广场";
    if (!spec || (!isStation && !random.chance(spec.share))) return [];
    const strength = spec.strength * random.between(0.4, 1.6);
    return [{ at: place.at, strength, reachM: spec.reachM, setting: spec.setting, place }];
  });
}

function heatAt(p: Vec, magnets: readonly Magnet[]): { heat: number; magnet: Magnet | null } {
  let heat = 0;
  let strongest: Magnet | null = null;
  let most = 0.35;
  for (const magnet of magnets) {
    const felt = magnet.strength * Math.exp(-0.5 * (distance(p, magnet.at) / magnet.reachM) ** 2);
    heat += felt;
    if (felt > most) {
      most = felt;
      strongest = magnet;
    }
  }
  return { heat, magnet: strongest };
}

function nearestPlace(index: Flatbush, places: readonly Place[], p: Vec): Place | null {
  const i = index.neighbors(p[0], p[1], 1, 80)[0];
  return i === undefined ? null : places[i]!;
}

/** Works are a matter of chance, the same for the same few blocks. */
function settingOf(use: string, roadClass: RoadClass, p: Vec, limit: Ring): Setting {
  if (use === "water") return "waterside";
  const dice =
    Math.abs(
      Math.sin(Math.floor(p[0] / 420) * 12.9898 + Math.floor(p[1] / 420) * 78.233) * 43758.5453,
    ) % 1;
  if (dice < 0.07) return "works";
  if (use === "village" || (use === "edge" && distanceToRing(limit, p) < 600)) return "village";
  return use === "old" && roadClass !== "arterial" ? "old-lane" : "plain";
}

function cumulative(kerbs: readonly Kerb[], weight: (kerb: Kerb) => number): Float64Array {
  const sums = new Float64Array(kerbs.length);
  let sum = 0;
  kerbs.forEach((kerb, i) => {
    sum += weight(kerb);
    sums[i] = sum;
  });
  return sums;
}

function drawIndex(sums: Float64Array, random: Random): number {
  const goal = random.next() * sums.at(-1)!;
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > goal) high = middle;
    else low = middle + 1;
  }
  return low;
}
