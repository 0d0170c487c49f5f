import type { AdInstance } from "../../domain/ads/ad-instance.ts";
import {
  cityOf,
  isInside,
  type Service,
  servicesOf,
} from "../../domain/ads/plan/check-geometry.ts";
import type { RoadNetwork } from "../../domain/ads/roads/road-units.ts";

export type ExhaustiveOptimum = {
  readonly minCount: number | null;
  readonly minCost: number | null;
  readonly minUnmet: number | null;
  readonly budgetValue: number | null;
};

type Thing = {
  x: number;
  y: number;
  cost: number;
  serves: readonly Service[];
  isSite: boolean;
  isMust: boolean;
};

/** Tries every choice of sites and repairs, for instances with few of them. */
export function exhaustiveOptimum(
  instance: AdInstance,
  network: RoadNetwork,
  blocked: Readonly<Record<string, string>>,
): ExhaustiveOptimum {
  const { rules, budget } = instance;
  const city = cityOf(instance, network);
  const counts = ({ state }: AdInstance["ads"][number]) => rules.countStates.includes(state);
  const thing = (
    each: { x: number; y: number },
    cost: number,
    isSite: boolean,
    isMust: boolean,
  ) => {
    return { ...each, cost, serves: servicesOf(city, each), isSite, isMust };
  };
  const standing = instance.ads.filter(counts).map((ad) => thing(ad, 0, false, false));
  const options: Thing[] = [
    ...instance.candidates
      .filter(({ id }) => !(id in blocked))
      .map((site) => thing(site, site.cost, true, site.lock === "in")),
    ...instance.ads
      .filter((ad) => !counts(ad) && ad.state !== "removed" && ad.repairCost !== null)
      .map((ad) => thing(ad, ad.repairCost ?? 0, false, false)),
  ];
  const clash = options.map((a) =>
    options.map((b) => a !== b && a.isSite && b.isSite && isClose(a, b)),
  );
  let best = { count: Infinity, cost: Infinity, unmet: Infinity, value: -Infinity };
  const now = measure(standing);
  const short = now.needs.map((need, i) => Math.max(0, need - now.counts[i]!));
  for (let mask = 0; mask < 2 ** options.length; mask++) {
    const picked = [...options.keys()].filter((i) => (mask >> i) & 1);
    if (options.some(({ isMust }, i) => isMust && !((mask >> i) & 1))) continue;
    if (picked.some((i) => picked.some((j) => j > i && clash[i]![j]))) continue;
    const chosen = picked.map((i) => options[i]!);
    const cost = chosen.reduce((sum, each) => sum + each.cost, 0);
    const then = measure([...standing, ...chosen]);
    const unmet = then.needs.reduce((sum, need, i) => sum + Math.max(0, need - then.counts[i]!), 0);
    best.unmet = Math.min(best.unmet, unmet);
    if (unmet === 0 && then.holds) {
      best = {
        ...best,
        count: Math.min(best.count, chosen.length),
        cost: Math.min(best.cost, cost),
      };
    }
    if (!budget || cost > budget.amount) continue;
    const value = short.reduce((sum, missing, i) => {
      return sum + weightOf(i) * Math.min(missing, then.counts[i]! - now.counts[i]!);
    }, 0);
    best.value = Math.max(best.value, value);
  }
  const found = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    minCount: found(best.count),
    minCost: found(best.cost),
    minUnmet: found(best.unmet),
    budgetValue: found(best.value),
  };

  function weightOf(i: number): number {
    const name = network.roads[i]?.key ?? instance.areas[i - network.roads.length]!.id;
    return budget?.weights[name] ?? 1;
  }

  function ruleOf(road: number) {
    return rules.groups[network.roads[road]!.group]!;
  }

  function isClose(a: Thing, b: Thing): boolean {
    const spacing = ({ serves: [host] }: Thing) =>
      host ? ruleOf(host.road).minSpacing : rules.areaSpacing;
    if (Math.hypot(a.x - b.x, a.y - b.y) >= Math.min(spacing(a), spacing(b)) - 1e-6) return false;
    const [p, q] = [a.serves[0], b.serves[0]];
    const areOpposite = p && q && p.road === q.road && p.side * q.side === -1;
    return !(areOpposite && (ruleOf(p.road).oppositeExempt ?? rules.oppositeExempt));
  }

  function measure(things: readonly Thing[]) {
    const onRoad = network.roads.map((_, r) =>
      things.flatMap(({ serves }) =>
        (rules.sharing === "all" ? serves : serves.slice(0, 1)).filter(({ road }) => road === r),
      ),
    );
    const needs = network.roads.map(({ group, lengthM }) => {
      const rule = rules.groups[group]!;
      if (lengthM < rule.minLength) return 0;
      const v = Number(((rule.perKm * lengthM) / 1000).toFixed(6));
      const whole = { ceil: Math.ceil(v), floor: Math.floor(v), round: Math.floor(v + 0.5) };
      return Math.max(rule.minCount, whole[rule.rounding]);
    });
    const holds = network.roads.every(({ group, axis }, r) => {
      const { perSideShare, maxGap } = rules.groups[group]!;
      const perSide = Math.floor(Number((needs[r]! * (perSideShare ?? 0)).toFixed(6)));
      const left = onRoad[r]!.filter(({ side }) => side >= 0).length;
      const right = onRoad[r]!.filter(({ side }) => side <= 0).length;
      const areSidesMet = left >= perSide && right >= perSide;
      return (
        areSidesMet &&
        axis.every((piece, p) => {
          const length = piece.at.at(-1)!;
          const ts = onRoad[r]!.filter((s) => s.piece === p)
            .map(({ t }) => t)
            .sort((a, b) => a - b);
          const stops =
            piece.isClosed && ts.length > 0 ? [...ts, ts[0]! + length] : [0, ...ts, length];
          return stops.slice(1).every((t, i) => t - stops[i]! <= (maxGap ?? Infinity) + 1e-6);
        })
      );
    });
    const inAreas = instance.areas.map(
      ({ polygon }) => things.filter((each) => isInside(each, polygon)).length,
    );
    return {
      needs: [...needs, ...instance.areas.map(({ min }) => min)],
      counts: [...onRoad.map(({ length }) => length), ...inAreas],
      holds,
    };
  }
}
