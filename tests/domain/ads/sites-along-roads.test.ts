import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { sitesAlongRoads } from "../../../domain/ads/sites-along-roads.ts";
import { seeded } from "../../support/random.ts";
import { knownStreets } from "../../support/random-ad-city.ts";

const group = { perKm: 6, serveDist: 20, dualWidth: 40, minSpacing: 10 };
const lamp = { carrier: "lamp", everyM: 50, offsetM: 4, sides: "both", cost: 800 };

function cityOf(segments: unknown, siteKinds: unknown[]): AdInstance {
  const classes = { primary: "main", secondary: "main", residential: "lane" };
  const rules = { classes, groups: { main: group, lane: { ...group, dualWidth: 0 } }, siteKinds };
  return AdInstance.parse({ crs: "local-m", segments, rules });
}

test("along a straight road they stand on both sides, facing it, from half a step on", () => {
  const coords = [
    [0, 0],
    [200, 0],
  ];
  const city = cityOf([{ id: "s", name: "直路", class: "primary", coords }], [lamp]);
  const sites = sitesAlongRoads(networkOf(city), city.rules);
  expect(sites.map(({ x, y, facing }) => [x, y, facing])).toEqual([
    [25, 4, 180],
    [25, -4, 0],
    [75, 4, 180],
    [75, -4, 0],
    [125, 4, 180],
    [125, -4, 0],
    [175, 4, 180],
    [175, -4, 0],
  ]);
  expect(new Set(sites.map(({ id }) => id)).size).toBe(8);
});

test("beside a dual road they stand off the outer carriageway, none between the two", () => {
  const line = (y: number) => [
    [0, y],
    [400, y],
  ];
  const segments = [0, 20].map((y) => ({
    id: `s${y}`,
    name: "双路",
    class: "primary",
    coords: line(y),
  }));
  const city = cityOf(segments, [lamp]);
  const sites = sitesAlongRoads(networkOf(city), city.rules);
  expect(new Set(sites.map(({ y }) => y))).toEqual(new Set([-4, 24]));
});

test("each serves its own road, on the side that its id names", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { segments } = knownStreets(seeded(seed), 2);
    const city = cityOf(segments, [
      lamp,
      { ...lamp, carrier: "wall", groups: ["lane"], sides: "left" },
    ]);
    const network = networkOf(city);
    const candidates = sitesAlongRoads(network, city.rules);
    expect(candidates.length).toBeGreaterThan(20);
    const { sites } = surveyAds({ ...city, candidates }, network);
    sites.forEach(({ served }, s) => {
      const { id, carrier } = candidates[s]!;
      const own = served.find(({ road }) => id.includes(` ${network.roads[road]!.key} `));
      expect(own, `${seed} ${id}`).toBeDefined();
      if (own && own.side !== 0) expect(own.side > 0 ? "L" : "R", `${seed} ${id}`).toBe(id.at(-1));
      if (carrier === "wall") expect(id.endsWith("L")).toBe(true);
    });
  }
});

test("kinds that stand too close for the roads there are are refused before anything is made", () => {
  const coords = [
    [0, 0],
    [2_000_000, 0],
  ];
  const segments = [{ id: "s", name: "长路", class: "primary", coords }];
  const city = cityOf(segments, [{ ...lamp, everyM: 5 }]);
  expect(() => sitesAlongRoads(networkOf(city), city.rules)).toThrow(/siteKinds/);
});
