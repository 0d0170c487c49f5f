import { pointAlong } from "../geometry/polyline.ts";
import { distance, type Vec } from "../geometry/vec.ts";
import { crewId } from "../people/organisation.ts";
import type { Random } from "../random.ts";
import { type FrontRoad, frontageAt } from "../streets/frontage.ts";
import { type AdGroup, adRules } from "./ad-rules.ts";

export const adCarriers = [
  "lamp",
  "bulletin-board",
  "bus-shelter",
  "mural",
  "landscape",
  "screen",
] as const;
export type AdCarrier = (typeof adCarriers)[number];

export type Ad = {
  readonly id: string;
  readonly at: Vec;
  readonly carrier: AdCarrier;
  readonly theme: string;
  readonly state: "ok" | "minor" | "damaged" | "faded" | "removed";
  /** Azimuth of the panel's normal, degrees clockwise from north; null: seen from everywhere. */
  readonly facing: number | null;
  readonly repairCost: number | null;
  readonly unitId: string;
};

export type AdCandidate = {
  readonly id: string;
  readonly at: Vec;
  readonly carrier: AdCarrier;
  readonly cost: number;
  readonly facing: number | null;
  readonly lock: "in" | "out" | null;
};

/** Carriers that suit a class of road, with their shares. */
const CARRIERS: Readonly<Record<AdGroup, Partial<Record<AdCarrier, number>>>> = {
  arterial: { lamp: 62, "bus-shelter": 20, landscape: 8, screen: 4, "bulletin-board": 6 },
  secondary: { lamp: 55, "bus-shelter": 18, landscape: 6, "bulletin-board": 14, mural: 7 },
  branch: { lamp: 28, "bulletin-board": 44, mural: 22, landscape: 6 },
  lane: { mural: 60, "bulletin-board": 40 },
};

/** Yuan to put one up. */
const COSTS: Readonly<Record<AdCarrier, number>> = {
  lamp: 1800,
  "bulletin-board": 2600,
  "bus-shelter": 3200,
  mural: 1500,
  landscape: 12_000,
  screen: 9000,
};

const THEMES = {
  values: 36,
  health: 16,
  civility: 14,
  minors: 12,
  honesty: 7,
  volunteers: 8,
  frugality: 7,
};

/**
 * How a street stands against its rule: share of the ads it should have, and how unevenly they are
 * spread.
 */
type Standing = { readonly filled: number; readonly bunched: boolean };

/**
 * Standing ads and places for more, street by street. About one street in three is short, one in
 * fourteen over-dense; places for more are found mostly where they are needed, and in a few streets
 * none are.
 */
export function placeAds(
  fronts: readonly FrontRoad[],
  random: Random,
): { ads: Ad[]; candidates: AdCandidate[] } {
  const ads: Ad[] = [];
  const candidates: AdCandidate[] = [];
  const streets = Map.groupBy(
    fronts.filter(({ road }) => groupOf(road.highway) !== null),
    ({ road }) => `${road.name} ${groupOf(road.highway)}`,
  );
  for (const [key, parts] of streets) {
    const dice = random.fork(key);
    const group = groupOf(parts[0]!.road.highway)!;
    const rule = adRules.groups[group];
    const isDual = parts.some(({ road }) => road.isOneway);
    const lengthM = parts.reduce((sum, part) => sum + part.lengthM, 0) / (isDual ? 2 : 1);
    if (lengthM < rule.minLength) continue;
    const needed = Math.max(rule.minCount, Math.ceil((rule.perKm * lengthM) / 1000));
    const standing = drawStanding(group, dice);
    const own = placeOnStreet(parts, Math.round(needed * standing.filled), standing, group, dice);
    for (const spot of own) ads.push(adAt(spot, group, ads.length, dice));
    const missing = Math.max(0, needed - own.length);
    const wanted = dice.chance(0.06) ? 0 : Math.round(missing * 3.2 + needed * 0.7);
    for (const spot of findRoom(parts, wanted, own, group, dice)) {
      candidates.push(candidateAt(spot, group, candidates.length, dice));
    }
  }
  return { ads, candidates };
}

function groupOf(highway: string): AdGroup | null {
  return (adRules.classes as Readonly<Record<string, AdGroup>>)[highway] ?? null;
}

function drawStanding(group: AdGroup, random: Random): Standing {
  const roll = random.next();
  if (roll < 0.09 && group !== "lane") return { filled: random.between(1.6, 2.3), bunched: true };
  if (roll < 0.45) return { filled: random.between(0.25, 0.85), bunched: random.chance(0.6) };
  return { filled: random.between(1.02, 1.18), bunched: false };
}

type AdSpot = { readonly at: Vec; readonly onRoad: Vec };

