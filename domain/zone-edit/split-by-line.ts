import type { Position } from "geojson";
import { noded } from "./insert-vertex.ts";
import { nodedLine, properCrossing } from "./noded-line.ts";
import type { Named } from "./suggest-names.ts";
import {
  type Edge,
  edgesOf,
  midway,
  partsContain,
  partsFromRings,
  traceRings,
} from "./trace-rings.ts";
import { vertexKey } from "./vertex.ts";
import {
  type EditedZone,
  type EditRefusal,
  editOf,
  isRefused,
  type Refused,
  type ZoneEdit,
} from "./zone-edit.ts";
import { geometryOf, type Parts, partsOf, ringsOf, type ZoneShape } from "./zone-shape.ts";

/** Cuts a zone without children along a line; every piece becomes a zone, named by `name`. */
export function splitByLine(
  zones: readonly ZoneShape[],
  id: string,
  line: readonly Position[],
  name: (count: number) => readonly Named[],
): ZoneEdit | Refused {
  const zone = zones.find((each) => each.id === id);
  if (!zone || zones.some(({ parentId }) => parentId === id)) return { refused: "has-children" };
  const nodes = nodedLine(line, ringsOf(zone.geometry));
  const [ready = zone] = noded([zone], nodes);
  const parts = partsOf(ready.geometry);
  const cuts = cutsThrough(parts, nodes);
  const refused = refusalOf(parts, nodes, cuts);
  if (refused) return { refused };
  const faces = partsFromRings(traceRings([...edgesOf(parts), ...cuts.flatMap(bothWays)]));
  if (faces.length <= parts.length) return { refused: "line-outside" };
  const pieces = withUntouched(faces, parts);
  const names = name(pieces.length);
  const made = pieces.map((piece, i): EditedZone => {
    const named = names[i] ?? zone;
    return { ...zone, id: named.id, name: named.name, geometry: geometryOf(piece), from: [id] };
  });
  const checked = editOf([...made, ...neighboursChanged(zones, ready, nodes)]);
  if (isRefused(checked)) return checked;
  return { zones: [...made, ...checked.zones.slice(made.length)], remove: [id] };
}

function bothWays([a, b]: Edge): Edge[] {
  return [
    [a, b],
    [b, a],
  ];
}

/** The pieces of the line that run inside. */
function cutsThrough(parts: Parts, nodes: readonly Position[]): Edge[] {
  const border = new Set(edgesOf(parts).flatMap(bothWays).map(keyOf));
  return nodes.slice(1).flatMap((to, i): Edge[] => {
    const from = nodes[i] ?? to;
    const isInside = !border.has(keyOf([from, to])) && partsContain(parts, midway(from, to));
    return isInside ? [[from, to]] : [];
  });
}

function keyOf([a, b]: Edge): string {
  return `${vertexKey(a)} ${vertexKey(b)}`;
}

function refusalOf(
  parts: Parts,
  nodes: readonly Position[],
  cuts: readonly Edge[],
): EditRefusal | null {
  if (cuts.length === 0) return "line-outside";
  const border = new Set(parts.flat(2).map(vertexKey));
  const ends = [nodes[0], nodes.at(-1)];
  const isInside = (end: Position) => !border.has(vertexKey(end)) && partsContain(parts, end);
  if (ends.some((end) => end && isInside(end))) return "line-ends-inside";
  const starts = cuts.map(([from]) => vertexKey(from)).filter((key) => !border.has(key));
  const comesTwice = new Set(starts).size < starts.length;
  const crosses = cuts.some((a, i) => cuts.slice(i + 1).some((b) => properCrossing(a, b)));
  return comesTwice || crosses ? "line-crosses-itself" : null;
}

/** One zone a face; parts that the line left alone stay with the largest. */
function withUntouched(faces: Parts, before: Parts): Parts[] {
  const outlines = new Set(before.map(([outer]) => outlineKey(outer)));
  const untouched = faces.filter(([outer]) => outlines.has(outlineKey(outer)));
  const cut = faces.filter((face) => !untouched.includes(face));
  return cut.map((face, i) => (i === 0 ? [face, ...untouched] : [face]));
}

function outlineKey(ring: Position[] | undefined): string {
  return (ring ?? []).slice(1).map(vertexKey).sort().join(" ");
}

/** Others get the ends of the cut where it meets a border of theirs. */
function neighboursChanged(
  zones: readonly ZoneShape[],
  ready: ZoneShape,
  nodes: readonly Position[],
): ZoneShape[] {
  const border = new Set(ringsOf(ready.geometry).flat().map(vertexKey));
  const others = zones.filter(({ id }) => id !== ready.id);
  const met = nodes.filter((node) => border.has(vertexKey(node)));
  return noded(others, met).filter((zone, i) => zone !== others[i]);
}
