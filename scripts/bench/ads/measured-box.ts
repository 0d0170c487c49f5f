import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { AdRules } from "../../../domain/ads/ad-rules.ts";
import { networkOf } from "../../../domain/ads/audit/audit.ts";
import { type Chain, lengthOf } from "../../../domain/ads/roads/chain.ts";
import type { RoadNetwork } from "../../../domain/ads/roads/road-units.ts";
import { type BenchRandom, benchRandom } from "../bench-random.ts";
import { utm } from "./utm.ts";

const BOX = { west: 220_000, east: 244_000, south: 3_370_000, north: 3_394_000 };
const STANDING = 10_000;
const SHELTER_EVERY_M = 480;
const JUNCTION_CLEAR_M = 25;
const FORBIDDEN = 300;

export const boxRules = AdRules.parse({
  classes: {
    trunk: "main",
    primary: "main",
    secondary: "main",
    tertiary: "main",
    residential: "lane",
    living_street: "lane",
    unclassified: "lane",
  },
  groups: {
    main: { perKm: 6, minLength: 100, maxGap: 400, minSpacing: 80, serveDist: 30, dualWidth: 60 },
    lane: { perKm: 3, minLength: 60, maxGap: 600, minSpacing: 50, serveDist: 15 },
  },
  sharing: "nearest",
  oppositeExempt: true,
});

type Site = AdInstance["candidates"][number];
type Draft = Omit<Site, "id">;

/** The middle of a real city in metres, with seeded sites and standing ads: what plans are measured on. */
export function measuredBox(
  segments: AdInstance["segments"],
  sharing: "all" | "nearest",
  seed: number,
): { instance: AdInstance; network: RoadNetwork } {
  const random = benchRandom(seed);
  const rules = { ...boxRules, sharing };
  const inside = segments
    .map((each) => ({ ...each, coords: each.coords.map(([x, y]) => utm(x, y, 50)) }))
    .filter(({ coords }) => coords.every(isInBox));
  const bare = AdInstance.parse({ crs: "local-m", segments: inside, rules });
  const network = networkOf(bare);
  const forbidden = Array.from({ length: FORBIDDEN }, (_, i) => ({
    id: `f${i}`,
    x: BOX.west + random() * (BOX.east - BOX.west),
    y: BOX.south + random() * (BOX.north - BOX.south),
    r: 60 + 60 * random(),
  }));
  const isFree = freeOf(network, forbidden);
  const drafts = network.roads
    .flatMap(({ group, axis }) => axis.flatMap((piece) => sitesAlong(piece, group, random)))
    .filter(({ site, isBox }) => isFree(site, isBox))
    .map(({ site }) => site);
  const { ads, left } = drawStanding(drafts, random);
  const candidates = left.map((site, i): Site => ({ ...site, id: `c${i + 1}` }));
  return { instance: { ...bare, ads, candidates, forbidden }, network };
}

function isInBox([x, y]: readonly [number, number]): boolean {
  return x >= BOX.west && x <= BOX.east && y >= BOX.south && y <= BOX.north;
}

function sitesAlong(
  piece: Chain,
  group: string,
  random: BenchRandom,
): { site: Draft; isBox: boolean }[] {
  const isMain = group === "main";
  const sites: { site: Draft; isBox: boolean }[] = [];
  const put = (t: number, off: number, carrier: string, cost: number, isBox = false) => {
    sites.push({ site: { ...beside(piece, t, off), carrier, cost }, isBox });
  };
  const length = lengthOf(piece);
  const [step, off, cost] = isMain ? [35, 12, 800] : [40, 5, 500];
  for (let t = step / 2; t < length; t += step) {
    put(t, off, "lamp", cost);
    if (isMain) put(t, -off, "lamp", cost);
  }
  if (isMain) for (let t = 240; t < length; t += SHELTER_EVERY_M) put(t, -off - 2, "shelter", 1500);
  for (const t of [3, Math.max(0, length - 3)]) if (random() < 0.4) put(t, off, "box", 300, true);
  return sites;
}

/** A spot so far along a line, `off` metres to its left. */
function beside({ xy, at }: Chain, t: number, off: number): { x: number; y: number } {
  const next = at.findIndex((along, i) => i > 0 && along >= t);
  const i = next < 0 ? at.length - 1 : next;
  const point = (p: number) => [xy[2 * p] ?? 0, xy[2 * p + 1] ?? 0] as const;
  const [[ax, ay], [bx, by]] = [point(i - 1), point(i)];
  const span = (at[i] ?? 0) - (at[i - 1] ?? 0) || 1;
  const share = (t - (at[i - 1] ?? 0)) / span;
  const [dx, dy] = [(bx - ax) / span, (by - ay) / span];
  return { x: ax + share * (bx - ax) - off * dy, y: ay + share * (by - ay) + off * dx };
}

function freeOf(
  { junctions }: RoadNetwork,
  forbidden: readonly { x: number; y: number; r: number }[],
): (site: { x: number; y: number }, isBox: boolean) => boolean {
  const cells = new Map<string, number[]>();
  const cell = (x: number, y: number) =>
    `${Math.floor(x / JUNCTION_CLEAR_M)} ${Math.floor(y / JUNCTION_CLEAR_M)}`;
  for (let i = 0; i < junctions.length; i += 2) {
    const key = cell(junctions[i] ?? 0, junctions[i + 1] ?? 0);
    cells.set(key, [...(cells.get(key) ?? []), i]);
  }
  const isAtJunction = (x: number, y: number) =>
    [-1, 0, 1].some((c) =>
      [-1, 0, 1].some((r) =>
        (cells.get(cell(x + c * JUNCTION_CLEAR_M, y + r * JUNCTION_CLEAR_M)) ?? []).some((i) => {
          const away = Math.hypot((junctions[i] ?? 0) - x, (junctions[i + 1] ?? 0) - y);
          return away < JUNCTION_CLEAR_M;
        }),
      ),
    );
  return ({ x, y }, isBox) =>
    (isBox || !isAtJunction(x, y)) &&
    !forbidden.some((place) => Math.hypot(place.x - x, place.y - y) <= place.r);
}

/** Standing ads by a smooth intensity: dense in some quarters, nearly none in others. */
function drawStanding(drafts: readonly Draft[], random: BenchRandom) {
  const wave = ({ x, y }: Draft) =>
    (1.05 + Math.sin(x / 2900) * Math.cos(y / 2300)) ** 2 * (0.3 + random());
  const ranked = drafts.map((site, i) => ({ i, key: random() ** (1 / wave(site)) }));
  ranked.sort((a, b) => b.key - a.key || a.i - b.i);
  const isStanding = new Set(ranked.slice(0, STANDING).map(({ i }) => i));
  const ads = drafts
    .filter((_, i) => isStanding.has(i))
    .map(({ x, y, carrier }, n) => ({ id: `a${n + 1}`, x, y, carrier, state: "ok" as const }));
  return { ads, left: drafts.filter((_, i) => !isStanding.has(i)) };
}
