import { DomainError } from "../../../domain/errors.ts";
import type { SniffedFile } from "../sniff-file.ts";
import { type XmlAttributes, xmlEvents } from "./xml-events.ts";

/** Values of one node, edge or the graph by the names that the file's keys declare. */
type Data = Record<string, string>;

export type GraphEdge = {
  readonly source: string;
  readonly target: string;
  /** Tells edges between the same nodes apart; "" for the only one. */
  readonly key: string;
  readonly data: Readonly<Data>;
};

export type RoadGraph = {
  readonly isDirected: boolean;
  readonly about: Readonly<Data>;
  readonly positions: ReadonlyMap<string, readonly [x: number, y: number]>;
  readonly edges: readonly GraphEdge[];
};

/** What roads need of an edge; the rest is not held. */
const EDGE_KEYS: ReadonlySet<string> = new Set([
  "geometry",
  "highway",
  "name",
  "oneway",
  "junction",
]);

/** Reads a GraphML graph of streets. Throws a `bad-extract` refusal. */
export async function readGraph(file: SniffedFile<string>): Promise<RoadGraph> {
  const names = new Map<string, string>();
  const positions = new Map<string, readonly [number, number]>();
  const edges: GraphEdge[] = [];
  const about: Data = {};
  let isDirected = true;
  let isFirst = true;
  let owner: { kind: string; attributes: XmlAttributes; data: Data } | null = null;
  let key: string | null = null;
  let text = "";
  const events = xmlEvents(file, {
    open(name, attributes) {
      if (isFirst && name !== "graphml") throw otherRoot(file.name, name);
      isFirst = false;
      if (name === "key") names.set(attributes.id ?? "", attributes["attr.name"] ?? "");
      else if (name === "graph") isDirected = attributes.edgedefault !== "undirected";
      else if (name === "node" || name === "edge") owner = { kind: name, attributes, data: {} };
      else if (name === "data") {
        key = names.get(attributes.key ?? "") ?? attributes.key ?? "";
        text = "";
      }
    },
    text(piece) {
      if (key !== null) text += piece;
    },
    close(name) {
      if (name === "data" && key !== null) {
        if (!owner) about[key] = text;
        else if (owner.kind === "node" || EDGE_KEYS.has(key)) owner.data[key] = text;
        key = null;
      } else if (name === "node" && owner) {
        const { attributes, data } = owner;
        positions.set(attributes.id ?? "", [numberOf(data.x), numberOf(data.y)]);
        owner = null;
      } else if (name === "edge" && owner) {
        const { attributes, data } = owner;
        const { source = "", target = "", id = "" } = attributes;
        edges.push({ source, target, key: id === "0" ? "" : id, data });
        owner = null;
      }
    },
  });
  for await (const _ of events);
  return { isDirected, about, positions, edges };
}

function otherRoot(file: string, detail: string): DomainError {
  return new DomainError("bad-extract", { file, at: "", problem: "other-root", detail });
}

function numberOf(text: string | undefined): number {
  return text === undefined || text.trim() === "" ? Number.NaN : Number(text);
}
