import type { AdInstance } from "../ad-instance.ts";
import type { RoadNetwork, RoadUnit } from "../roads/road-units.ts";
import type { AdPlan } from "./plan-ads.ts";

const EPS = 1e-6;

type Spot = {
  readonly x: number;
  readonly y: number;
  readonly facing?: number | null | undefined;
};
type Service = { road: number; distance: number; piece: number; t: number; side: number };
type Item = Spot & { readonly id: string; readonly serves: readonly Service[] };
type City = {
  readonly instance: AdInstance;
  readonly network: RoadNetwork;
  readonly boxes: readonly number[][];
};

/**
 * Holds a plan against the rules with plain loops, sharing nothing with the solver or the audit but
 * the roads. Answers what is wrong with it; nothing for a plan that is what it says.
 */
export function checkPlan(instance: AdInstance, network: RoadNetwork, plan: AdPlan): string[] {
  const faults: string[] = [];
  const city: City = {
    instance,
    network,
    boxes: network.roads.map((road) => boxOf(road, network)),
  };
  const standing = instance.ads
    .filter(({ state }) => state !== "removed")
    .map((ad) => ({ ...ad, serves: servicesOf(city, ad) }));
  const news: (Item & { cost: number })[] = [];
  const repaired: typeof standing = [];
  const seen = new Set<string>();
  let cost = 0;
  for (const { kind, id } of plan.actions) {
    if (seen.has(`${kind} ${id}`)) faults.push(`${id} is there twice`);
    seen.add(`${kind} ${id}`);
    if (kind === "new") {
      const site = instance.candidates.find((each) => each.id === id);
      if (!site) faults.push(`${id} is no site`);
      else {
        news.push({ ...site, serves: servicesOf(city, site) });
        cost += site.cost;
      }
      continue;
    }
    const ad = standing.find((each) => each.id === id);
    const canBe = ad && !instance.rules.countStates.includes(ad.state) && ad.repairCost != null;
    if (!canBe) faults.push(`${id} cannot be repaired`);
    else {
      repaired.push(ad);
      cost += ad.repairCost ?? 0;
    }
  }
  if (plan.value === null) return plan.actions.length > 0 ? ["actions without a value"] : faults;
  if (Math.abs(cost - plan.cost) > 1e-4) faults.push(`costs ${cost}, says ${plan.cost}`);
  faults.push(...siteFaults(city, standing, news));
  const counted = [
    ...standing.filter(({ state }) => instance.rules.countStates.includes(state)),
    ...repaired,
    ...news,
  ];
  const before = counted.slice(0, counted.length - repaired.length - news.length);
  faults.push(...valueFaults(city, plan, before, counted));
  return faults;
}

/** Sites that may not be used, that disturb, or that are missing though they must be there. */
function siteFaults(city: City, standing: readonly Item[], news: readonly Item[]): string[] {
  const { instance } = city;
  const faults: string[] = [];
  const isNew = new Set(news.map(({ id }) => id));
  for (const site of news) {
    const why = barred(city, site);
    if (why) faults.push(`${site.id} may not be used: ${why}`);
    const near = standing.find((ad) => disturbs(city, site, ad));
    if (near) faults.push(`${site.id} is too near ${near.id}`);
  }
  news.forEach((a, i) => {
    for (let j = i + 1; j < news.length; j++) {
      const b = news[j];
      if (b && disturbs(city, a, b)) faults.push(`${a.id} is too near ${b.id}`);
    }
  });
  for (const site of instance.candidates) {
    if (site.lock !== "in" || isNew.has(site.id)) continue;
    const item = { ...site, serves: servicesOf(city, site) };
    const canBe = !barred(city, item) && !standing.some((ad) => disturbs(city, item, ad));
    if (canBe) faults.push(`${site.id} must be there`);
  }
  return faults;
}

