import { DomainError } from "../../../domain/errors.ts";
import type { SniffedFile } from "../sniff-file.ts";
import type { OsmElement, OsmElements } from "./osm-element.ts";
import { type XmlAttributes, xmlEvents } from "./xml-events.ts";

/**
 * Nodes and ways of OSM XML, also as Overpass writes it, with positions in the ways themselves.
 * What an editor marked as deleted is passed over. Throws a `bad-extract` refusal.
 */
export async function* readOsmXml(file: SniffedFile<string>): OsmElements {
  let elements: OsmElement[] = [];
  let way: { id: number; refs: number[]; tags: Record<string, string>; isGone: boolean } | null =
    null;
  let isFirst = true;
  let remark: string | null = null;
  const refuse = (at: string, problem: "other-root" | "unfinished", detail: string) =>
    new DomainError("bad-extract", { file: file.name, at, problem, detail });
  const events = xmlEvents(file, {
    open(name, attributes) {
      if (isFirst && name !== "osm") throw refuse("", "other-root", name);
      isFirst = false;
      if (name === "node") addNode(elements, attributes, attributes.id);
      else if (name === "way") {
        way = { id: Number(attributes.id), refs: [], tags: {}, isGone: isGone(attributes) };
      } else if (name === "remark") remark = "";
      else if (!way) return;
      else if (name === "nd") {
        way.refs.push(Number(attributes.ref));
        if (attributes.lat !== undefined) addNode(elements, attributes, attributes.ref);
      } else if (name === "tag") way.tags[attributes.k ?? ""] = attributes.v ?? "";
    },
    close(name) {
      if (name === "remark" && remark?.includes("error")) {
        throw refuse("<remark>", "unfinished", remark.trim());
      }
      if (name === "remark") remark = null;
      if (name !== "way" || !way) return;
      const { isGone, ...kept } = way;
      if (!isGone && Number.isSafeInteger(kept.id)) elements.push({ kind: "way", ...kept });
      way = null;
    },
    text(text) {
      if (remark !== null) remark += text;
    },
  });
  for await (const _ of events) {
    if (elements.length > 0) yield elements;
    elements = [];
  }
}

function addNode(elements: OsmElement[], attributes: XmlAttributes, id: string | undefined): void {
  const node = { id: Number(id), lng: Number(attributes.lon), lat: Number(attributes.lat) };
  if (isGone(attributes) || !Number.isSafeInteger(node.id)) return;
  if (Number.isFinite(node.lng) && Number.isFinite(node.lat)) {
    elements.push({ kind: "node", ...node });
  }
}

function isGone({ action, visible }: XmlAttributes): boolean {
  return action === "delete" || visible === "false";
}