/** Evenly along all its sections with a little play, sides in turn; bunched: towards one end. */
function placeOnStreet(
  parts: readonly FrontRoad[],
  count: number,
  { bunched }: Standing,
  group: AdGroup,
  random: Random,
): AdSpot[] {
  const total = parts.reduce((sum, { lengthM }) => sum + lengthM, 0);
  const spots: AdSpot[] = [];
  let side: 1 | -1 = random.chance(0.5) ? 1 : -1;
  for (let n = 0; n < count; n++) {
    const even = (n + random.between(0.3, 0.7)) / count;
    const share = bunched ? even ** 1.9 : even;
    const spot = spotAt(parts, share * total, side, group);
    side = side === 1 ? -1 : 1;
    if (spot) spots.push(spot);
  }
  return spots;
}

/** A spot a lamp's width behind the kerb, not within 22 m of the section's ends. */
function spotAt(
  parts: readonly FrontRoad[],
  atM: number,
  side: 1 | -1,
  group: AdGroup,
): AdSpot | null {
  let rest = atM;
  for (const part of parts) {
    if (rest > part.lengthM) {
      rest -= part.lengthM;
      continue;
    }
    if (part.lengthM < 60) return null;
    const along = Math.max(22, Math.min(part.lengthM - 22, rest));
    const outer = part.road.isOneway ? -1 : side;
    const { point } = frontageAt(part, along, outer, group === "lane" ? 1 : 1.6);
    return { at: point, onRoad: pointAlong(part.road.line, along).point };
  }
  return null;
}

/** Free spots, mostly as far from standing ads as the rule wants. */
function findRoom(
  parts: readonly FrontRoad[],
  wanted: number,
  standing: readonly AdSpot[],
  group: AdGroup,
  random: Random,
): AdSpot[] {
  const spacing = adRules.groups[group].minSpacing;
  const total = parts.reduce((sum, { lengthM }) => sum + lengthM, 0);
  const found: AdSpot[] = [];
  for (let attempt = 0; attempt < wanted * 6 && found.length < wanted; attempt++) {
    const spot = spotAt(parts, random.next() * total, random.chance(0.5) ? 1 : -1, group);
    if (!spot) continue;
    const isClose = standing.some(({ at }) => distance(at, spot.at) < spacing);
    if (isClose && !random.chance(0.08)) continue;
    if (found.some(({ at }) => distance(at, spot.at) < 14)) continue;
    found.push(spot);
  }
  return found;
}

function adAt(spot: AdSpot, group: AdGroup, index: number, random: Random): Ad {
  const carrier = drawKey(CARRIERS[group], random);
  const state = drawKey({ ok: 80, minor: 8, damaged: 5, faded: 5, removed: 2 } as const, random);
  const isBroken = state === "damaged" || state === "faded";
  return {
    id: `G${String(index + 1).padStart(5, "0")}`,
    at: spot.at,
    carrier,
    theme: drawKey(THEMES, random),
    state,
    facing: random.chance(0.4) ? facingFrom(spot, random.chance(0.03), random) : null,
    repairCost: isBroken
      ? Math.round((COSTS[carrier] * random.between(0.12, 0.34)) / 10) * 10
      : null,
    unitId: crewId(crewFor(carrier, random)),
  };
}

function candidateAt(spot: AdSpot, group: AdGroup, index: number, random: Random): AdCandidate {
  const carrier = drawKey(CARRIERS[group], random);
  const roll = random.next();
  return {
    id: `H${String(index + 1).padStart(5, "0")}`,
    at: spot.at,
    carrier,
    cost: Math.round((COSTS[carrier] * random.between(0.85, 1.25)) / 50) * 50,
    facing: random.chance(0.25) ? facingFrom(spot, false, random) : null,
    lock: roll < 0.012 ? "out" : roll < 0.014 ? "in" : null,
  };
}

/** Towards the road within 55°, or away from it. */
function facingFrom({ at, onRoad }: AdSpot, isAway: boolean, random: Random): number {
  const east = onRoad[0] - at[0];
  const north = onRoad[1] - at[1];
  const straight = (Math.atan2(east, north) * 180) / Math.PI;
  return Math.round(straight + random.between(-55, 55) + (isAway ? 180 : 0) + 720) % 360;
}

function crewFor(carrier: AdCarrier, random: Random): number {
  if (carrier === "bus-shelter") return 6;
  if (carrier === "screen") return 7;
  if (carrier === "landscape") return random.int(2, 3);
  return carrier === "lamp" ? random.int(0, 1) : random.pick([4, 5, 7]);
}

function drawKey<K extends string>(
  weights: Partial<Readonly<Record<K, number>>>,
  random: Random,
): K {
  const keys = Object.keys(weights) as K[];
  return keys[random.weighted(keys.map((key) => weights[key] ?? 0))]!;
}