/** Counts what the plan reaches and compares it with what it says. */
function valueFaults(
  city: City,
  plan: AdPlan,
  before: readonly Item[],
  after: readonly Item[],
): string[] {
  const { instance, network } = city;
  const faults: string[] = [];
  let [unmet, broken, worth] = [0, 0, 0];
  const [tallyBefore, tallyAfter] = [tally(city, before), tally(city, after)];
  const weights = instance.budget?.weights ?? {};
  network.roads.forEach((road, r) => {
    const rule = instance.rules.groups[road.group];
    if (!rule) return;
    const need = needOf(rule, road.lengthM);
    const [was, is] = [tallyBefore[r]!, tallyAfter[r]!];
    const missing = Math.max(0, need - was.length);
    unmet += Math.max(0, need - is.length);
    worth += (weights[road.key] ?? 1) * Math.min(missing, is.length - was.length);
    const perSide = Math.floor(Math.round(need * (rule.perSideShare ?? 0) * 1e6) / 1e6);
    broken += Math.max(0, perSide - is.filter(({ side }) => side >= 0).length);
    broken += Math.max(0, perSide - is.filter(({ side }) => side <= 0).length);
    if (rule.maxGap != null && longestEmpty(road, is) > rule.maxGap + 2 * EPS) broken++;
  });
  for (const { id, min, polygon } of instance.areas) {
    const inside = (items: readonly Item[]) =>
      items.filter((item) => isInside(item, polygon)).length;
    const [was, is] = [inside(before), inside(after)];
    unmet += Math.max(0, min - is);
    worth += (weights[id] ?? 1) * Math.min(Math.max(0, min - was), is - was);
  }
  const { objective, value, bound, status } = plan;
  const figures = { count: plan.actions.length, cost: plan.cost, budget: worth };
  if (Math.abs(figures[objective] - (value ?? 0)) > 1e-4) {
    faults.push(`${objective} is ${figures[objective]}, says ${value}`);
  }
  const isBeyond =
    objective === "budget" ? (bound ?? 0) < (value ?? 0) : (bound ?? 0) > (value ?? 0);
  if (isBeyond && Math.abs((bound ?? 0) - (value ?? 0)) > 1e-4)
    faults.push("better than its bound");
  if (status === "optimal" && Math.abs((bound ?? 0) - (value ?? 0)) > 1e-4) {
    faults.push("optimal, but its bound is another");
  }
  if (objective === "budget") {
    const amount = instance.budget?.amount ?? 0;
    if (plan.cost > amount + 1e-4) faults.push(`costs ${plan.cost} of ${amount}`);
    return faults;
  }
  if (status === "infeasible") {
    if (unmet !== plan.minUnmet) faults.push(`${unmet} short, says ${plan.minUnmet}`);
    if ((plan.broken ?? 0) > 0 !== broken > 0) faults.push(`${broken} broken, says ${plan.broken}`);
    return faults;
  }
  if (unmet > 0) faults.push(`${unmet} short`);
  if (broken > 0) faults.push(`${broken} stretches or sides short`);
  return faults;
}

function needOf(rule: AdInstance["rules"]["groups"][string], lengthM: number): number {
  if (lengthM < rule.minLength - EPS) return 0;
  const value = Math.round(((rule.perKm * lengthM) / 1000) * 1e6) / 1e6;
  const whole = {
    ceil: Math.ceil(value),
    round: Math.floor(value + 0.5),
    floor: Math.floor(value),
  };
  return Math.max(rule.minCount, whole[rule.rounding]);
}

function tally({ instance, network }: City, items: readonly Item[]): Service[][] {
  const ofRoad = network.roads.map((): Service[] => []);
  for (const { serves } of items) {
    const counted = instance.rules.sharing === "nearest" ? serves.slice(0, 1) : serves;
    for (const service of counted) ofRoad[service.road]!.push(service);
  }
  return ofRoad;
}

function longestEmpty(road: RoadUnit, services: readonly Service[]): number {
  let longest = 0;
  road.axis.forEach((piece, p) => {
    const length = piece.at[piece.at.length - 1]!;
    const ts = services.filter((service) => service.piece === p).map(({ t }) => t);
    ts.sort((a, b) => a - b);
    if (ts.length === 0) {
      longest = Math.max(longest, length);
      return;
    }
    const stops = piece.isClosed ? [...ts, ts[0]! + length] : [0, ...ts, length];
    for (let i = 1; i < stops.length; i++) longest = Math.max(longest, stops[i]! - stops[i - 1]!);
  });
  return longest;
}

