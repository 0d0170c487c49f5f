import { parse } from "osm-pbf-parser-node";
import { DomainError, type ExtractProblem } from "../../../domain/errors.ts";
import type { SniffedFile } from "../sniff-file.ts";
import type { OsmElement, OsmElements } from "./osm-element.ts";
import { type PbfBlock, pbfBlocks } from "./pbf-blocks.ts";
import { protobufFields } from "./protobuf-fields.ts";

/** Only these tags are read; of nodes and relations none. */
const TAGS = {
  node: false,
  way: ["highway", "name", "name:zh", "oneway", "junction", "area"],
  relation: false,
};
/** Field of a header block that names what a reader must be able to do. */
const REQUIRED_FEATURES = 4;

/** What the parser makes of a block. */
type Parsed = {
  readonly type: string;
  readonly id: number;
  readonly lat: number;
  readonly lon: number;
  readonly refs: number[];
  readonly tags?: Record<string, string>;
};

/**
 * Nodes and ways of an OSM PBF, a block at a time: some 8,000 elements, 32 MB at most. Throws a
 * `bad-extract` refusal.
 */
export async function* readOsmPbf(file: SniffedFile<string>): OsmElements {
  for await (const block of pbfBlocks(file)) {
    const refuse = (problem: ExtractProblem, detail = "") =>
      new DomainError("bad-extract", { file: file.name, at: block.at, problem, detail });
    if (block.type === "OSMHeader") {
      if (requiredFeatures(block).includes("HistoricalInformation")) throw refuse("history");
    } else if (block.type === "OSMData") {
      const elements = elementsOf(block);
      if (!elements) throw refuse("damaged");
      yield elements;
    }
  }
}

function requiredFeatures({ bytes }: PbfBlock): string[] {
  const fields = protobufFields(bytes)?.all ?? [];
  return fields.flatMap(([field, text]) =>
    field === REQUIRED_FEATURES ? [text.toString("utf8")] : [],
  );
}

/** Null for a block that the parser trips over. */
function elementsOf({ bytes }: PbfBlock): OsmElement[] | null {
  try {
    const parsed = parse(bytes, { withTags: TAGS }) as Parsed[];
    return parsed.flatMap(({ type, id, lat, lon, refs, tags = {} }): OsmElement[] => {
      if (type === "node") return [{ kind: "node", id, lng: lon, lat }];
      return type === "way" ? [{ kind: "way", id, refs, tags }] : [];
    });
  } catch {
    return null;
  }
}
