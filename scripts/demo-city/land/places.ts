import type { RoadClass } from "../../../domain/road-section.ts";
import { insetRing } from "../geometry/inset.ts";
import type { Ring } from "../geometry/polygon.ts";
import { distance, type Vec } from "../geometry/vec.ts";
import type { Random } from "../random.ts";
import { type FrontRoad, randomFrontage } from "../streets/frontage.ts";
import type { AreaLocator } from "./area-locator.ts";
import type { Block } from "./blocks.ts";
import type { Area } from "./zones.ts";

export const placeKinds = [
  "park",
  "square",
  "station",
  "campus",
  "stadium",
  "market",
  "night-market",
  "mall",
  "supermarket",
  "hospital",
  "clinic",
  "primary-school",
  "middle-school",
  "kindergarten",
  "service-window",
  "reading-room",
  "community-centre",
  "bus-stop",
  "subway-entrance",
  "bus-station",
  "public-toilet",
  "hotel",
  "bank",
] as const;
export type PlaceKind = (typeof placeKinds)[number];

export type Place = {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly at: Vec;
  /** Outline of a park or square; null for a point. */
  readonly ring: Ring | null;
  readonly zone: string;
};

type Wanted = {
  readonly kind: PlaceKind;
  /** In all, or one in each of a zone's or the city's communities. */
  readonly count: number;
  readonly classes: readonly RoadClass[];
  readonly setbackM: number;
  /** From the next of its kind, metres. */
  readonly apartM: number;
  nameOf(place: { zone: string; community: string; street: string; n: number }): string;
};

const WANTED: readonly Wanted[] = [
  {
    kind: "market",
    count: 34,
    classes: ["branch", "secondary"],
    setbackM: 14,
    apartM: 450,
    nameOf: ({ community, n }) => (n % 3 === 0 ? `${community}菜场` : `${community}农贸市场`),
  },
  {
    kind: "mall",
    count: 12,
    classes: ["arterial", "secondary"],
    setbackM: 24,
    apartM: 700,
    nameOf: ({ zone, n }) => `${zone}${["广场购物中心", "百货", "天地"][n % 3]}`,
  },
  {
    kind: "supermarket",
    count: 22,
    classes: ["secondary", "branch"],
    setbackM: 14,
    apartM: 500,
    nameOf: ({ street }) => `惠民超市${street}店`,
  },
  {
    kind: "hospital",
    count: 12,
    classes: ["arterial", "secondary"],
    setbackM: 26,
    apartM: 900,
    nameOf: ({ zone, n }) => (n < 6 ? `云泽市第${"一二三四五六"[n]}人民医院` : `${zone}区域医院`),
  },
  {
    kind: "clinic",
    count: 14,
    classes: ["branch"],
    setbackM: 12,
    apartM: 700,
    nameOf: ({ community }) => `${community}社区卫生服务站`,
  },
  {
    kind: "primary-school",
    count: 32,
    classes: ["branch", "secondary"],
    setbackM: 16,
    apartM: 500,
    nameOf: ({ street, n, zone }) => (n % 4 === 1 ? `${zone}实验小学` : `${street}小学`),
  },
  {
    kind: "middle-school",
    count: 20,
    classes: ["secondary", "branch"],
    setbackM: 18,
    apartM: 600,
    nameOf: ({ n }) => `云泽市第${numeral(n + 1)}中学`,
  },
  {
    kind: "kindergarten",
    count: 18,
    classes: ["branch", "lane"],
    setbackM: 9,
    apartM: 500,
    nameOf: ({ community }) => `${community}幼儿园`,
  },
  {
    kind: "service-window",
    count: 13,
    classes: ["secondary", "branch"],
    setbackM: 14,
    apartM: 800,
    nameOf: ({ zone, n }) => (n === 0 ? "云泽市政务服务中心" : `${zone}街道便民服务中心`),
  },
  {
    kind: "reading-room",
    count: 26,
    classes: ["secondary", "branch"],
    setbackM: 10,
    apartM: 600,
    nameOf: ({ community }) => `城市书房·${community}馆`,
  },
  {
    kind: "bus-stop",
    count: 110,
    classes: ["arterial", "secondary"],
    setbackM: 2,
    apartM: 330,
    nameOf: ({ street, n }) => `${street}公交站${n % 2 ? "" : "（东向）"}`,
  },
  {
    kind: "subway-entrance",
    count: 14,
    classes: ["arterial", "secondary"],
    setbackM: 8,
    apartM: 900,
    nameOf: ({ street, n }) => `${street}地铁 ${"ABCD"[n % 4]} 口`,
  },
  {
    kind: "bus-station",
    count: 4,
    classes: ["arterial"],
    setbackM: 30,
    apartM: 2500,
    nameOf: ({ zone }) => `${zone}客运站`,
  },
  {
    kind: "public-toilet",
    count: 26,
    classes: ["branch", "lane"],
    setbackM: 8,
    apartM: 600,
    nameOf: ({ street }) => `${street}公共厕所`,
  },
  {
    kind: "hotel",
    count: 12,
    classes: ["arterial", "secondary"],
    setbackM: 18,
    apartM: 700,
    nameOf: ({ street }) => `${street}宾馆`,
  },
  {
    kind: "bank",
    count: 12,
    classes: ["secondary", "arterial"],
    setbackM: 13,
    apartM: 600,
    nameOf: ({ street }) => `云泽银行${street}支行`,
  },
];

