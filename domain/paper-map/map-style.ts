import type { RoadShape } from "./map-source.ts";

export const roadKinds = [
  "arterialTrunk",
  "arterial",
  "secondary",
  "branch",
  "lane",
  "path",
  "link",
] as const;
export type RoadKind = (typeof roadKinds)[number];

type ByRoad<T> = Readonly<Record<RoadKind, T>>;

/** What a map on paper is drawn with; the sign and the wall map are two objects, not two programs. */
export type MapStyle = {
  readonly land: string;
  readonly green: string | null;
  readonly water: string;
  readonly waterLine: string;
  /** Null: houses are left out at every scale. */
  readonly building: string | null;
  /** Drawn where the scale is 1 : this or larger. */
  readonly buildingsTo: number;
  readonly lanesTo: number;
  readonly branchesTo: number;
  readonly roadFill: ByRoad<string>;
  readonly roadCasing: ByRoad<string> | null;
  /** At 8 m a pixel, as screens have it: × (8 / m per px)^0.55. */
  readonly roadWidthPx: ByRoad<number>;
  /** 1 is what a screen of 96 pixels an inch draws. */
  readonly lineScale: number;
  readonly label: string;
  readonly halo: string;
  readonly riverLabel: string;
};

const SCREEN_PX_MM = 25.4 / 96;
const CASING_EXTRA_PX = 1.4;

const widths: ByRoad<number> = {
  arterialTrunk: 5,
  arterial: 4.6,
  secondary: 3.6,
  branch: 2.6,
  lane: 1.5,
  path: 1,
  link: 2.2,
};

/** As the desk's day map, on white. */
export const wallStyle: MapStyle = {
  land: "#f4f5f2",
  green: "#e6efe1",
  water: "#dce8f1",
  waterLine: "#bcd0e0",
  building: "#e9ebea",
  buildingsTo: 7000,
  lanesTo: 16_000,
  branchesTo: 60_000,
  roadFill: everyRoad(() => "#ffffff"),
  roadCasing: {
    arterialTrunk: "#b3bbc6",
    arterial: "#b8c0ca",
    secondary: "#c2c9d1",
    branch: "#cdd3d9",
    lane: "#dcdfe3",
    path: "#e4e6e8",
    link: "#c2c9d1",
  },
  roadWidthPx: widths,
  lineScale: 0.72,
  label: "#33415a",
  halo: "#ffffff",
  riverLabel: "#4f7d9e",
};

/** Grey lines on white: it must read in black and white, and the section itself is the only dark line. */
export const signStyle: MapStyle = {
  land: "#ffffff",
  green: null,
  water: "#e9eef4",
  waterLine: "#cfd9e4",
  building: null,
  buildingsTo: 0,
  lanesTo: 14_000,
  branchesTo: 40_000,
  roadFill: {
    arterialTrunk: "#b4bcc9",
    arterial: "#b4bcc9",
    secondary: "#c3cad5",
    branch: "#d3d9e2",
    lane: "#e1e5eb",
    path: "#eaedf1",
    link: "#c9d0d9",
  },
  roadCasing: null,
  roadWidthPx: widths,
  lineScale: 0.8,
  label: "#33415a",
  halo: "#ffffff",
  riverLabel: "#4e5c73",
};

/** Width of a road on paper in millimetres. */
export function roadWidthMm(style: MapStyle, kind: RoadKind, denominator: number): number {
  const metresPerPx = (denominator * SCREEN_PX_MM) / 1000;
  return style.roadWidthPx[kind] * (8 / metresPerPx) ** 0.55 * SCREEN_PX_MM * style.lineScale;
}

export function casingWidthMm(style: MapStyle, kind: RoadKind, denominator: number): number {
  return roadWidthMm(style, kind, denominator) + CASING_EXTRA_PX * SCREEN_PX_MM * style.lineScale;
}

const PATHS = ["footway", "path", "track", "pedestrian", "steps", "cycleway"];

export function roadKindOf({ class: roadClass, highway }: RoadShape): RoadKind {
  if (highway === "motorway" || highway === "trunk") return "arterialTrunk";
  if (roadClass === "none") return "link";
  if (roadClass === "lane" && highway !== null && PATHS.includes(highway)) return "path";
  return roadClass;
}

/** Whether roads of a kind are drawn at 1 : `denominator`. */
export function showsRoad(style: MapStyle, kind: RoadKind, denominator: number): boolean {
  if (kind === "path") return denominator <= style.lanesTo / 2;
  if (kind === "lane") return denominator <= style.lanesTo;
  return kind === "branch" ? denominator <= style.branchesTo : true;
}

function everyRoad<T>(value: (kind: RoadKind) => T): ByRoad<T> {
  return Object.fromEntries(roadKinds.map((kind) => [kind, value(kind)])) as ByRoad<T>;
}
