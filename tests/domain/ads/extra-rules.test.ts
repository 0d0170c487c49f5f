import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { comparedSums, extraRuleFindings } from "../../../domain/ads/audit/extra-rules.ts";
import { seeded } from "../../support/random.ts";

/** One straight street of 1,000 m with ads of a theme at given metres. */
function found(rules: object, ads: object[] = [], more: object = {}) {
  const instance = AdInstance.parse({
    crs: "local-m",
    segments: [
      {
        id: "s",
        name: "长街",
        class: "primary",
        coords: [
          [0, 0],
          [1000, 0],
        ],
      },
      {
        id: "t",
        name: "短巷",
        class: "lane",
        coords: [
          [0, 500],
          [120, 500],
        ],
      },
    ],
    ads: ads.map((ad, n) => ({ id: `a${n}`, state: "ok", y: 5, ...ad })),
    rules: {
      classes: { primary: "main", lane: "lane" },
      groups: { main: { perKm: 2, serveDist: 20 }, lane: { perKm: 0, serveDist: 20 } },
      ...rules,
    },
    ...more,
  });
  return extraRuleFindings(surveyAds(instance, networkOf(instance)));
}

test("a window is asked of every road of its groups that is longer, by number, theme and carrier", () => {
  const ads = [100, 300, 350, 700].map((x) => ({ x, theme: x < 320 ? "values" : "health" }));
  const window = { id: "w", lengthM: 300, min: 1, minByTheme: { values: 1 } };
  const { findings, sums } = found({ windows: [{ ...window, minByCarrier: { mural: 1 } }] }, ads);
  expect(findings).toMatchObject([
    { rule: "windows.w.min", owner: "长街", have: 0, need: 1, ok: false },
    { rule: "windows.w.minByTheme.values", have: 0, ok: false },
    { rule: "windows.w.minByCarrier.mural", have: 0, ok: false },
  ]);
  expect(findings.map(({ where }) => where)).toEqual([
    [{ piece: 0, fromM: 350, toM: 700 }],
    [{ piece: 0, fromM: 300, toM: 1000 }],
    [{ piece: 0, fromM: 0, toM: 1000 }],
  ]);
  expect(findings.every(({ isAuditedOnly }) => isAuditedOnly)).toBe(true);
  expect(sums[0]).toEqual({
    rule: "windows.w.min",
    kind: "window",
    checked: 1,
    broken: 1,
    skipped: 0,
  });
});

test("a window for other roads asks nothing of this one", () => {
  const windows = [{ id: "w", groups: ["lane"], lengthM: 50, min: 2 }];
  expect(found({ windows }).findings).toMatchObject([{ owner: "短巷", have: 0, need: 2 }]);
});

test("removed and broken ads, and forms that do not count, hold no window", () => {
  const windows = [{ id: "w", groups: ["main"], lengthM: 600, min: 1 }];
  const ads = [
    { x: 500, carrier: "banner" },
    { x: 520, state: "faded" },
  ];
  expect(found({ windows }, ads).findings).toMatchObject([{ ok: true, have: 1 }]);
  const forms = { notCounted: ["banner"] };
  expect(found({ windows, forms }, ads).findings).toMatchObject([
    { rule: "windows.w.min", ok: false, have: 0 },
    { rule: "forms", owner: "长街", have: 0, need: 2, ok: false, ads: ["a0"] },
  ]);
  const counted = { counted: ["mural"] };
  expect(found({ windows, forms: counted }, [{ x: 500 }]).findings[0]).toMatchObject({ ok: false });
});

const market = { id: "m", kind: "market", x: 500, y: 0 };

test("a place drawn as a point has the ads within reach, on the edge of it as well", () => {
  const ads = [
    { x: 500, y: 40 },
    { x: 503, y: 40 },
    { x: 500, y: -50 },
    { x: 500, y: 50.01 },
  ].map((at, n) => ({ ...at, theme: n < 2 ? "values" : "health" }));
  const rules = {
    places: { market: 4 },
    placeReachM: 50,
    placeThemes: { market: { values: 2, health: 2 } },
    placeSpacingM: { market: 10 },
  };
  expect(found(rules, ads, { places: [market] }).findings).toMatchObject([
    { rule: "places.market", owner: "m", have: 3, need: 4, ok: false },
    { rule: "placeThemes.market.values", have: 2, ok: true },
    { rule: "placeThemes.market.health", have: 1, ok: false },
    { rule: "placeSpacingM.market", have: 3, need: 10, ok: false, ads: ["a0", "a1"] },
  ]);
});

