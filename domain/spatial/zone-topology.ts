import { area } from "@turf/area";
import Flatbush from "flatbush";
import type { MultiPolygon, Polygon } from "geojson";
import { difference, type Geom, intersection, union } from "polyclip-ts";
import { interiorPosition } from "./interior-position.ts";
import { type Bounds, emptyBounds, extendBounds, type LngLat } from "./lng-lat.ts";
import { localPlane } from "./local-plane.ts";

/** An area of a tree: `level` and `parentId` say who its siblings are. */
export type TreeArea = {
  readonly id: string;
  readonly level: string;
  readonly parentId: string | null;
  readonly geometry: Polygon | MultiPolygon;
};

/** Areas in m²; `at` lies inside the piece, the largest one where there are several. */
export type TopologyFinding =
  | {
      readonly kind: "gap";
      /** Null: a gap among areas without a parent. */
      readonly parentId: string | null;
      /** Ids of areas that border it, ascending. */
      readonly neighbours: readonly string[];
      readonly areaM2: number;
      readonly at: LngLat;
    }
  | {
      readonly kind: "overlap" | "outside-parent";
      readonly id: string;
      /** The other sibling, or the parent. */
      readonly otherId: string;
      readonly areaM2: number;
      readonly at: LngLat;
    }
  | { readonly kind: "not-checked"; readonly ids: readonly string[] };

/** Smaller pieces, or pieces thinner than this on average, come from rounding to 7 decimals. */
const NOISE_M2 = 1;
const NOISE_WIDTH_M = 0.02;
const NEAR_DEG = 3e-7;

/**
 * Overlaps between siblings (one parent, one level), what of a parent its children leave out,
 * gaps enclosed by areas without a parent, and what lies outside its parent. Overlaps come as one
 * finding a pair, gaps as one a piece. A parent without children leaves nothing out. Clipping that
 * fails on a tangled border gives a `not-checked` finding and the rest goes on. Cost: one clip per
 * pair of neighbours and one per parent; 500 areas of 70 vertices take about a second.
 */
export function findTopologyDefects(areas: readonly TreeArea[]): TopologyFinding[] {
  const byId = new Map(areas.map((each) => [each.id, each]));
  const clips = areas.map(clipOf);
  const clipOfId = new Map(areas.map((each, i) => [each.id, clips[i]!]));
  const findings: TopologyFinding[] = [];
  for (const siblings of Map.groupBy(areas.keys(), (i) => siblingKey(areas[i]!)).values()) {
    findings.push(...overlapsAmong(siblings.map((i) => clips[i]!)));
  }
  for (const [parentId, children] of Map.groupBy(areas.keys(), (i) => areas[i]!.parentId)) {
    const parent = parentId === null ? undefined : clipOfId.get(parentId);
    const members = children.map((i) => clips[i]!);
    if (parent) {
      findings.push(...members.flatMap((child) => outsideParent(child, parent)));
      findings.push(...gapsIn(parent, members));
    } else {
      const levels = Map.groupBy(members, ({ id }) => byId.get(id)!.level);
      for (const group of levels.values()) findings.push(...gapsAmong(group));
    }
  }
  return findings;
}

type Clip = { readonly id: string; readonly geom: MultiRings; readonly bounds: Bounds };
type Ring = [number, number][];
type MultiRings = Ring[][];

/** Parents that are not in the list leave their children to themselves. */
function siblingKey({ level, parentId }: TreeArea): string {
  return `${level} ${parentId ?? ""}`;
}

function overlapsAmong(members: readonly Clip[]): TopologyFinding[] {
  return neighbourPairs(members).flatMap(([a, b]) =>
    attempt([a.id, b.id], () => {
      const pieces = solidPieces(intersection(a.geom, b.geom));
      return total(pieces).map((sum) => ({
        kind: "overlap" as const,
        id: a.id,
        otherId: b.id,
        ...sum,
      }));
    }),
  );
}

function outsideParent(child: Clip, parent: Clip): TopologyFinding[] {
  return attempt([child.id, parent.id], () =>
    total(solidPieces(difference(child.geom, parent.geom))).map((sum) => ({
      kind: "outside-parent" as const,
      id: child.id,
      otherId: parent.id,
      ...sum,
    })),
  );
}

