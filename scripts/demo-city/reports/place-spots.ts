import { DAY_MS } from "../../../domain/time.ts";
import { distance, type Vec } from "../geometry/vec.ts";
import type { Random } from "../random.ts";
import { frontageAt } from "../streets/frontage.ts";
import { type ProblemKind, problemKinds } from "./problem-kinds.ts";
import { campaignWeight, dayStartOf, dayWeight, isRainy, isSnowy } from "./rhythm.ts";
import type { Kerb, SpotPool } from "./spot-pool.ts";
import type { Spot, SpotKind } from "./spots.ts";

/** How many spots of each kind a city has, and over which time. */
export type SpotPlan = {
  readonly start: number;
  readonly end: number;
  readonly counts: Readonly<Record<SpotKind, number>>;
};

/**
 * Spots of one category keep this apart, so that two never pass for one: metres, by the category's
 * radius.
 */
const APART_M = 96;
const WIDE_APART_M = 150;
const WIDE: ReadonlySet<string> = new Set(["E0501", "E0510"]);

/** Puts the spots on the kerbs, those that come back first. Cost: spots × a few draws. */
export function placeSpots(pool: SpotPool, plan: SpotPlan, random: Random): Spot[] {
  const spots: Spot[] = [];
  const taken = new Map<string, Vec[]>();
  const days = dayDraw(plan);
  let assets = 0;
  for (const kind of ORDER) {
    const dice = random.fork(kind);
    for (let n = 0; n < plan.counts[kind]; n++) {
      for (let attempt = 0; attempt < 14; attempt++) {
        const kerb = pool.draw(isHeated(kind, dice), dice);
        const problem = drawProblem(kerb, kind, dice);
        const at = standAt(kerb, problem, dice);
        if (!claim(taken, problem.code, at)) continue;
        const isPart = problem.code.startsWith("P");
        spots.push({
          kind,
          problem,
          category: problem.code,
          at,
          address: pool.addressAt(kerb, dice),
          zone: kerb.zone,
          assetId: isPart ? `YZ-${problem.code}-${String(++assets).padStart(5, "0")}` : null,
          ...processOf(kind, problem, plan, days, dice),
        });
        break;
      }
    }
  }
  return spots;
}

const ORDER: readonly SpotKind[] = [
  "chronic",
  "worsening",
  "cured",
  "easing",
  "new",
  "quiet-chronic",
  "popular-once",
  "sporadic",
  "once",
];

function isHeated(kind: SpotKind, random: Random): boolean {
  if (kind === "once" || kind === "popular-once") return false;
  return random.chance(kind === "sporadic" ? 0.55 : 0.85);
}

/** Problems of water are found at the water's edge only. */
const OF_WATER: ReadonlySet<string> = new Set(["E0105", "E0114"]);

function drawProblem(kerb: Kerb, kind: SpotKind, random: Random): ProblemKind {
  const comesBack = kind !== "once" && kind !== "popular-once";
  const weights = problemKinds.map(
    ({ weight, where, returns }) => weight * (where[kerb.setting] ?? 1) * (comesBack ? returns : 1),
  );
  return problemKinds[random.weighted(weights)]!;
}

function standAt(kerb: Kerb, { code, setbackM }: ProblemKind, random: Random): Vec {
  const along = Math.max(1, Math.min(kerb.front.lengthM - 1, kerb.alongM + random.between(-8, 8)));
  const setback =
    OF_WATER.has(code) && kerb.waterM !== null
      ? Math.max(1, kerb.waterM - random.between(1, 6))
      : random.between(setbackM[0], setbackM[1]);
  return frontageAt(kerb.front, along, kerb.side, setback).point;
}

