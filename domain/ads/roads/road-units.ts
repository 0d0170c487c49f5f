import { type Carriageway, findAbreast } from "./abreast.ts";
import { type AuxiliaryRule, absorbAuxiliary } from "./absorb-auxiliary.ts";
import { buildChains } from "./build-chains.ts";
import { type Chain, edgesOfChain, lengthOf, stretchOf } from "./chain.ts";
import { endNodes, rootOf, unite } from "./end-nodes.ts";
import { joinPieces } from "./join-pieces.ts";
import { endsNear } from "./near-ends.ts";
import type { RoadSegment } from "./road-segments.ts";

/** 道路单元: what the rules call one road, however many lines it is drawn with. Metres. */
export type RoadUnit = {
  readonly key: string;
  readonly group: string;
  /** Positions in the list of segments, in order; those of absorbed auxiliary roads last. */
  readonly segments: readonly number[];
  /** What is measured along, in the drawing direction of each piece's first-listed segment. */
  readonly axis: readonly Chain[];
  readonly lengthM: number;
  /** All lines as drawn. */
  readonly rawLengthM: number;
  readonly isClosed: boolean;
  /** Edges of further carriageways, which the axis does not count: x0, y0, x1, y1 each. */
  readonly beside: Float64Array;
};

export type RoadNetwork = {
  readonly segments: readonly RoadSegment[];
  readonly roads: readonly RoadUnit[];
  readonly roadOfSegment: Int32Array;
  /** Nodes where two different roads meet: x, y each. */
  readonly junctions: Float64Array;
};

export type RoadOptions = {
  /** By group. */
  readonly dualWidthM: (group: string) => number;
  readonly gapTolM: number;
  readonly auxiliary?: readonly AuxiliaryRule[];
};

/** Roads in the order of their first-listed segments. */
export function buildRoads(
  segments: readonly RoadSegment[],
  { dualWidthM, gapTolM, auxiliary = [] }: RoadOptions,
): RoadNetwork {
  const nodes = endNodes(segments);
  const street = streetNumbers(segments);
  const { chains, members } = buildChains(segments, nodes, street);
  const streetOfChain = Int32Array.from(members, ([s = 0]) => street[s]!);
  const described = chains.map((chain, c) => ({ chain, ...segments[members[c]![0]!]! }));
  const into = absorbAuxiliary(described, auxiliary);
  const widths = Float64Array.from(members, ([s = 0], c) =>
    into[c]! < 0 ? dualWidthM(segments[s]!.group) : 0,
  );
  const carriageways = findAbreast(chains, streetOfChain, (chain) => widths[chain]!);

  const isNamed = (chain: number) => segments[members[chain]![0]!]!.name !== null;
  const parent = Int32Array.from(chains.keys());
  carriageways.forEach((carriageway, c) => {
    for (const other of partners(carriageway, isNamed(c))) unite(parent, c, other);
  });
  const isOwn = (chain: number) => into[chain]! < 0;
  const joins = (chain: number) => isNamed(chain) && isOwn(chain);
  uniteAtNodes(parent, members, nodes.nodeOfEnd, streetOfChain, joins);
  const pieces = carriageways.map((own, c) => (isOwn(c) ? axisPieces(chains[c]!, own) : []));
  const named = pieces.map((own, c) => (isNamed(c) ? own : []));
  for (const [a, b] of endsNear(named, streetOfChain, gapTolM)) unite(parent, a, b);
  into.forEach((main, c) => {
    if (main >= 0) unite(parent, c, main);
  });

  const groups = Map.groupBy(chains.keys(), (c) => rootOf(parent, c));
  const roads = [...groups.values()].map((own) => {
    const drawn = [own.filter(isOwn), own.filter((c) => !isOwn(c))].flatMap((some) =>
      some.flatMap((c) => members[c]!).sort((a, b) => a - b),
    );
    const axis = joinPieces(
      own.flatMap((c) => pieces[c]!),
      gapTolM,
    );
    const beside = own.flatMap((c) =>
      carriageways[c]!.beside.flatMap(([from, to]) =>
        edgesOfChain(stretchOf(chains[c]!, from, to)),
      ),
    );
    return roadOf(drawn, axis, beside, segments);
  });
  roads.sort((a, b) => a.segments[0]! - b.segments[0]!);
  return withKeys(segments, roads, nodes);
}

