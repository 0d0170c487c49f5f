import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";

/** A small piece of a street map, to be written in any of its formats. */
export type OsmPiece = {
  readonly nodes: readonly (readonly [id: number, lng: number, lat: number])[];
  readonly ways: readonly {
    readonly id: number;
    readonly refs: readonly number[];
    readonly tags: Readonly<Record<string, string>>;
  }[];
};

const xmlText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Ways first where `isWaysFirst`, as some servers answer. */
export function osmXml({ nodes, ways }: OsmPiece, isWaysFirst = false): string {
  const nodeLines = nodes.map(([id, lng, lat]) => `<node id="${id}" lat="${lat}" lon="${lng}"/>`);
  const wayLines = ways.map(({ id, refs, tags }) => {
    const own = Object.entries(tags).map(([k, v]) => `<tag k="${k}" v="${xmlText(v)}"/>`);
    return `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join("")}${own.join("")}</way>`;
  });
  const lines = isWaysFirst ? [...wayLines, ...nodeLines] : [...nodeLines, ...wayLines];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a piece -->\n<osm version="0.6">\n${lines.join("\n")}\n<relation id="1"><member type="way" ref="1" role=""/></relation></osm>\n`;
}

type PbfOptions = {
  readonly features?: readonly string[];
  /** Field of the blob that holds its contents: 1 raw, 3 zlib, 7 Zstandard. */
  readonly packing?: 1 | 3 | 7;
};

/** An OSM PBF of a header, a block of dense nodes and a block of ways. */
export function osmPbf(
  { nodes, ways }: OsmPiece,
  { features = ["OsmSchema-V0.6", "DenseNodes"], packing = 3 }: PbfOptions = {},
): Buffer {
  const header = new PbfWriter();
  for (const feature of features) header.writeStringField(4, feature);
  const strings = ["", ...new Set(ways.flatMap(({ tags }) => Object.entries(tags).flat()))];
  const blocks = [
    primitiveBlock([""], (group) =>
      group.writeMessage(
        2,
        (list: OsmPiece["nodes"], dense) => {
          const steps = (values: readonly number[]) =>
            values.map((v, i) => v - (values[i - 1] ?? 0));
          dense.writePackedSVarint(1, steps(list.map(([id]) => id)));
          dense.writePackedSVarint(8, steps(list.map(([, , lat]) => Math.round(lat * 1e7))));
          dense.writePackedSVarint(9, steps(list.map(([, lng]) => Math.round(lng * 1e7))));
        },
        nodes,
      ),
    ),
    primitiveBlock(strings, (group) => {
      for (const way of ways) {
        group.writeMessage(
          3,
          (each: OsmPiece["ways"][number], out) => {
            out.writeVarintField(1, each.id);
            out.writePackedVarint(
              2,
              Object.keys(each.tags).map((key) => strings.indexOf(key)),
            );
            out.writePackedVarint(
              3,
              Object.values(each.tags).map((text) => strings.indexOf(text)),
            );
            out.writePackedSVarint(
              8,
              each.refs.map((ref, i) => ref - (each.refs[i - 1] ?? 0)),
            );
          },
          way,
        );
      }
    }),
  ];
  return Buffer.concat([
    blob("OSMHeader", header.finish(), 3),
    ...blocks.map((block) => blob("OSMData", block, packing)),
  ]);
}

function primitiveBlock(strings: readonly string[], fill: (group: PbfWriter) => void): Uint8Array {
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (list: readonly string[], table) => {
      for (const text of list) table.writeBytesField(1, Buffer.from(text));
    },
    strings,
  );
  block.writeMessage(2, (_: null, group) => fill(group), null);
  return block.finish();
}

function blob(type: string, contents: Uint8Array, packing: 1 | 3 | 7): Buffer {
  const body = new PbfWriter();
  body.writeVarintField(2, contents.length);
  body.writeBytesField(packing, packing === 3 ? deflateSync(contents) : contents);
  const bytes = body.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, bytes.length);
  const head = header.finish();
  const size = Buffer.alloc(4);
  size.writeUInt32BE(head.length);
  return Buffer.concat([size, head, bytes]);
}
