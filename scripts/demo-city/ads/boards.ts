import type { Vec } from "../geometry/vec.ts";
import type { Place, PlaceKind } from "../land/places.ts";
import { crewId, departmentId } from "../people/organisation.ts";
import type { Random } from "../random.ts";
import { addressOf, type FrontRoad, randomFrontage } from "../streets/frontage.ts";

/** 围挡: the fence of a building site; metres and square metres. */
export type Hoarding = {
  readonly id: string;
  readonly name: string;
  readonly kind: "housing" | "public-works" | "metro" | "demolition";
  readonly at: Vec;
  readonly length: number;
  readonly height: number;
  readonly psaArea: number;
  readonly minShare: number;
  readonly unitId: string;
};

/** 电子屏 and its loop, seconds. */
export type Screen = {
  readonly id: string;
  readonly name: string;
  readonly kind: "mall" | "station" | "hospital" | "service-window" | "bank";
  readonly at: Vec;
  readonly loopSeconds: number;
  readonly psaSeconds: number;
  readonly minShare: number;
  readonly unitId: string;
};

const HOARDING_COUNT = 36;
const HOARDING_NAMES: Readonly<Record<Hoarding["kind"], string>> = {
  housing: "住宅项目",
  "public-works": "市政工程",
  metro: "地铁站点",
  demolition: "拆迁地块",
};
const HOARDING_KINDS: readonly Hoarding["kind"][] = [
  "housing",
  "public-works",
  "housing",
  "metro",
  "public-works",
  "demolition",
];
const SCREEN_KINDS: Partial<Readonly<Record<PlaceKind, Screen["kind"]>>> = {
  mall: "mall",
  station: "station",
  "bus-station": "station",
  hospital: "hospital",
  "service-window": "service-window",
  bank: "bank",
};
const SCREEN_COUNT = 30;

/** 市住房城乡建设局 and 市城市管理局, by their place in the list of departments. */
const [HOUSING, CITY_MANAGEMENT] = [20, 21];

/** Asked of every hoarding and screen of the shipped city. */
const MIN_SHARE = 0.3;

/** Fences along streets, all over. About four in ten show too little. */
export function placeHoardings(fronts: readonly FrontRoad[], random: Random): Hoarding[] {
  const suitable = fronts.filter(
    ({ road, lengthM }) => road.class !== "lane" && !road.isOneway && lengthM > 150,
  );
  const weights = suitable.map(({ lengthM }) => lengthM);
  return Array.from({ length: HOARDING_COUNT }, (_, n): Hoarding => {
    const front = suitable[random.weighted(weights)]!;
    const frontage = randomFrontage(front, 5, random);
    const kind = HOARDING_KINDS[n % HOARDING_KINDS.length]!;
    const length = random.int(60, 420);
    const height = random.pick([2, 2.5, 2.5, 3]);
    const share = random.chance(0.4) ? random.between(0.04, 0.28) : random.between(0.31, 0.62);
    return {
      id: `W${String(n + 1).padStart(3, "0")}`,
      name: `${addressOf(front, frontage)}${HOARDING_NAMES[kind]}围挡`,
      kind,
      at: frontage.point,
      length,
      height,
      psaArea: Math.round(length * height * share * 10) / 10,
      minShare: MIN_SHARE,
      unitId: departmentId(kind === "public-works" ? CITY_MANAGEMENT : HOUSING),
    };
  });
}

/** Screens at places that have one. About a third give too little time. */
export function placeScreens(places: readonly Place[], random: Random): Screen[] {
  const hosts = random
    .fork("hosts")
    .shuffle(places.filter(({ kind }) => SCREEN_KINDS[kind]))
    .slice(0, SCREEN_COUNT);
  return hosts.map(({ name, kind, at }, n): Screen => {
    const loopSeconds = random.pick([120, 180, 240, 300, 600]);
    const share = random.chance(0.34) ? random.between(0.05, 0.28) : random.between(0.31, 0.7);
    return {
      id: `X${String(n + 1).padStart(3, "0")}`,
      name: `${name}电子屏`,
      kind: SCREEN_KINDS[kind]!,
      at,
      loopSeconds,
      psaSeconds: Math.round((loopSeconds * share) / 5) * 5,
      minShare: MIN_SHARE,
      unitId: crewId(7),
    };
  });
}