/** Remembers the spot unless one of its category is too near. */
function claim(taken: Map<string, Vec[]>, code: string, at: Vec): boolean {
  const apart = WIDE.has(code) ? WIDE_APART_M : APART_M;
  const cell = (dx: number, dy: number) =>
    `${code} ${Math.floor(at[0] / 150) + dx} ${Math.floor(at[1] / 150) + dy}`;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      if (taken.get(cell(dx, dy))?.some((other) => distance(other, at) < apart)) return false;
    }
  }
  const own = taken.get(cell(0, 0)) ?? [];
  own.push(at);
  taken.set(cell(0, 0), own);
  return true;
}

type Process = Pick<
  Spot,
  "firstAt" | "gapDays" | "regularity" | "activeUntil" | "mostEpisodes" | "duplicates"
>;

function processOf(
  kind: SpotKind,
  problem: ProblemKind,
  { start, end }: SpotPlan,
  days: (problem: ProblemKind, random: Random) => number,
  random: Random,
): Process {
  const early = start + random.between(0, 45) * DAY_MS;
  const base = {
    firstAt: early,
    regularity: 3,
    activeUntil: end,
    mostEpisodes: 400,
    duplicates: problem.duplicates,
  };
  switch (kind) {
    case "chronic": {
      const gap = 9 + random.gamma(3, 9);
      return { ...base, gapDays: [gap, gap], duplicates: problem.duplicates + 0.5 };
    }
    case "quiet-chronic": {
      const gap = random.between(30, 44);
      return { ...base, gapDays: [gap, gap], regularity: 9, duplicates: 0.02 };
    }
    case "cured": {
      const gap = random.between(7, 15);
      const activeUntil = end - random.between(125, 210) * DAY_MS;
      return { ...base, gapDays: [gap, gap], activeUntil };
    }
    case "easing":
      return { ...base, gapDays: [random.between(4, 7), random.between(55, 95)], regularity: 5 };
    case "worsening":
      return { ...base, gapDays: [random.between(60, 95), random.between(3.5, 6)], regularity: 5 };
    case "new": {
      const gap = random.between(6, 15);
      return { ...base, firstAt: end - random.between(52, 92) * DAY_MS, gapDays: [gap, gap] };
    }
    case "sporadic": {
      const gap = random.between(95, 260);
      const firstAt = start + random.between(0, 0.55) * (end - start);
      return { ...base, firstAt, gapDays: [gap, gap], regularity: 1.2 };
    }
    case "once":
      return { ...base, firstAt: days(problem, random), gapDays: [1, 1], mostEpisodes: 1 };
    case "popular-once": {
      const firstAt = start + random.between(0.05, 0.95) * (end - start);
      const duplicates = random.between(11, 34);
      return { ...base, firstAt, gapDays: [1, 1], mostEpisodes: 1, duplicates };
    }
  }
}

const WET: ReadonlySet<string> = new Set(["E0406", "P0104", "E0404", "P0103", "P0402"]);

/** Draws the day of a single report: by season, weekday, weather and the closing campaign. */
function dayDraw({ start, end }: SpotPlan): (problem: ProblemKind, random: Random) => number {
  const first = dayStartOf(start);
  const count = Math.floor((end - first) / DAY_MS) + 1;
  const byWeather = (factor: (dayStart: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => {
      const day = first + i * DAY_MS;
      return dayWeight(day, end) * factor(day);
    });
  const plain = byWeather(() => 1);
  const wet = byWeather((day) => (isRainy(day) ? 9 : 0.5) / Math.sqrt(campaignWeight(day, end)));
  const tables = {
    plain: sums(plain),
    wet: sums(wet),
    snow: sums(byWeather((d) => (isSnowy(d) ? 60 : 0.1))),
  };
  return (problem, random) => {
    const table =
      problem.code === "E0407" ? tables.snow : WET.has(problem.code) ? tables.wet : tables.plain;
    const goal = random.next() * table.at(-1)!;
    const day = table.findIndex((sum) => sum > goal);
    return first + day * DAY_MS;
  };
}

function sums(weights: Float64Array): Float64Array {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}
