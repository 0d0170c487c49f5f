import { describe, expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { AdRules } from "../../../domain/ads/ad-rules.ts";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { planarInstance } from "../../../domain/ads/planar-instance.ts";
import { boxRules } from "../../../scripts/bench/ads/measured-box.ts";
import { WUHAN_ROADS, wuhanRoads } from "../../../scripts/bench/ads/wuhan-roads.ts";
import { type Random, seeded } from "../../support/random.ts";

type Segment = AdInstance["segments"][number];
type Point = [number, number];

const rules = {
  classes: { primary: "main", service: "lane" },
  groups: {
    main: { perKm: 5, serveDist: 25, dualWidth: 40 },
    lane: { perKm: 3, serveDist: 12, dualWidth: 0 },
  },
  absorbAuxiliary: [{ from: "lane", into: "main", withinM: 30 }],
};
const without = { ...rules, absorbAuxiliary: null };

/** Main streets far apart, with what runs beside them; `keys` are the roads that stay. */
type KnownCity = {
  readonly segments: readonly Segment[];
  readonly lengthOf: ReadonlyMap<string, number>;
  /** On the kerbs of auxiliary roads, with the main road that each is to serve. */
  readonly ads: readonly { x: number; y: number; road: string; side: number }[];
};

function knownCity(random: Random): KnownCity {
  const segments: Segment[] = [];
  const lengthOf = new Map<string, number>();
  const ads: { x: number; y: number; road: string; side: number }[] = [];
  const draw = (name: string | null, roadClass: string, line: readonly Point[]) => {
    const first = segments.length;
    for (let i = 1; i < line.length; i++) {
      segments.push({
        id: `s${segments.length}`,
        name,
        class: roadClass,
        coords: [line[i - 1]!, line[i]!],
      });
    }
    return `s${first}`;
  };
  const flat = (y: number, from: number, to: number, isBack = false): Point[] => {
    const stops = [
      from,
      to,
      ...Array.from({ length: random.below(4) }, () => from + random() * (to - from)),
    ];
    const points = [...new Set(stops)].sort((a, b) => a - b).map((x): Point => [x, y]);
    return isBack ? points.reverse() : points;
  };
  for (let n = 0; n < 4; n++) {
    const name = `大道${n}`;
    const y = 400 * n;
    const length = 800 + random() * 900;
    draw(name, "primary", flat(y, 0, length));
    const width = random() < 0.5 ? 20 + random() * 15 : 0;
    if (width > 0) draw(name, "primary", flat(y + width, 0, length, true));
    lengthOf.set(name, length);
    for (const side of [1, -1]) {
      if (random() < 0.3) continue;
      const off = side > 0 ? width + 10 + random() * 15 : -10 - random() * 15;
      const from = random() * 0.2 * length;
      const to = from + (0.4 + random() * 0.35) * length;
      const called = random.pick([null, name, `${name}辅路`, `${name}辅道`]);
      // Where it leaves the main road it may turn away, for less than a fifth of its length.
      const away = 0.12 * (to - from);
      const turn: Point[] = random() < 0.5 ? [[to + away, y + off + side * 0.5 * away]] : [];
      draw(called, "service", [...flat(y + off, from, to), ...turn]);
      ads.push({ x: from + 0.6 * (to - from), y: y + off + side * 4, road: name, side });
      ads.push({ x: from + 0.3 * (to - from), y: y + off - side * 4, road: name, side });
    }
    // Roads of their own: too far off, turning away too early, called otherwise, across.
    const far = draw(null, "service", flat(y + width + 80, 0, 300));
    lengthOf.set(`(unnamed ${far})`, 300);
    const start: Point[] = [
      [0, y - 130],
      [60, y - 130],
    ];
    const own = draw(null, "service", [...start, [60, y - 300]]);
    lengthOf.set(`(unnamed ${own})`, 60);
    lengthOf.set(`(unnamed s${segments.length - 1})`, 170);
    draw(`里弄${n}`, "service", flat(y - 27, 0.85 * length, length));
    lengthOf.set(`里弄${n}`, 0.15 * length);
    draw(`横街${n}`, "service", [
      [350, y + 130],
      [350, y + 260],
    ]);
    lengthOf.set(`横街${n}`, 130);
  }
  return { segments, lengthOf, ads };
}

const parsed = (segments: readonly Segment[], given: object, ads: object[] = []) =>
  AdInstance.parse({ crs: "local-m", segments, rules: given, ads });

describe("auxiliary roads", () => {
  test("of random cities are absorbed, and nothing else is: lengths are the known ones", () => {
    for (let seed = 1; seed <= 80; seed++) {
      const { segments, lengthOf } = knownCity(seeded(seed));
      const { roads } = networkOf(parsed(segments, rules));
      const got = Object.fromEntries(roads.map(({ key, lengthM }) => [key, lengthM]));
      expect(Object.keys(got).sort(), `seed ${seed}`).toEqual([...lengthOf.keys()].sort());
      for (const [key, length] of lengthOf) {
        expect(Math.abs(got[key]! - length), `seed ${seed} ${key}`).toBeLessThan(0.001);
      }
    }
  });

  test("what stands along them serves the main road, on the side where it stands", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { segments, ads } = knownCity(seeded(seed));
      const standing = ads.map(({ x, y }, i) => ({ id: `a${i}`, x, y, state: "ok" }));
      const instance = parsed(segments, rules, standing);
      const network = networkOf(instance);
      const survey = surveyAds(instance, network);
      ads.forEach(({ road, side }, a) => {
        const [host] = survey.ads[a]!.served;
        expect(network.roads[host?.road ?? -1]?.key, `seed ${seed} ad ${a}`).toBe(road);
        expect(host?.side, `seed ${seed} ad ${a}`).toBe(sideOn(network, host!.road, side));
      });
    }
  });

  test("no line is lost: every segment belongs to one road, main lengths stay", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { segments } = knownCity(seeded(seed));
      const [on, off] = [rules, without].map((given) => networkOf(parsed(segments, given)));
      const drawn = on!.roads.flatMap((road) => [...road.segments]).sort((a, b) => a - b);
      expect(drawn).toEqual([...segments.keys()]);
      const raw = (network: typeof on) => network!.roads.reduce((sum, r) => sum + r.rawLengthM, 0);
      expect(raw(on)).toBeCloseTo(raw(off), 6);
      expect(on!.roads.length).toBeLessThanOrEqual(off!.roads.length);
    }
  });

  test("where they are part of the main road, no junction with it is left", () => {
    const line = (name: string | null, roadClass: string, ...coords: Point[]): Segment => {
      return { id: `${roadClass}${coords.join()}`, name, class: roadClass, coords };
    };
    const segments = [
      line("甲", "primary", [0, 0], [500, 0]),
      line("甲", "primary", [500, 0], [1000, 0]),
      line(null, "service", [500, 0], [520, 15], [900, 15]),
    ];
    expect(networkOf(parsed(segments, without)).junctions.length).toBe(2);
    expect(networkOf(parsed(segments, rules)).junctions.length).toBe(0);
  });
});

