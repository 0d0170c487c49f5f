import type { AdPlanSite } from "../../../../domain/contract/ads-plans.ts";

/** In which of two plans a site is; one that stands elsewhere in the other is in each alone. */
export type PlanSide = "first" | "second" | "both";
export type ComparedSite = { readonly side: PlanSide; readonly site: AdPlanSite };

export type SiteComparison = {
  readonly sites: readonly ComparedSite[];
  readonly count: Readonly<Record<PlanSide, number>>;
  readonly cost: Readonly<Record<PlanSide, number>>;
};

/** first + both is the first plan, second + both the second. */
export function compareSites(
  first: readonly AdPlanSite[],
  second: readonly AdPlanSite[],
): SiteComparison {
  const [inFirst, inSecond] = [first, second].map((sites) => new Set(sites.map(placeOf)));
  const sites: ComparedSite[] = [
    ...first.map((site) => ({
      side: inSecond?.has(placeOf(site)) ? ("both" as const) : ("first" as const),
      site,
    })),
    ...second
      .filter((site) => !inFirst?.has(placeOf(site)))
      .map((site) => ({ side: "second" as const, site })),
  ];
  const count = { first: 0, second: 0, both: 0 };
  const cost = { first: 0, second: 0, both: 0 };
  for (const { side, site } of sites) {
    count[side] += 1;
    cost[side] += site.cost;
  }
  return { sites, count, cost };
}

function placeOf({ kind, id, position }: AdPlanSite): string {
  return `${kind} ${id} ${position.join()}`;
}