function gapsIn(parent: Clip, children: readonly Clip[]): TopologyFinding[] {
  return attempt([parent.id], () => {
    const pieces = solidPieces(difference(parent.geom, ...children.map(({ geom }) => geom)));
    return pieces.map((piece) => gap(parent.id, piece, children));
  });
}

/** What is not theirs inside their outer boundary. */
function gapsAmong(members: readonly Clip[]): TopologyFinding[] {
  const [first, ...rest] = members.map(({ geom }) => geom);
  if (!first) return [];
  return attempt(
    members.map(({ id }) => id),
    () => {
      const holes = union(first, ...rest).flatMap((rings) => rings.slice(1));
      return solidPieces(holes.map((hole) => [hole])).map((piece) => gap(null, piece, members));
    },
  );
}

function gap(parentId: string | null, piece: Piece, members: readonly Clip[]): TopologyFinding {
  const rim = piece.rings.flat();
  const neighbours = members
    .filter((member) => rim.some((position) => isOnBorder(position, member)))
    .map(({ id }) => id)
    .sort();
  return { kind: "gap", parentId, neighbours, areaM2: piece.areaM2, at: piece.at() };
}

/** On the border, give or take the rounding of positions. */
function isOnBorder([x, y]: readonly [number, number], { geom, bounds }: Clip): boolean {
  if (x < bounds[0] - NEAR_DEG || x > bounds[2] + NEAR_DEG) return false;
  if (y < bounds[1] - NEAR_DEG || y > bounds[3] + NEAR_DEG) return false;
  return geom.flat().some((ring) =>
    ring.some(([bx, by], i) => {
      const [ax, ay] = ring[i - 1] ?? [bx, by];
      const [dx, dy] = [bx - ax, by - ay];
      const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, along));
      return Math.hypot(ax + t * dx - x, ay + t * dy - y) < NEAR_DEG;
    }),
  );
}

/** Clipping throws on a few tangled borders; those are named instead. */
function attempt(ids: readonly string[], find: () => TopologyFinding[]): TopologyFinding[] {
  try {
    return find();
  } catch {
    return [{ kind: "not-checked", ids }];
  }
}

type Piece = { readonly rings: Ring[]; readonly areaM2: number; at(): LngLat };

/** Pieces large enough to be more than rounding, largest first. */
function solidPieces(geom: MultiRings): Piece[] {
  return geom
    .map((rings) => ({
      rings,
      areaM2: area({ type: "Polygon", coordinates: rings }),
      at: () => interiorPosition(rings),
    }))
    .filter(({ rings, areaM2 }) => {
      return areaM2 >= NOISE_M2 && (2 * areaM2) / perimeterM(rings) >= NOISE_WIDTH_M;
    })
    .sort((a, b) => b.areaM2 - a.areaM2);
}

/** Empty for no piece, else one sum. */
function total(pieces: readonly Piece[]): { areaM2: number; at: LngLat }[] {
  const [largest] = pieces;
  if (!largest) return [];
  return [{ areaM2: pieces.reduce((sum, { areaM2 }) => sum + areaM2, 0), at: largest.at() }];
}

function perimeterM(rings: readonly Ring[]): number {
  const start = rings[0]![0]!;
  const plane = localPlane(start as unknown as LngLat);
  let sum = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
      sum += Math.hypot((bx - ax) * plane.mPerDegLng, (by - ay) * plane.mPerDegLat);
    }
  }
  return sum;
}

function neighbourPairs(members: readonly Clip[]): [Clip, Clip][] {
  if (members.length < 2) return [];
  const index = new Flatbush(members.length);
  for (const { bounds } of members) index.add(...bounds);
  index.finish();
  return members.flatMap((a, i) =>
    index
      .search(...a.bounds, (j) => j > i)
      .sort((j, k) => j - k)
      .map((j): [Clip, Clip] => [a, members[j]!]),
  );
}

/** The cast holds because readers cut positions to two numbers. */
function clipOf({ id, geometry }: TreeArea): Clip {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const bounds = emptyBounds();
  for (const [shell] of parts) for (const p of shell ?? []) extendBounds(bounds, p[0]!, p[1]!);
  return { id, geom: parts as MultiRings satisfies Geom, bounds };
}
