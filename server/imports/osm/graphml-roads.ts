import type { Position } from "geojson";
import { DomainError, type ExtractProblem } from "../../../domain/errors.ts";
import type { ForeignRecord } from "../../../domain/imports/foreign-record.ts";
import type { Note } from "../../../domain/note.ts";
import type { RoadRecords } from "../new-pack/road-records.ts";
import type { SniffedFile } from "../sniff-file.ts";
import { type GraphEdge, type RoadGraph, readGraph } from "./graphml-graph.ts";
import { direction } from "./highway-tags.ts";
import { pythonList } from "./python-list.ts";
import { wktLine } from "./wkt-line.ts";

/** Degrees of longitude and latitude, as OSMnx names them. */
const DEGREES = /^(?:epsg:4326|ogc:crs84|wgs ?84|urn:ogc:def:crs:(?:epsg::4326|ogc:1\.3:crs84))$/i;

/**
 * Roads of a graph as OSMnx writes it: an edge's line is its `geometry`, else the straight one
 * between its nodes. A directed graph holds two-way streets in both directions; they are taken once,
 * with a note. Throws a `bad-extract` refusal.
 */
export async function readGraphmlRoads(file: SniffedFile<string>): Promise<RoadRecords> {
  const graph = await readGraph(file);
  const refuse = (problem: ExtractProblem, detail: string) =>
    new DomainError("bad-extract", { file: file.name, at: "", problem, detail });
  const crs = graph.about.crs?.trim() ?? "";
  if (crs !== "" && !DEGREES.test(crs)) throw refuse("projected", crs);
  const notes: Note[] = [];
  const drawn = drawnEdges(graph, file.name, notes);
  if (drawn.length === 0) throw refuse("no-road", String(graph.edges.length));
  const once = graph.isDirected ? withoutReturns(drawn) : drawn;
  if (once.length < drawn.length) {
    notes.push({ code: "two-way-once", file: file.name, count: drawn.length - once.length });
  }
  const records = once.map(({ edge, isOneway, coordinates }, i): ForeignRecord => {
    const id = idOf(edge);
    const first = (field: "name" | "highway") => {
      const text = edge.data[field];
      const list = text === undefined ? null : pythonList(text);
      if (!list || list[0] === undefined) return text ?? null;
      notes.push({
        code: "list-shortened",
        file: file.name,
        row: i + 1,
        id,
        field,
        value: list.join(", "),
        used: list[0],
      });
      return list[0];
    };
    return {
      row: i + 1,
      fields: { id, name: first("name"), highway: first("highway"), oneway: isOneway },
      geometry: { type: "LineString", coordinates: [...coordinates] },
    };
  });
  return { name: file.name, records, notes, isWgs84: true, idField: "id" };
}

type DrawnEdge = {
  readonly edge: GraphEdge;
  readonly isOneway: boolean;
  readonly coordinates: readonly Position[];
};

/** Edges with a line; those whose nodes are not there get a note. */
function drawnEdges({ edges, positions }: RoadGraph, file: string, notes: Note[]): DrawnEdge[] {
  return edges.flatMap((edge, i): DrawnEdge[] => {
    const { source, target, data } = edge;
    const ends = [source, target].map((id) => positions.get(id));
    const straight = ends.flatMap((at) => (at?.every(Number.isFinite) ? [[...at]] : []));
    const coordinates = wktLine(data.geometry ?? "") ?? straight;
    if (coordinates.length < 2) {
      const value = ends[0] ? target : source;
      notes.push({
        code: "road-cut",
        file,
        row: i + 1,
        id: idOf(edge),
        value,
        detail: "1",
        used: "nothing",
      });
      return [];
    }
    return [{ edge, isOneway: direction(data) !== "both", coordinates }];
  });
}

/** Without the second of two two-way edges that are one line drawn to and fro. */
function withoutReturns(drawn: readonly DrawnEdge[]): DrawnEdge[] {
  const kept = new Map<string, DrawnEdge[]>();
  return drawn.filter((each) => {
    const { source, target } = each.edge;
    if (each.isOneway) return true;
    const there = kept.get(JSON.stringify([target, source])) ?? [];
    const at = there.findIndex(({ coordinates }) => isReverse(coordinates, each.coordinates));
    if (at >= 0) {
      there.splice(at, 1);
      return false;
    }
    const key = JSON.stringify([source, target]);
    kept.set(key, [...(kept.get(key) ?? []), each]);
    return true;
  });
}

function isReverse(a: readonly Position[], b: readonly Position[]): boolean {
  return (
    a.length === b.length &&
    a.every(([x, y], i) => {
      const other = b[b.length - 1 - i] ?? [];
      return x === other[0] && y === other[1];
    })
  );
}

function idOf({ source, target, key }: GraphEdge): string {
  return key === "" ? `${source}-${target}` : `${source}-${target}-${key}`;
}
