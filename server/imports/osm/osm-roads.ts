import type { LineString, MultiLineString, Position } from "geojson";
import { DomainError, type ExtractProblem } from "../../../domain/errors.ts";
import type { ForeignRecord } from "../../../domain/imports/foreign-record.ts";
import type { Note } from "../../../domain/note.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import type { RoadRecords } from "../new-pack/road-records.ts";
import type { SniffedFile } from "../sniff-file.ts";
import { direction } from "./highway-tags.ts";
import type { OsmElements, OsmWay } from "./osm-element.ts";
import { nodesOf, nodesWithin, roadsWith } from "./osm-runs.ts";
import { readOsmPbf } from "./read-osm-pbf.ts";
import { readOsmXml } from "./read-osm-xml.ts";

/** Degrees about the city whose roads are taken with it, about a kilometre. */
const AROUND_DEG = 0.01;

/**
 * Roads of an OSM extract that have a node within `bounds` or near by. What is held in memory grows with the
 * city and not with the extract: one run finds its nodes, one its roads, and where roads leave the
 * city one more their other nodes. Throws a `bad-extract` refusal.
 */
export async function readOsmRoads(
  file: SniffedFile<string>,
  bounds: Bounds,
): Promise<RoadRecords> {
  const read = (): OsmElements => (file.content === "osm-pbf" ? readOsmPbf : readOsmXml)(file);
  const refuse = (problem: ExtractProblem, detail: string) =>
    new DomainError("bad-extract", { file: file.name, at: "", problem, detail });
  const [west, south, east, north] = bounds;
  const { nodes, extent } = await nodesWithin(read(), [
    west - AROUND_DEG,
    south - AROUND_DEG,
    east + AROUND_DEG,
    north + AROUND_DEG,
  ]);
  const { ways, wayCount, roadCount, leftOut } = await roadsWith(read(), nodes);
  if (roadCount === 0) throw refuse("no-road", String(wayCount));
  if (ways.length === 0) throw refuse("elsewhere", extent.map((each) => each.toFixed(3)).join(","));
  const outer = await nodesOf(read, ways, nodes);
  const notes: Note[] = [];
  const records = ways.flatMap((way, i): ForeignRecord[] => {
    const { geometry, missing } = lineOf(way, (ref) => nodes.find(ref) ?? outer.find(ref));
    if (missing.length > 0) notes.push(cutNote(file.name, way, missing, geometry === null));
    return geometry ? [{ row: i + 1, fields: fieldsOf(way), geometry }] : [];
  });
  for (const [value, count] of leftOut) {
    notes.push({ code: "road-kind-left-out", file: file.name, value, count });
  }
  const elsewhere = roadCount - ways.length;
  if (elsewhere > 0) notes.push({ code: "road-elsewhere", file: file.name, count: elsewhere });
  return { name: file.name, records, notes, isWgs84: true, idField: "id" };
}

function fieldsOf({ id, tags }: OsmWay): ForeignRecord["fields"] {
  return {
    id: String(id),
    highway: tags.highway ?? null,
    name: tags.name ?? tags["name:zh"] ?? null,
    oneway: direction(tags) !== "both",
  };
}

/** What stays of a way without the nodes that are not there, drawn the way the traffic goes. */
function lineOf(
  { refs, tags }: OsmWay,
  find: (ref: number) => Position | null,
): { geometry: LineString | MultiLineString | null; missing: number[] } {
  const parts: Position[][] = [[]];
  const missing: number[] = [];
  for (const ref of direction(tags) === "against" ? refs.toReversed() : refs) {
    const position = find(ref);
    if (position) parts.at(-1)?.push(position);
    else {
      missing.push(ref);
      parts.push([]);
    }
  }
  const lines = parts.filter(({ length }) => length > 1);
  const [only] = lines;
  if (!only) return { geometry: null, missing };
  const geometry: LineString | MultiLineString =
    lines.length === 1
      ? { type: "LineString", coordinates: only }
      : { type: "MultiLineString", coordinates: lines };
  return { geometry, missing };
}

function cutNote(file: string, { id }: OsmWay, missing: readonly number[], isLost: boolean): Note {
  return {
    code: "road-cut",
    file,
    id: String(id),
    value: String(missing[0]),
    detail: String(missing.length),
    ...(isLost && { used: "nothing" }),
  };
}