test("the ads of places are those that plain loops find", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seeded(seed);
    const spot = () => ({ x: random() * 400, y: random() * 400 - 200 });
    const ads = Array.from({ length: 60 }, () => ({
      ...spot(),
      theme: random() < 0.5 ? "values" : "health",
      state: random() < 0.8 ? "ok" : "damaged",
    }));
    const places = Array.from({ length: 12 }, (_, n) => ({
      id: `m${n}`,
      kind: "market",
      ...spot(),
    }));
    const rules = {
      places: { market: 5 },
      placeReachM: 60,
      placeThemes: { market: { values: 2 } },
      placeSpacingM: { market: 12 },
    };
    const { findings } = found(rules, ads, { places });
    const apart = (a: { x: number; y: number }, b: { x: number; y: number }) =>
      Math.hypot(a.x - b.x, a.y - b.y);
    for (const place of places) {
      const own = ads.filter((ad) => ad.state === "ok" && apart(ad, place) <= 60);
      const pairs = own.flatMap((a, i) => own.slice(i + 1).map((b) => apart(a, b)));
      const have = (rule: string) =>
        findings.find((each) => each.owner === place.id && each.rule === rule)?.have;
      expect(have("places.market")).toBe(own.length);
      expect(have("placeThemes.market.values")).toBe(
        own.filter(({ theme }) => theme === "values").length,
      );
      expect(have("placeSpacingM.market")).toBe(pairs.length > 0 ? Math.min(...pairs) : undefined);
    }
  }
});

test("without a reach a point cannot be judged, and that is said", () => {
  const { findings, sums } = found({ places: { market: 1 } }, [], { places: [market] });
  expect(findings).toEqual([]);
  expect(sums).toEqual([
    { rule: "places.market", kind: "place-count", checked: 0, broken: 0, skipped: 1 },
  ]);
});

test("themes of a place with an outline are those inside it; how many it needs is no matter here", () => {
  const polygon = [
    [400, -20],
    [600, -20],
    [600, 20],
    [400, 20],
  ];
  const rules = { places: { park: 9 }, placeThemes: { park: { values: 1 } } };
  const ads = [
    { x: 600, theme: "values" },
    { x: 601, theme: "values" },
  ];
  const { findings } = found(rules, ads, { places: [{ id: "p", kind: "park", polygon }] });
  expect(findings).toMatchObject([{ kind: "place-theme", have: 1, ok: true }]);
});

test("themes are counted over the city, shares by the kind of board", () => {
  const ads = [
    { x: 1, theme: "values" },
    { x: 2, theme: "health" },
  ];
  const rules = {
    themes: { minCount: { values: 2 } },
    hoardingMinShare: { metro: 0.7, "*": 0.3 },
    screenMinShare: { mall: 0.3 },
  };
  const hoarding = { length: 100, height: 2, psaArea: 60, minShare: 0.3 };
  const { findings } = found(rules, ads, {
    hoardings: [
      { ...hoarding, id: "h1", kind: "housing" },
      { ...hoarding, id: "h2", kind: "metro", minShare: 0.7 },
    ],
    screens: [
      { id: "x1", kind: "bank", loopSeconds: 100, psaSeconds: 10, minShare: 0.2 },
      { id: "x2", kind: "mall", loopSeconds: 100, psaSeconds: 10, minShare: 0 },
    ],
  });
  expect(findings).toMatchObject([
    { rule: "themes.minCount.values", owner: null, have: 1, need: 2, ok: false },
    { rule: "hoardingMinShare.*", owner: "h1", have: 0.3, ok: true },
    { rule: "hoardingMinShare.metro", owner: "h2", need: 0.7, ok: false },
    { rule: "own", kind: "screen-share", owner: "x1", have: 0.1, need: 0.2, ok: false },
  ]);
});

test("a rule that only one of two sets has is compared with nothing", () => {
  const window = (lengthM: number) => found({ windows: [{ id: "w", lengthM, min: 1 }] }).sums;
  const count = { checked: 1, broken: 1, skipped: 0 };
  const rule = { rule: "windows.w.min", kind: "window" };
  expect(comparedSums([], window(500))).toEqual([{ ...rule, before: null, after: count }]);
  expect(comparedSums(window(500), [])).toEqual([{ ...rule, before: count, after: null }]);
  expect(comparedSums(window(500), window(100))).toEqual([
    { ...rule, before: count, after: { ...count, checked: 2, broken: 2 } },
  ]);
});