/** Spots that have a name of their own. The first street of the list that exists is taken. */
const NAMED: readonly { kind: PlaceKind; name: string; street: string; share: number }[] = [
  { kind: "market", name: "西市菜场", street: "西市街", share: 0.3 },
  { kind: "night-market", name: "南桥夜市", street: "南桥路", share: 0.55 },
  { kind: "night-market", name: "学府夜市", street: "学府路", share: 0.32 },
  { kind: "primary-school", name: "花园路小学", street: "花园路", share: 0.4 },
];

/**
 * Parks, squares and campuses by their land; a centre for every community; the rest along suitable
 * streets, all over.
 */
export function findPlaces(
  blocks: readonly Block[],
  areas: readonly Area[],
  fronts: readonly FrontRoad[],
  locator: AreaLocator,
  random: Random,
): Place[] {
  const places: Place[] = [];
  const names = new Set<string>();
  const put = (place: Omit<Place, "id">): boolean => {
    if (names.has(place.name)) return false;
    names.add(place.name);
    places.push({ id: `D${String(places.length + 1).padStart(4, "0")}`, ...place });
    return true;
  };

  for (const block of blocks) if (block.reserved) putReserved(block, locator, put);
  for (const { kind, name, street, share } of NAMED) {
    const own = fronts.filter(({ road }) => road.name === street);
    const front = own[Math.floor(own.length * share)];
    if (!front) continue;
    const { point } = randomFrontage(front, 14, random);
    put({ kind, name, at: point, ring: null, zone: locator.locate(point)?.zone.id ?? "" });
  }
  for (const area of areas)
    if (area.level === "community") putCentre(area, fronts, locator, random, put);
  for (const wanted of WANTED)
    scatter(wanted, fronts, locator, random.fork(wanted.kind), places, put);
  return places;
}

type Put = (place: Omit<Place, "id">) => boolean;

function putReserved(block: Block, locator: AreaLocator, put: Put): void {
  const { name, use } = block.reserved!;
  const ring = insetRing(block.ring, 14);
  const zone = locator.locate(block.inner)?.zone.id ?? "";
  const kind: PlaceKind = use === "hill" ? "park" : use;
  put({ kind, name, at: block.inner, ring: use === "campus" ? null : ring, zone });
  if (use === "station") {
    put({
      kind: "square",
      name: "北站广场",
      at: [block.inner[0], block.inner[1] - 60],
      ring: null,
      zone,
    });
  }
}

function putCentre(
  community: Area,
  fronts: readonly FrontRoad[],
  locator: AreaLocator,
  random: Random,
  put: Put,
): void {
  for (let attempt = 0; attempt < 400; attempt++) {
    const { point } = randomFrontage(random.pick(fronts), 11, random);
    const found = locator.locate(point);
    if (found?.community.id !== community.id) continue;
    const name = `${community.name}党群服务中心`;
    put({ kind: "community-centre", name, at: point, ring: null, zone: found.zone.id });
    return;
  }
}

function scatter(
  wanted: Wanted,
  fronts: readonly FrontRoad[],
  locator: AreaLocator,
  random: Random,
  places: readonly Place[],
  put: Put,
): void {
  const suitable = fronts.filter(
    ({ road, lengthM }) => wanted.classes.includes(road.class) && lengthM > 120,
  );
  const weights = suitable.map(({ lengthM }) => lengthM);
  let n = 0;
  for (let attempt = 0; attempt < wanted.count * 60 && n < wanted.count; attempt++) {
    const front = suitable[random.weighted(weights)]!;
    const { point } = randomFrontage(front, wanted.setbackM, random);
    const found = locator.locate(point);
    if (!found || found.block.use === "water") continue;
    const tooNear = places.some(
      ({ kind, at }) => distance(at, point) < (kind === wanted.kind ? wanted.apartM : 22),
    );
    if (tooNear) continue;
    const name = wanted.nameOf({
      zone: found.zone.name.replace("片区", ""),
      community: found.community.name.replace("社区", ""),
      street: front.road.name!,
      n,
    });
    if (put({ kind: wanted.kind, name, at: point, ring: null, zone: found.zone.id })) n++;
  }
}

/** 1–99 in Chinese. */
function numeral(n: number): string {
  const digits = "零一二三四五六七八九";
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? "" : tens === 1 ? "十" : `${digits[tens]}十`;
  return head + (ones === 0 && tens > 0 ? "" : digits[ones]);
}
