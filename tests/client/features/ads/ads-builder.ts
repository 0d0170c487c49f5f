import type { AdRoad, AdRoads, AdSpot, AdSummaryRow } from "../../../../domain/contract/ads.ts";
import type { AdRulesBody } from "../../../../domain/contract/ads-rules.ts";

/** A sum over no roads, with what is given. */
export function row(given: Partial<AdSummaryRow> = {}): AdSummaryRow {
  return {
    id: null,
    name: "",
    roads: 0,
    lengthM: 0,
    required: 0,
    existing: 0,
    shortage: 0,
    surplus: 0,
    short: 0,
    dense: 0,
    met: 0,
    unneeded: 0,
    ...given,
  };
}

/** A road of the group arterial that has all it needs. */
export function road(given: Partial<AdRoad> = {}): AdRoad {
  return {
    key: "a",
    group: "arterial",
    length: 1000,
    rawLength: 1000,
    closed: false,
    count: 8,
    required: 8,
    shortage: 0,
    density: 8,
    longestGap: 130,
    gapOk: true,
    left: 4,
    right: 4,
    sideShort: 0,
    name: "长江路",
    status: "met",
    zone: null,
    unit: null,
    ...given,
  };
}

/** Stands at the origin of nothing, in order, on no road. */
export function adSpot(given: Partial<AdSpot> = {}): AdSpot {
  return {
    id: "G1",
    position: [114.3, 30.6],
    carrier: "lamp",
    facing: null,
    road: null,
    chainage: null,
    side: 0,
    theme: null,
    state: "ok",
    counts: true,
    repairCost: null,
    unit: null,
    ...given,
  };
}

/** Axes by key, each of the pieces that are given. */
export function axes(lines: Readonly<Record<string, [number, number][][]>>): AdRoads {
  return {
    type: "FeatureCollection",
    features: Object.entries(lines).map(([key, coordinates]) => ({
      type: "Feature",
      geometry: { type: "MultiLineString", coordinates },
      properties: { key, name: null, group: "arterial", status: "met" },
    })),
  };
}

type Rules = NonNullable<AdRulesBody["active"]>;

/** Rules for arterial roads alone. */
export function rules(arterial: Partial<Rules["groups"][string]> = {}): Rules {
  return {
    version: "v1",
    issuedOn: "2026-01-01",
    source: "test",
    classes: {},
    groups: {
      arterial: {
        perKm: 8,
        rounding: "ceil",
        minLength: 0,
        minCount: 0,
        minSpacing: 0,
        serveDist: 25,
        dualWidth: 0,
        ...arterial,
      },
    },
    sharing: "all",
    oppositeExempt: false,
    maxFacingDeg: 180,
    countStates: ["ok"],
    areaSpacing: 0,
    junctionClear: 0,
    gapTol: 50,
  } as Rules;
}
