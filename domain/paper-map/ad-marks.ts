import type { RoadStatus } from "../ads/audit/road-status.ts";
import type { AdDossierRoad } from "../ads/plan-dossier.ts";
import type { Mark, PathMark } from "../paper/mark.ts";
import type { MapFrame } from "./map-frame.ts";
import { linesOnPaper } from "./on-paper.ts";

const SHORT = "#cf4a0c";
const SHORT_UNDER = "#f6c9ab";
const MET = "#2f7fb5";
const DENSE = "#6b4aa8";
const UNNEEDED = "#8492a8";
const DARK = "#14233b";
const DOT = "#2a3950";
const WHITE = "#ffffff";
const ZONE_LINE = "#3f5b85";

/** Drawn one above the other: what lacks something on top. */
const BOTTOM_UP = ["unneeded", "met", "dense", "short"] as const satisfies RoadStatus[];

/** Roads by status, each with a pattern of its own so that it reads without colour. */
export function roadStatusMarks(
  roads: readonly AdDossierRoad[],
  frame: MapFrame,
  widthMm: number,
): Mark[] {
  const byStatus = Map.groupBy(roads, ({ status }) => status);
  return BOTTOM_UP.flatMap((status) => {
    const lines = (byStatus.get(status) ?? []).flatMap(({ axis }) => axis.map(flat));
    const parts = linesOnPaper(lines, frame).map((points) => ({ points, isClosed: false }));
    return parts.length === 0 ? [] : statusLine(status, parts, widthMm);
  });
}

/** 不足 dashed over a pale band, 达标 solid, 过密 double, 不作要求 thin. */
export function statusLine(
  status: RoadStatus,
  parts: PathMark["parts"],
  widthMm: number,
): PathMark[] {
  const line = (colour: string, width: number, dashMm?: readonly [number, number]): PathMark => ({
    kind: "path",
    parts,
    stroke: { colour, widthMm: width, cap: "butt", ...(dashMm && { dashMm }) },
  });
  switch (status) {
    case "short":
      return [
        line(WHITE, 2 * widthMm),
        line(SHORT_UNDER, 1.4 * widthMm),
        line(SHORT, widthMm, [2.6 * widthMm, 1.4 * widthMm]),
      ];
    case "dense":
      return [line(WHITE, 2.2 * widthMm), line(DENSE, 1.5 * widthMm), line(WHITE, 0.7 * widthMm)];
    case "met":
      return [line(WHITE, 1.7 * widthMm), line(MET, 0.8 * widthMm)];
    case "unneeded":
      return [line(UNNEEDED, 0.3 * widthMm)];
  }
}

/** A border that runs along a road shows on both sides of it; drawn below the roads. */
export function zoneBand(parts: PathMark["parts"], widthMm: number): PathMark[] {
  const stroke = { colour: ZONE_LINE, widthMm, cap: "butt" as const };
  return [{ kind: "path", parts, stroke, opacity: 0.3 }];
}

export function existingMark(x: number, y: number, radius: number): Mark {
  return { kind: "circle", x, y, radius, fill: DOT, stroke: { colour: WHITE, widthMm: 0.15 } };
}

/** A new one is a diamond, a repair a square with a plus; `half` is half of its height. */
export function siteMark(kind: "new" | "repair", x: number, y: number, half: number): Mark[] {
  if (kind === "new") {
    const points = [x, y - half, x + half, y, x, y + half, x - half, y];
    return [
      {
        kind: "path",
        parts: [{ points, isClosed: true }],
        fill: DARK,
        stroke: { colour: WHITE, widthMm: 0.28 * half },
      },
    ];
  }
  const side = 0.78 * half;
  const arm = 0.48 * half;
  const square = [x - side, y - side, x + side, y - side, x + side, y + side, x - side, y + side];
  const stroke = { colour: DARK, widthMm: 0.24 * half, cap: "butt" as const };
  return [
    { kind: "path", parts: [{ points: square, isClosed: true }], fill: WHITE, stroke },
    {
      kind: "path",
      parts: [
        { points: [x - arm, y, x + arm, y], isClosed: false },
        { points: [x, y - arm, x, y + arm], isClosed: false },
      ],
      stroke,
    },
  ];
}

function flat(piece: AdDossierRoad["axis"][number]): Float64Array {
  return Float64Array.from(piece.flat());
}