/** Left of the axis where that runs as it is drawn, else right. */
function sideOn({ roads }: ReturnType<typeof networkOf>, road: number, side: number): number {
  const { xy } = roads[road]!.axis[0]!;
  return xy[2]! > xy[0]! ? side : -side;
}

test("a rule that names no group is refused", () => {
  const wrong = { ...rules, absorbAuxiliary: [{ from: "alley", into: "main", withinM: 30 }] };
  expect(AdRules.safeParse(wrong).error?.issues[0]).toMatchObject({
    path: ["absorbAuxiliary", 0, "from"],
  });
  expect(
    AdRules.safeParse({ ...rules, absorbAuxiliary: [{ ...rules.absorbAuxiliary[0], withinM: 0 }] })
      .success,
  ).toBe(false);
});

test("a real city: its lanes lose what runs beside main roads, its main roads nothing", {
  timeout: 60_000,
}, ({ skip }) => {
  const segments = wuhanRoads();
  if (!segments) return skip(`${WUHAN_ROADS} is not beside the project`);
  const built = [null, [{ from: "lane", into: "main", withinM: 30 }]].map((absorbAuxiliary) => {
    const instance = { crs: "EPSG:4326", segments, rules: { ...boxRules, absorbAuxiliary } };
    return networkOf(planarInstance(AdInstance.parse(instance))).roads;
  });
  const [off, on] = built.map((roads) => ({
    roads: Map.groupBy(roads, ({ group }) => group),
    km: (group: string) =>
      roads.reduce((sum, r) => sum + (r.group === group ? r.lengthM : 0), 0) / 1000,
  }));
  expect(on!.km("main")).toBeCloseTo(off!.km("main"), 6);
  expect(on!.roads.get("main")!.length).toBe(off!.roads.get("main")!.length);
  const lost = off!.km("lane") - on!.km("lane");
  expect(off!.km("lane")).toBeCloseTo(2124.3, 1);
  expect(lost).toBeCloseTo(85.5, 1);
});