function barred({ instance, network }: City, site: Item): string | null {
  const { junctions } = network;
  for (let i = 0; i < junctions.length; i += 2) {
    const away = Math.hypot(junctions[i]! - site.x, junctions[i + 1]! - site.y);
    if (away < instance.rules.junctionClear - EPS) return "junction";
  }
  for (const { id, x, y, r, polygon } of instance.forbidden) {
    const isNear =
      x !== undefined && y !== undefined && Math.hypot(x - site.x, y - site.y) <= (r ?? -1) + EPS;
    if (isNear || (polygon && isInside(site, polygon))) return id;
  }
  const candidate = instance.candidates.find((each) => each.id === site.id);
  return candidate?.lock === "out" ? "locked" : null;
}

function disturbs({ instance, network }: City, a: Item, b: Item): boolean {
  const away = Math.hypot(a.x - b.x, a.y - b.y);
  const [hostA, hostB] = [a.serves[0], b.serves[0]];
  const ruleOf = (host: Service | undefined) =>
    host && instance.rules.groups[network.roads[host.road]!.group];
  const { areaSpacing } = instance.rules;
  const limit = Math.min(
    ruleOf(hostA)?.minSpacing ?? areaSpacing,
    ruleOf(hostB)?.minSpacing ?? areaSpacing,
  );
  if (away >= limit - EPS) return false;
  const exempt = ruleOf(hostA)?.oppositeExempt ?? instance.rules.oppositeExempt;
  const areOpposite = hostA?.road === hostB?.road && (hostA?.side ?? 0) * (hostB?.side ?? 0) === -1;
  return !(hostA && exempt && areOpposite);
}

/** Every road in reach, nearest first. */
function servicesOf(city: City, spot: Spot): Service[] {
  const { instance, network, boxes } = city;
  const found: Service[] = [];
  network.roads.forEach((road, r) => {
    const rule = instance.rules.groups[road.group];
    const [west = 0, south = 0, east = 0, north = 0] = boxes[r] ?? [];
    const reach = (rule?.serveDist ?? 0) + EPS;
    if (!rule || spot.x < west - reach || spot.x > east + reach) return;
    if (spot.y < south - reach || spot.y > north + reach) return;
    let [distance, px, py] = [Number.POSITIVE_INFINITY, 0, 0];
    for (const s of road.segments) {
      const { xy } = network.segments[s]!;
      for (let i = 0; i + 3 < xy.length; i += 2) {
        const [qx, qy] = footOn(spot, xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!);
        const away = Math.hypot(qx - spot.x, qy - spot.y);
        if (away < distance - EPS) [distance, px, py] = [away, qx, qy];
      }
    }
    if (distance > reach) return;
    if (spot.facing != null && distance > 0.5) {
      const to = (Math.atan2(px - spot.x, py - spot.y) * 180) / Math.PI;
      const turn = Math.abs(((((to - spot.facing) % 360) + 540) % 360) - 180);
      if (turn > instance.rules.maxFacingDeg + 1e-7) return;
    }
    found.push({ road: r, distance, ...along(road, rule.dualWidth, spot) });
  });
  return found.sort((a, b) => {
    const [p, q] = [network.roads[a.road]!, network.roads[b.road]!];
    if (Math.abs(a.distance - b.distance) > EPS) return a.distance - b.distance;
    if (Math.abs(p.lengthM - q.lengthM) > EPS) return q.lengthM - p.lengthM;
    return p.key < q.key ? -1 : 1;
  });
}

