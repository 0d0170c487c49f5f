import type { AdInstance } from "../ad-instance.ts";
import type { RoadNetwork, RoadUnit } from "../roads/road-units.ts";
import {
  type City,
  cityOf,
  isInside,
  type Service,
  type Spot,
  servicesOf,
} from "./check-geometry.ts";
import type { AdPlan } from "./plan-ads.ts";

const EPS = 1e-6;

type Item = Spot & { readonly id: string; readonly serves: readonly Service[] };
type NewItem = Item & { readonly cost: number; readonly lock?: "in" | "out" | null | undefined };

/**
 * Holds a plan against the rules with plain loops, sharing nothing with the solver or the audit but
 * the roads. Answers what is wrong with it; nothing for a plan that is what it says.
 */
export function checkPlan(instance: AdInstance, network: RoadNetwork, plan: AdPlan): string[] {
  const faults: string[] = [];
  const city = cityOf(instance, network);
  const standing = instance.ads
    .filter(({ state }) => state !== "removed")
    .map((ad) => ({ ...ad, serves: servicesOf(city, ad) }));
  const news: NewItem[] = [];
  const repaired: typeof standing = [];
  const seen = new Set<string>();
  const siteOf = new Map(instance.candidates.map((site) => [site.id, site]));
  const adOf = new Map(standing.map((ad) => [ad.id, ad]));
  let cost = 0;
  for (const { kind, id } of plan.actions) {
    if (seen.has(`${kind} ${id}`)) faults.push(`${id} is there twice`);
    seen.add(`${kind} ${id}`);
    if (kind === "new") {
      const site = siteOf.get(id);
      if (!site) faults.push(`${id} is no site`);
      else {
        news.push({ ...site, serves: servicesOf(city, site) });
        cost += site.cost;
      }
      continue;
    }
    const ad = adOf.get(id);
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
function siteFaults(city: City, standing: readonly Item[], news: readonly NewItem[]): string[] {
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
  return claimFaults(plan, instance.budget?.amount ?? 0, { unmet, broken, worth });
}

/** What the plan says of itself against what was counted. */
function claimFaults(
  plan: AdPlan,
  amount: number,
  { unmet, broken, worth }: { unmet: number; broken: number; worth: number },
): string[] {
  const { objective, status } = plan;
  const [value, bound] = [plan.value ?? 0, plan.bound ?? 0];
  const faults: string[] = [];
  const figures = { count: plan.actions.length, cost: plan.cost, budget: worth };
  const differs = (a: number, b: number) => Math.abs(a - b) > 1e-4;
  if (differs(figures[objective], value)) {
    faults.push(`${objective} is ${figures[objective]}, says ${value}`);
  }
  const isBeyond = objective === "budget" ? bound < value : bound > value;
  if (isBeyond && differs(bound, value)) faults.push("better than its bound");
  if (status === "optimal" && differs(bound, value)) {
    faults.push("optimal, but its bound is another");
  }
  if (objective === "budget") {
    return plan.cost > amount + 1e-4 ? [...faults, `costs ${plan.cost} of ${amount}`] : faults;
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

function barred(
  { instance, network }: City,
  site: Item & { readonly lock?: "in" | "out" | null | undefined },
): string | null {
  const { junctions } = network;
  for (let i = 0; i < junctions.length; i += 2) {
    const [dx, dy] = [junctions[i]! - site.x, junctions[i + 1]! - site.y];
    if (Math.sqrt(dx * dx + dy * dy) < instance.rules.junctionClear - EPS) return "junction";
  }
  for (const { id, x, y, r, polygon } of instance.forbidden) {
    const isNear =
      x !== undefined && y !== undefined && Math.hypot(x - site.x, y - site.y) <= (r ?? -1) + EPS;
    if (isNear || (polygon && isInside(site, polygon))) return id;
  }
  return site.lock === "out" ? "locked" : null;
}

function disturbs({ instance, network, mostSpacing }: City, a: Item, b: Item): boolean {
  if (Math.abs(a.x - b.x) > mostSpacing || Math.abs(a.y - b.y) > mostSpacing) return false;
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
