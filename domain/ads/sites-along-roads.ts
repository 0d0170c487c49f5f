import { DomainError } from "../errors.ts";
import type { LocalPlane } from "../spatial/local-plane.ts";
import type { AdInstance } from "./ad-instance.ts";
import type { AdRules, AdSiteKind } from "./ad-rules.ts";
import { besideAt } from "./audit/axis-position.ts";
import { lengthOf, pointAlong } from "./roads/chain.ts";
import type { RoadNetwork, RoadUnit } from "./roads/road-units.ts";

type Site = AdInstance["candidates"][number];

/**
 * Sites along every road by the kinds of the rules, in metres: from half a step on, then every step, facing the road. On a
 * side where a further carriageway runs they stand off that one. The same roads and kinds give the same sites and ids.
 */
export function sitesAlongRoads(network: RoadNetwork, rules: AdRules): Site[] {
  expectFew(network, rules);
  return network.roads.flatMap((road) =>
    (rules.siteKinds ?? [])
      .filter(({ groups }) => !groups || groups.includes(road.group))
      .flatMap((kind) => sitesOf(road, kind, rules.groups[road.group]?.dualWidth ?? 0)),
  );
}

/** An instance in degrees that lists no sites, with those along its roads; another as it is. */
export function withSitesAlongRoads(
  instance: AdInstance,
  network: RoadNetwork,
  plane: LocalPlane,
): AdInstance {
  if (instance.candidates.length > 0 || !instance.rules.siteKinds) return instance;
  const candidates = sitesAlongRoads(network, instance.rules).map((site) => {
    const [x, y] = plane.toLngLat(site.x, site.y);
    return { ...site, x, y };
  });
  return { ...instance, candidates };
}

/** More than a planner can look through, or memory holds. */
const MOST_SITES = 500_000;

/** Throws `bad-body` for kinds that stand so close that the roads have more sites than can be planned with. */
function expectFew({ roads }: RoadNetwork, { siteKinds }: AdRules): void {
  const lengthOf = (groups: readonly string[] | null | undefined) =>
    roads.reduce((sum, { group, lengthM }) => {
      return sum + (!groups || groups.includes(group) ? lengthM : 0);
    }, 0);
  const sites = (siteKinds ?? []).reduce(
    (sum, { groups, everyM, sides }) =>
      sum + (lengthOf(groups) / everyM) * (sides === "both" ? 2 : 1),
    0,
  );
  if (sites <= MOST_SITES) return;
  const problem = `${Math.round(sites)} sites along the roads, at most ${MOST_SITES}: larger everyM`;
  throw new DomainError("bad-body", { path: "siteKinds", problem });
}

function sitesOf(road: RoadUnit, kind: AdSiteKind, dualWidthM: number): Site[] {
  const { carrier, cost, everyM, offsetM, sides } = kind;
  const signs = sides === "both" ? [1, -1] : sides === "left" ? [1] : [-1];
  const sites: Site[] = [];
  road.axis.forEach((piece, p) => {
    const lengthM = lengthOf(piece);
    for (let t = everyM / 2, n = 1; t < lengthM; t += everyM, n++) {
      const { x, y, alongX, alongY } = pointAlong(piece, t);
      for (const sign of signs) {
        const [outX, outY] = [-sign * alongY, sign * alongX];
        const { furthestAhead } = besideAt(road.beside, x, y, outX, outY, dualWidthM);
        const away = Math.max(0, furthestAhead) + offsetM;
        sites.push({
          id: `${carrier} ${road.key} ${p + 1}-${n}${sign > 0 ? "L" : "R"}`,
          carrier,
          cost,
          facing: azimuthOf(-outX, -outY),
          x: Number((x + away * outX).toFixed(3)),
          y: Number((y + away * outY).toFixed(3)),
        });
      }
    }
  });
  return sites;
}

/** Degrees clockwise from north, whole. */
function azimuthOf(x: number, y: number): number {
  return (Math.round((Math.atan2(x, y) * 180) / Math.PI) + 360) % 360;
}