/** Where along the axis, and on which side: from the triangle of axis and spot, turn by turn. */
function along(
  road: RoadUnit,
  width: number,
  spot: Spot,
): { piece: number; t: number; side: number } {
  let best = { piece: 0, t: 0, away: Number.POSITIVE_INFINITY, qx: 0, qy: 0, turn: 0 };
  road.axis.forEach(({ xy, at, isClosed }, piece) => {
    const edges = at.length - 1;
    for (let e = 0; e < edges; e++) {
      const [ax, ay, bx, by] = [xy[2 * e]!, xy[2 * e + 1]!, xy[2 * e + 2]!, xy[2 * e + 3]!];
      const [qx, qy] = footOn(spot, ax, ay, bx, by);
      const away = Math.hypot(qx - spot.x, qy - spot.y);
      if (away >= best.away - EPS) continue;
      const share = Math.hypot(qx - ax, qy - ay) / Math.hypot(bx - ax, by - ay);
      const next = share > 1 - 1e-12 ? e + 1 : share < 1e-12 ? e - 1 : e;
      const other = isClosed ? (next + edges) % edges : Math.max(0, Math.min(edges - 1, next));
      const turn =
        crossWith(xy, e, spot, qx, qy) + (other === e ? 0 : crossWith(xy, other, spot, qx, qy));
      best = { piece, t: at[e]! + share * (at[e + 1]! - at[e]!), away, qx, qy, turn };
    }
  });
  const { piece, t, away, qx, qy } = best;
  if (away <= EPS) return { piece, t, side: 0 };
  const [ux, uy] = [(spot.x - qx) / away, (spot.y - qy) / away];
  const ahead = hits(road.beside, qx, qy, ux, uy, width);
  const behind = hits(road.beside, qx, qy, -ux, -uy, width);
  if (ahead.some((far) => far >= away - EPS)) return { piece, t, side: 0 };
  if (away <= 0.5 + EPS && ahead.length + behind.length === 0) return { piece, t, side: 0 };
  return { piece, t, side: Math.abs(best.turn) <= EPS ? 0 : Math.sign(best.turn) };
}

function crossWith(xy: Float64Array, e: number, spot: Spot, qx: number, qy: number): number {
  const [dx, dy] = [xy[2 * e + 2]! - xy[2 * e]!, xy[2 * e + 3]! - xy[2 * e + 1]!];
  return (dx * (spot.y - qy) - dy * (spot.x - qx)) / Math.hypot(dx, dy);
}

/** How far from q the edges are that a ray meets, up to `width`. */
function hits(
  edges: Float64Array,
  qx: number,
  qy: number,
  ux: number,
  uy: number,
  width: number,
): number[] {
  const found: number[] = [];
  for (let i = 0; i + 3 < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    const a = ux * (ay - qy) - uy * (ax - qx);
    const b = ux * (by - qy) - uy * (bx - qx);
    if ((a > EPS && b > EPS) || (a < -EPS && b < -EPS)) continue;
    const share = Math.abs(a - b) < 1e-12 ? 0 : a / (a - b);
    const far = ux * (ax + share * (bx - ax) - qx) + uy * (ay + share * (by - ay) - qy);
    if (far >= -EPS && far <= width + EPS) found.push(far);
  }
  return found;
}

function footOn({ x, y }: Spot, ax: number, ay: number, bx: number, by: number): [number, number] {
  const [dx, dy] = [bx - ax, by - ay];
  const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const held = share < 0 ? 0 : share > 1 ? 1 : share;
  return [ax + held * dx, ay + held * dy];
}

function isInside(spot: Spot, ring: readonly (readonly number[])[]): boolean {
  let crossings = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    const [qx, qy] = footOn(spot, ax, ay, bx, by);
    if (Math.hypot(qx - spot.x, qy - spot.y) <= EPS) return true;
    const isAcross = ay > spot.y !== by > spot.y;
    if (isAcross && spot.x < ax + ((spot.y - ay) / (by - ay)) * (bx - ax)) crossings++;
  }
  return crossings % 2 === 1;
}

function boxOf(road: RoadUnit, { segments }: RoadNetwork): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const s of road.segments) {
    const { xy } = segments[s]!;
    for (let i = 0; i < xy.length; i += 2) {
      box[0] = Math.min(box[0]!, xy[i]!);
      box[1] = Math.min(box[1]!, xy[i + 1]!);
      box[2] = Math.max(box[2]!, xy[i]!);
      box[3] = Math.max(box[3]!, xy[i + 1]!);
    }
  }
  return box;
}