function axisPieces(chain: Chain, { axis }: Carriageway): Chain[] {
  const isWhole = axis.length === 1 && axis[0]![1] - axis[0]![0] >= lengthOf(chain);
  return isWhole ? [chain] : axis.map(([from, to]) => stretchOf(chain, from, to));
}

/**
 * Which chains one shares its road with. A line without a name is a road of its own as long as
 * something of it is axis: side streets would else string a whole city together.
 */
function partners({ axis, abreastOf }: Carriageway, isNamed: boolean): number[] {
  if (isNamed) return [...abreastOf.keys()];
  if (axis.length > 0) return [];
  const [most] = [...abreastOf].sort(([a, aM], [b, bM]) => bM - aM || a - b);
  return most ? [most[0]] : [];
}

/** One number a group and name; all lines of a group without a name are one street. */
function streetNumbers(segments: readonly RoadSegment[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(segments, ({ group, name }) => {
    const key = JSON.stringify([group, name]);
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
}

/** Chains of one named street, as far as they join, that share an end point of any of their segments. */
function uniteAtNodes(
  parent: Int32Array,
  members: readonly number[][],
  nodeOfEnd: Int32Array,
  street: Int32Array,
  joins: (chain: number) => boolean,
): void {
  const firstAt = new Map<number, Map<number, number>>();
  members.forEach((own, c) => {
    if (!joins(c)) return;
    const nodes = firstAt.get(street[c]!) ?? new Map<number, number>();
    firstAt.set(street[c]!, nodes);
    for (const s of own) {
      for (const end of [2 * s, 2 * s + 1]) {
        const node = nodeOfEnd[end]!;
        const other = nodes.get(node);
        if (other === undefined) nodes.set(node, c);
        else unite(parent, other, c);
      }
    }
  });
}

function roadOf(
  drawn: readonly number[],
  axis: readonly Chain[],
  beside: readonly number[],
  segments: readonly RoadSegment[],
): RoadUnit {
  const { group } = segments[drawn[0]!]!;
  return {
    key: "",
    group,
    segments: drawn,
    axis,
    lengthM: axis.reduce((sum, piece) => sum + lengthOf(piece), 0),
    rawLengthM: drawn.reduce((sum, s) => sum + drawnLength(segments[s]!.xy), 0),
    isClosed: axis.length === 1 && axis[0]!.isClosed,
    beside: Float64Array.from(beside),
  };
}

function drawnLength(xy: Float64Array): number {
  let sum = 0;
  for (let i = 2; i < xy.length; i += 2) {
    sum += Math.hypot(xy[i]! - xy[i - 2]!, xy[i + 1]! - xy[i - 1]!);
  }
  return sum;
}

/** Roads of one name are numbered over all groups, in input order. */
function withKeys(
  segments: readonly RoadSegment[],
  roads: readonly RoadUnit[],
  { nodeOfEnd, x, y }: ReturnType<typeof endNodes>,
): RoadNetwork {
  const counts = new Map<string, number>();
  const keyed = roads.map((road): RoadUnit => {
    const first = segments[road.segments[0]!]!;
    if (first.name === null) return { ...road, key: `(unnamed ${first.id})` };
    const count = (counts.get(first.name) ?? 0) + 1;
    counts.set(first.name, count);
    return { ...road, key: count === 1 ? first.name : `${first.name}#${count}` };
  });
  const roadOfSegment = new Int32Array(segments.length);
  keyed.forEach((road, r) => {
    for (const s of road.segments) roadOfSegment[s] = r;
  });
  const roadAt = new Map<number, number>();
  const meeting = new Set<number>();
  nodeOfEnd.forEach((node, end) => {
    const road = roadOfSegment[end >> 1]!;
    const other = roadAt.get(node);
    if (other === undefined) roadAt.set(node, road);
    else if (other !== road) meeting.add(node);
  });
  const junctions = Float64Array.from([...meeting].flatMap((end) => [x[end]!, y[end]!]));
  return { segments, roads: keyed, roadOfSegment, junctions };
}
