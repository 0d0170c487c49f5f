import { roadStatusList } from "../../domain/ads/audit/road-status.ts";
import type { AdDossierRoad, AdDossierSite, AdPlanDossier } from "../../domain/ads/plan-dossier.ts";
import { type LngLat, lngLat } from "../../domain/spatial/lng-lat.ts";
import { seeded } from "./random.ts";

type Sizes = { readonly sites?: number; readonly zones?: number; readonly roads?: number };

/** What a spreadsheet would run, and what XML and sheets could trip over. */
export const NASTY = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  `<b>&"'路'</b>`,
  "甲_x0041_乙",
  "很长的名字".repeat(30),
] as const;

const [WEST, SOUTH, WIDTH, HEIGHT] = [114.25, 30.55, 0.06, 0.04];

/** A plan over streets in a grid, zones side by side; the same seed gives the same one. */
export function aDossier(
  seed: number,
  { sites: siteCount = 40, zones: zoneCount = 3, roads: roadCount = 9 }: Sizes = {},
  given: Partial<AdPlanDossier> = {},
): AdPlanDossier {
  const random = seeded(seed);
  const at = (x: number, y: number): LngLat =>
    lngLat(Number((WEST + x * WIDTH).toFixed(6)), Number((SOUTH + y * HEIGHT).toFixed(6)));
  const zones = Array.from({ length: zoneCount }, (_, z) => {
    const [from, to] = [z / zoneCount, (z + 1) / zoneCount];
    const ring = [at(from, 0), at(to, 0), at(to, 1), at(from, 1), at(from, 0)];
    return {
      id: `Z${z + 1}`,
      name: `第${z + 1}片区`,
      geometry: { type: "Polygon" as const, coordinates: [ring.map((p) => [...p])] },
    };
  });
  const zoneAt = (x: number) => zones[Math.min(zoneCount - 1, Math.floor(x * zoneCount))] ?? null;
  const roads = Array.from({ length: roadCount }, (_, r): AdDossierRoad => {
    const share = (Math.floor(r / 2) + 0.5) / Math.ceil(roadCount / 2);
    const axis =
      r % 2 === 0 ? [at(0.02, share), at(0.98, share)] : [at(share, 0.02), at(share, 0.98)];
    const [required, count] = [6 + random.below(20), random.below(20)];
    const zone = zoneAt(r % 2 === 0 ? 0.5 : share);
    const shortage = Math.max(0, required - count);
    return {
      key: r === 0 ? "(unnamed R7)" : `道路${r}`,
      name: r === 0 ? null : `道路${r}`,
      group: random.pick(["arterial", "secondary", "lane"]),
      lengthM: 1000 + 5000 * random(),
      required,
      count,
      shortage,
      surplus: Math.max(0, count - required),
      status: roadStatusList[r % 4] ?? "met",
      longestGapM: 100 + 400 * random(),
      gapOk: random() < 0.5,
      sideShort: random.below(3),
      zoneId: zone?.id ?? null,
      zoneName: zone?.name ?? null,
      unitId: "U1",
      unitName: "市政管养所",
      after: { status: "met", count: count + shortage, shortage: 0 },
      axis: [axis],
    };
  });
  const sites = Array.from({ length: siteCount }, (_, i): AdDossierSite => {
    const road = random.pick(roads);
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = road.axis[0] ?? [];
    const t = random();
    const position = lngLat(
      Number((ax + t * (bx - ax) + 1e-4).toFixed(6)),
      Number((ay + t * (by - ay) + 1e-4).toFixed(6)),
    );
    const zone = zoneAt((position[0] - WEST) / WIDTH);
    const unit = random.below(4);
    return {
      number: i + 1,
      kind: random() < 0.75 ? "new" : "repair",
      id: `C${String(i + 1).padStart(4, "0")}`,
      position,
      roadKey: road.key,
      roadName: road.name,
      chainageM: road.lengthM * t,
      side: random.pick([-1, 0, 1]),
      facing: random() < 0.5 ? random.below(360) : null,
      carrier: random.pick(["lamp", "mural", "bus-shelter", "自设"]),
      theme: random() < 0.5 ? "values" : null,
      cost: 100 * random.below(40),
      unitId: unit === 3 ? null : `U${unit + 1}`,
      unitName: unit === 3 ? null : `责任单位${unit + 1}`,
      zoneId: zone?.id ?? null,
      zoneName: zone?.name ?? null,
      phase: 1 + random.below(2),
    };
  });
  const sum = (of: (road: AdDossierRoad) => number) => roads.reduce((n, road) => n + of(road), 0);
  const totals = {
    lengthM: sum(({ lengthM }) => lengthM),
    required: sum(({ required }) => required),
    count: sum(({ count }) => count),
    shortage: sum(({ shortage }) => shortage),
    surplus: sum(({ surplus }) => surplus),
  };
  const cost = sites.reduce((n, site) => n + site.cost, 0);
  return {
    city: {
      id: "test",
      name: "测试市",
      isDemo: false,
      attribution: "© OpenStreetMap contributors",
    },
    stamp: {
      rulesVersion: "v3",
      rulesIssuedOn: "2026-09-01",
      rulesSource: "测试市创建办《公益广告设置标准》",
      dataRevision: "9f3a11c0de",
      madeAt: "2026-11-22T10:05:00+08:00",
      scenario: "最少费用",
      objective: "cost",
      status: "optimal",
      value: cost,
      bound: cost,
      gap: 0,
    },
    roads,
    places: [],
    ads: Array.from({ length: 3 * roadCount }, (_, i) => {
      const road = roads[i % roadCount];
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = road?.axis[0] ?? [];
      const t = random();
      return {
        id: `G${i + 1}`,
        position: lngLat(ax + t * (bx - ax) - 1e-4, ay + t * (by - ay) - 1e-4),
        state: "ok" as const,
        carrier: "lamp",
      };
    }),
    zones,
    totals,
    sites,
    after: { count: totals.required + totals.surplus, shortage: 0, surplus: totals.surplus },
    cost,
    ...given,
  };
}

/** Every text of it as nasty as may be. */
export function aNastyDossier(seed: number): AdPlanDossier {
  const plain = aDossier(seed);
  const nasty = (i: number) => NASTY[i % NASTY.length] ?? "";
  return {
    ...plain,
    city: { ...plain.city, name: NASTY[4], attribution: NASTY[0] },
    stamp: { ...plain.stamp, rulesSource: NASTY[0], scenario: NASTY[3], rulesVersion: NASTY[2] },
    roads: plain.roads.map((road, i) => ({ ...road, key: nasty(i), name: nasty(i) })),
    zones: plain.zones.map((zone, i) => ({ ...zone, name: nasty(i) })),
    sites: plain.sites.map((site, i) => ({
      ...site,
      id: nasty(i),
      roadName: nasty(i + 1),
      carrier: nasty(i + 2),
      theme: nasty(i + 3),
      unitId: nasty(i),
      unitName: nasty(i),
      zoneName: nasty(i + 4),
    })),
  };
}
