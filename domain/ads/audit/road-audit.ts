import type { AdRules } from "../ad-rules.ts";
import { lengthOf } from "../roads/chain.ts";
import type { RoadNetwork } from "../roads/road-units.ts";
import { EPS_M } from "../tolerance.ts";
import { emptyStretch } from "./empty-stretch.ts";
import { countedFor, type Placement } from "./placement.ts";
import { requiredCount, requiredPerSide } from "./required-count.ts";

/** One road held against its rule. Metres, ads per kilometre. */
export type RoadAudit = {
  readonly required: number;
  readonly count: number;
  readonly shortage: number;
  readonly density: number;
  readonly longestGap: number;
  readonly gapOk: boolean;
  /** Ads in the middle of the road are counted on both sides. */
  readonly left: number;
  readonly right: number;
  readonly sideShort: number;
};

/** Audits every road with the ads that count. */
export function auditRoads(
  { roads }: RoadNetwork,
  rules: AdRules,
  counted: readonly Placement[],
): RoadAudit[] {
  const chainages = roads.map(({ axis }) => axis.map((): number[] => []));
  const count = new Int32Array(roads.length);
  const left = new Int32Array(roads.length);
  const right = new Int32Array(roads.length);
  for (const placement of counted) {
    for (const { road, piece, t, side } of countedFor(placement, rules.sharing)) {
      count[road]!++;
      if (side >= 0) left[road]!++;
      if (side <= 0) right[road]!++;
      chainages[road]![piece]!.push(t);
    }
  }
  return roads.map((road, r): RoadAudit => {
    const rule = rules.groups[road.group]!;
    const required = requiredCount(rule, road.lengthM);
    const perSide = requiredPerSide(rule, required);
    const longestGap = Math.max(
      ...road.axis.map((piece, p) =>
        emptyStretch(chainages[r]![p]!, lengthOf(piece), piece.isClosed),
      ),
    );
    return {
      required,
      count: count[r]!,
      shortage: Math.max(0, required - count[r]!),
      density: (count[r]! / road.lengthM) * 1000,
      longestGap,
      gapOk: longestGap <= (rule.maxGap ?? Number.POSITIVE_INFINITY) + EPS_M,
      left: left[r]!,
      right: right[r]!,
      sideShort: Math.max(0, perSide - left[r]!) + Math.max(0, perSide - right[r]!),
    };
  });
}
