import type { ForeignRecord } from "../../../domain/imports/foreign-record.ts";
import type { Note } from "../../../domain/note.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { readGraphmlRoads } from "../osm/graphml-roads.ts";
import { readOsmRoads } from "../osm/osm-roads.ts";
import { sniffRoads } from "../sniff-file.ts";
import { readAllRecords } from "./read-all-records.ts";

/** Lines with their properties, whatever the file was. */
export type RoadRecords = {
  readonly name: string;
  readonly records: readonly ForeignRecord[];
  readonly notes: readonly Note[];
  /** Whether the format itself says so. */
  readonly isWgs84: boolean;
  /** The property that holds ids; null: it is to be guessed. */
  readonly idField: string | null;
};

/**
 * Reads roads from OSM XML, OSM PBF and GraphML, each also packed, else from whatever `openRecords`
 * takes. Of an OSM extract only roads that touch `bounds` are read. Throws a refusal.
 */
export async function readRoadRecords(path: string, bounds: Bounds): Promise<RoadRecords> {
  const file = await sniffRoads(path);
  switch (file.content) {
    case "osm-xml":
    case "osm-pbf":
      return readOsmRoads(file, bounds);
    case "graphml":
      return readGraphmlRoads(file);
    default:
      return { ...(await readAllRecords(path)), isWgs84: false, idField: null };
  }
}
