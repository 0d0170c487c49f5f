import type { Vec } from "../geometry/vec.ts";
import type { StreetKind } from "../streets/line-kind.ts";
import { points } from "./plan-points.ts";

/**
 * A road drawn by hand: control points of a smooth curve. Ends are carried on to the next line
 * within reach.
 */
export type PlannedRoad = {
  readonly name: string;
  readonly kind: StreetKind;
  readonly line: readonly Vec[];
  /** Name from the control point on that lies nearest to `at`. */
  readonly renamed?: readonly { readonly at: Vec; readonly name: string }[];
  /** Names beyond the city limit, before the first and after the last crossing of it. */
  readonly outside?: readonly [string, string];
  readonly isClosed?: boolean;
};

export const plannedRoads: readonly PlannedRoad[] = [
  {
    name: "二环西路",
    kind: "trunk",
    isClosed: true,
    renamed: [
      { at: [-3.1, 3.55], name: "二环北路" },
      { at: [3.75, 3.15], name: "二环东路" },
      { at: [2.8, -3.45], name: "二环南路" },
      { at: [-3.65, -3.1], name: "二环西路" },
    ],
    line: points(`
  -4.15 0.3, -4.05 1.15, -4.02 2.1, -3.8 2.95, -3.1 3.55, -1.75 3.9, -0.2 4.05, 1.3 4,
  2.7 3.85, 3.75 3.15, 4.25 2.1, 4.5 0.9, 4.42 -0.5, 4.22 -1.8, 3.7 -2.8, 2.8 -3.45,
  1.3 -3.55, -0.1 -3.7, -1.6 -3.92, -2.9 -3.75, -3.65 -3.1, -4.08 -1.9, -4.2 -0.7
`),
  },
  {
    name: "环城西路",
    kind: "primary",
    isClosed: true,
    renamed: [
      { at: [-1.55, 2.62], name: "环城北路" },
      { at: [2.2, 1.85], name: "环城东路" },
      { at: [1.95, -1.6], name: "环城南路" },
      { at: [-1.85, -1.15], name: "环城西路" },
    ],
    line: points(`
  -2.05 0.5, -2.08 1.3, -1.98 1.92, -1.55 2.62, -0.25 2.85, 1.05 2.6, 2.2 1.85,
  2.5 0.72, 2.42 -0.5, 1.95 -1.6, 1.03 -2, -0.05 -1.98, -1.15 -1.72, -1.85 -1.15,
  -2.12 -0.35
`),
  },
  {
    name: "云泽大道",
    kind: "primary",
    outside: ["云北公路", "云南公路"],
    line: points(`
  0.5 8.2, 0.35 6.2, 0.2 4.9, 0 4.05, -0.2 3.2, -0.28 2.16, -0.16 1.2, -0.1 0.42,
  -0.24 -0.4, -0.2 -1.1, -0.05 -1.95, -0.2 -2.75, -0.55 -3.8, -0.7 -5.2, -0.4 -8.2
`),
  },
  {
    name: "和平大道",
    kind: "primary",
    outside: ["云西公路", "云东公路"],
    line: points(`
  -11.3 -0.6, -8.2 -0.3, -6.3 -0.55, -4.9 -0.3, -4.15 -0.12, -3 -0.06, -2.08 0.1,
  -1.1 0.4, -0.1 0.44, 0.8 0.3, 1.6 0.4, 2.5 0.74, 3.4 0.86, 4.5 0.72, 5.3 0.8,
  6.65 1.3, 8.3 1.1, 11.3 1.7
`),
  },
  {
    name: "学府路",
    kind: "primary",
    outside: ["学府南延线", "青山公路"],
    renamed: [{ at: [-3.03, 1.69], name: "青云路" }],
    line: points(`
  -2.78 -3.8, -2.72 -3.3, -2.72 -2.4, -2.8 -1.4, -2.95 -0.4, -2.96 0.6, -3.03 1.69,
  -2.9 2.6, -2.55 3.5, -2.45 4.5, -2.8 5.8, -2.4 8.2
`),
  },
  {
    name: "文昌大道",
    kind: "primary",
    outside: ["文西公路", "文东公路"],
    line: points(`
  -11.3 5.3, -8 4.9, -6 4.2, -4.5 3.3, -3.25 2.85, -1.9 3.12, -0.2 3.3, 1.2 3.1,
  2.3 2.62, 3.35 2.45, 4.2 2.25, 4.9 2.35, 6.4 2.9, 8.3 2.8, 11.3 3.4
`),
  },
  {
    name: "北站大道",
    kind: "primary",
    line: points("0.43 0.36, 0.78 0.92, 1.2 1.4, 1.72 1.98, 2.3 2.62, 2.68 3.1"),
  },
  {
    name: "花园路",
    kind: "primary",
    outside: ["花西公路", "望东公路"],
    renamed: [{ at: [0.95, -2.72], name: "望山大道" }],
    line: points(`
  -11.3 -3.1, -7.6 -2.8, -5.6 -2.75, -4.8 -2.4, -3.95 -2.25, -2.72 -2.4, -1.4 -2.66,
  -0.2 -2.78, 0.95 -2.72, 2.1 -2.46, 3.1 -2.36, 4 -2.25, 4.8 -2.3, 6.4 -1.9, 11.3 -2.3
`),
  },
  {
    name: "永安大道",
    kind: "primary",
    outside: ["", "永南公路"],
    line: points("-1.02 -1.68, -1.3 -2.6, -1.85 -3.5, -2.3 -4.3, -3.3 -5.4, -4.5 -8.2"),
  },
  {
    name: "南桥路",
    kind: "primary",
    outside: ["", "南东公路"],
    line: points(`
  -0.22 -0.84, 0.6 -0.74, 1.4 -0.74, 2.3 -0.92, 3.3 -1.04, 4.35 -1.2, 4.95 -1.25,
  7 -0.7, 11.3 -0.5
`),
  },
  {
    name: "文化路",
    kind: "primary",
    line: points("1.05 2.6, 1.12 3.1, 1.3 4"),
  },
  {
    name: "和平东路",
    kind: "primary",
    outside: ["", "望南公路"],
    renamed: [{ at: [3.26, -1.04], name: "望山路" }],
    line: points(`
  3.42 2.44, 3.46 1.7, 3.36 0.86, 3.2 -0.2, 3.26 -1.04, 3.1 -2.36, 3.2 -3.2, 3.35 -4.3,
  3.95 -5.75, 3.6 -8.2
`),
  },
  {
    name: "新港路",
    kind: "secondary",
    outside: ["新西路", ""],
    line: points("-5.5 -0.42, -5.6 0.3, -5.4 0.85, -4.9 1.08, -4.06 0.95, -2.97 0.88, -2.05 1"),
  },
  {
    name: "西市街",
    kind: "secondary",
    line: points("-2.06 1, -1.15 1.14, -0.17 1.26, 0.55 1.2, 1 1.16"),
  },
  {
    name: "朝阳路",
    kind: "secondary",
    line: points("0.62 1.76, 0.56 1.2, 0.43 0.36, 0.52 -0.3, 0.6 -0.74, 0.5 -1.4, 0.45 -1.98"),
  },
  {
    name: "文昌街",
    kind: "secondary",
    line: points("-1.2 2.28, -1.12 2.7, -1.05 3.2, -1.1 3.98"),
  },
  {
    name: "站前路",
    kind: "secondary",
    line: points("1.2 3.1, 1.9 3.18, 2.68 3.1, 3.35 3.05, 3.85 3.05"),
  },
  {
    name: "花园街",
    kind: "secondary",
    line: points("-3.55 -1.2, -3.48 -1.8, -3.45 -2.3"),
  },
  {
    name: "西南路",
    kind: "secondary",
    line: points("-1.84 -1.15, -2.1 -1.75, -2.72 -2.4, -3.2 -2.72, -3.66 -3.08"),
  },
  {
    name: "南山路",
    kind: "secondary",
    line: points("1.97 -1.58, 2.45 -1.95, 3.12 -2.36, 3.7 -2.8"),
  },
  {
    name: "北苑路",
    kind: "secondary",
    line: points("-1.55 2.62, -2 2.8, -2.86 2.72, -3.45 2.35, -4.02 2.25"),
  },
  {
    name: "江南路",
    kind: "secondary",
    line: points("1.6 -1.78, 1.78 -2.5, 2.05 -3, 2.2 -3.5"),
  },
  {
    name: "西苑路",
    kind: "secondary",
    line: points("-3.6 1.55, -3.58 0.9, -3.52 -0.08"),
  },
  {
    name: "西乡路",
    kind: "unclassified",
    line: points("-9.1 5.05, -9.3 4.2, -9.1 2.6, -8.9 1.2, -9 -0.42"),
  },
  {
    name: "西泽路",
    kind: "unclassified",
    line: points("-7.6 -0.36, -7.5 -1.4, -7.8 -2.1, -7.7 -2.82"),
  },
  {
    name: "南乡路",
    kind: "unclassified",
    line: points("-7.2 -2.8, -6.6 -4.2, -5.4 -5.6, -4.05 -6.9"),
  },
  {
    name: "永丰路",
    kind: "unclassified",
    line: points("-3.85 -6.5, -2.4 -6.75, -0.5 -6.5"),
  },
  {
    name: "江乡路",
    kind: "unclassified",
    line: points("-0.5 -6.7, 1.2 -6.95, 2.4 -6.75, 3.75 -6.6"),
  },
  {
    name: "东乡路",
    kind: "unclassified",
    line: points("7.6 2.85, 7.9 2, 7.7 1.15, 7.5 0.2, 7.8 -0.68, 7.6 -1.95"),
  },
  {
    name: "北塘路",
    kind: "unclassified",
    line: points("7 2.9, 7.6 4.2, 6.9 5.6, 6 7.1, 3.4 7.2, 0.42 6.9"),
  },
  {
    name: "北乡路",
    kind: "unclassified",
    line: points("-2.6 6.7, -4.2 6.15, -6.2 5.4, -7.4 4.75"),
  },
  {
    name: "望乡路",
    kind: "unclassified",
    line: points("8.6 -2.15, 8.2 -3.6, 7.2 -4.6, 6.2 -6, 3.85 -6.9"),
  },
];
