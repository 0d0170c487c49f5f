import type { Polygon } from "geojson";
import { CategoryCode, type ProblemCategory } from "../../domain/category.ts";
import { type CityPack, PackManifest } from "../../domain/city-pack.ts";
import type { Duty, DutyRole, DutyScope } from "../../domain/duty.ts";
import type { GridZone, ZoneLevel } from "../../domain/grid-zone.ts";
import { DutyId, ProblemId, SectionId, UnitId, ZoneId } from "../../domain/ids.ts";
import { defaultSources, type Problem } from "../../domain/problem.ts";
import type { RoadSection } from "../../domain/road-section.ts";
import { storedLngLat } from "../../domain/spatial/lng-lat.ts";

/** Where the test city lies; 0.001° is about 96 m east and 111 m north. */
export const CITY_ORIGIN = [114.3, 30.6] as const;

export const T0 = Date.UTC(2026, 0, 1);

const CATEGORIES: readonly [string, string, number, number?, number?][] = [
  ["E01", "市容环境", 24],
  ["E0102", "暴露垃圾", 12],
  ["E0104", "道路不洁", 12],
  ["E05", "街面秩序", 12],
  ["E0501", "无照经营游商", 4, 50, 6],
  ["E0505", "机动车乱停放", 6],
  ["P01", "公用设施", 48],
  ["P0102", "污水井盖", 24, 20, 72],
];

export const testCategories: readonly ProblemCategory[] = CATEGORIES.map(
  ([code, name, dueHours, radiusM, graceHours]) => ({
    code: CategoryCode.parse(code),
    name,
    dueHours,
    ...(radiusM && { radiusM }),
    ...(graceHours && { graceHours }),
  }),
);

/** Reads as a sentence: `aCity().withZone("Z1", [0, 0, 10, 10]).withLead("市领导 01", "Z1").build()`. */
export function aCity() {
  return new CityBuilder();
}

/** A rectangle in thousandths of a degree from the city's origin: west, south, east, north. */
export type Box = readonly [number, number, number, number];

export class CityBuilder {
  readonly #zones: GridZone[] = [];
  readonly #roads: RoadSection[] = [];
  readonly #duties: Duty[] = [];
  readonly #units = new Set<string>();

  withZone(id: string, box: Box, level: ZoneLevel = "zone", parentId: string | null = null): this {
    this.#zones.push({
      id: ZoneId.parse(id),
      name: `${id}片区`,
      level,
      parentId: parentId === null ? null : ZoneId.parse(parentId),
      geometry: polygonOfBox(box),
    });
    return this;
  }

  withRoad(
    id: string,
    path: readonly (readonly [number, number])[],
    name: string | null = null,
  ): this {
    this.#roads.push({
      id: SectionId.parse(id),
      name,
      highway: "secondary",
      class: "secondary",
      isOneway: false,
      geometry: { type: "LineString", coordinates: path.map(([e, n]) => at(e, n)) },
    });
    return this;
  }

  withDuty(
    role: DutyRole,
    scope: DutyScope,
    who: { person?: string; unitId?: string },
    when: { from?: number; to?: number | null; also?: DutyScope } = {},
  ): this {
    if (who.unitId) this.#units.add(who.unitId);
    this.#duties.push({
      id: DutyId.parse(`D${this.#duties.length + 1}`),
      role,
      person: who.person ?? null,
      unitId: who.unitId ? UnitId.parse(who.unitId) : null,
      scope,
      also: when.also ?? null,
      from: when.from ?? T0 - 1e11,
      to: when.to ?? null,
      phone: null,
    });
    return this;
  }

  withLead(person: string, zoneId: string, when: { from?: number; to?: number | null } = {}): this {
    return this.withDuty("zone-lead", { type: "zone", id: zoneId }, { person }, when);
  }

  withChief(person: string, sectionId: string): this {
    return this.withDuty("section-chief", { type: "section", id: sectionId }, { person });
  }

  build(): CityPack {
    return {
      folder: "test",
      manifest: PackManifest.parse({
        id: "test",
        name: "试验市",
        timezone: "Asia/Shanghai",
        bounds: [
          CITY_ORIGIN[0] - 0.05,
          CITY_ORIGIN[1] - 0.05,
          CITY_ORIGIN[0] + 0.15,
          CITY_ORIGIN[1] + 0.15,
        ],
        categories: testCategories,
        sources: defaultSources,
        settings: { recurrence: { planeOrigin: CITY_ORIGIN, historyStart: "2025-01-01" } },
      }),
      zones: this.#zones,
      roads: this.#roads,
      rivers: [],
      places: [],
      units: [...this.#units].map((id) => ({
        id: UnitId.parse(id),
        name: `单位${id}`,
        kind: "department",
        parentId: null,
      })),
      duties: this.#duties,
      basemap: { water: [], green: [], buildings: [] },
      problemsFile: null,
    };
  }
}

/** Degrees of a point given in thousandths of a degree from the origin. */
export function at(east: number, north: number): [number, number] {
  return [CITY_ORIGIN[0] + east / 1000, CITY_ORIGIN[1] + north / 1000];
}

let nextId = 0;

/** A problem with everything a test does not care about filled in. */
export function aProblem(
  given: Partial<Omit<Problem, "id" | "category" | "position">> & {
    id?: string;
    category?: string;
    position?: readonly [number, number] | null;
  },
): Problem {
  const position = given.position === undefined ? at(5, 5) : given.position;
  return {
    dueAt: null,
    closings: [],
    source: "hotline",
    state: "reported",
    description: "",
    address: null,
    assetId: null,
    isHardDeduction: false,
    assignedUnitId: null,
    photos: [],
    reportedAt: T0,
    ...given,
    id: ProblemId.parse(given.id ?? `p${++nextId}`),
    category: CategoryCode.parse(given.category ?? "E0102"),
    position: position && storedLngLat(position[0], position[1]),
  };
}

function polygonOfBox([west, south, east, north]: Box): Polygon {
  const ring = [
    at(west, south),
    at(east, south),
    at(east, north),
    at(west, north),
    at(west, south),
  ];
  return { type: "Polygon", coordinates: [ring] };
}
