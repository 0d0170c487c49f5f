import type { LegendStep } from "../../../domain/paper/wall-legend.ts";
import { boundsOfLines, linesOf } from "../../../domain/paper-map/map-source.ts";
import type { PapersText } from "../../../domain/text/papers-zh-cn.ts";
import {
  areaColours,
  spreadColours,
  type WallMap,
  type WallMapArea,
  workloadBreaks,
  workloadColours,
} from "../../../domain/wall-map.ts";

export type WallFills = {
  /** By area; null: not filled. */
  readonly fills: readonly (string | null)[];
  readonly steps: readonly LegendStep[];
};

/** What each area is filled with, and what the legend says to it. */
export function wallFills({ areas, colour }: WallMap, text: PapersText): WallFills {
  if (colour === "none") return { fills: areas.map(() => null), steps: [] };
  if (colour === "workload") return byWorkload(areas);
  const groups = areas.map(({ persons, units }) => {
    const names = colour === "lead" ? persons : units;
    return names.length > 0 ? names.join(text.sign.separator) : text.sign.nobody;
  });
  const touches = neighbourTest(areas);
  const numbers = spreadColours(groups, touches, areaColours.length);
  const fills = numbers.map((number) => areaColours[number] ?? areaColours[0]);
  const steps = [...new Map(groups.map((label, i) => [label, fills[i] ?? ""]))];
  return { fills, steps: steps.map(([label, fill]) => ({ label, fill })) };
}

function byWorkload(areas: readonly WallMapArea[]): WallFills {
  const values = areas.map(({ open, areaM2 }) => open / Math.max(1e-6, areaM2 / 1e6));
  const breaks = workloadBreaks(values, workloadColours.length);
  const stepOf = (value: number) => breaks.findLastIndex((from) => value >= from);
  return {
    fills: values.map((value) => workloadColours[stepOf(value)] ?? workloadColours[0]),
    steps: breaks.map((from, i) => ({ fill: workloadColours[i] ?? "", label: String(from) })),
  };
}

/** Areas that share a vertex, as neighbours do that were drawn together. */
function neighbourTest(areas: readonly WallMapArea[]): (a: number, b: number) => boolean {
  const lines = areas.map(({ zone }) => linesOf(zone.geometry));
  const bounds = lines.map(boundsOfLines);
  const vertices = lines.map((rings) => {
    const keys = new Set<string>();
    for (const ring of rings)
      for (let i = 0; i + 1 < ring.length; i += 2) keys.add(`${ring[i]} ${ring[i + 1]}`);
    return keys;
  });
  return (a, b) => {
    const [p, q] = [bounds[a], bounds[b]];
    if (!p || !q || p[0] > q[2] || q[0] > p[2] || p[1] > q[3] || q[1] > p[3]) return false;
    return !(vertices[a] ?? new Set()).isDisjointFrom(vertices[b] ?? new Set());
  };
}
