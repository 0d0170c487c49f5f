import type { FileKind } from "../../../domain/file-kind.ts";

/** Begins every text of an RFC 8142 sequence. */
const RECORD_SEPARATOR = "\u001e";

const MAGIC: readonly (readonly [FileKind, string])[] = [
  ["gzip", "1f8b"],
  ["zip", "504b0304"],
  ["zip", "504b0506"],
  ["xls", "d0cf11e0a1b11ae1"],
  ["pdf", "25504446"],
  ["image", "89504e47"],
  ["image", "ffd8ff"],
  ["image", "47494638"],
  ["image", "52494646"],
  ["geopackage", "53514c69746520666f726d6174203300"],
  ["shapefile", "0000270a"],
];

/** Of the first block; before it stand its length and the number of its first field. */
const PBF_HEADER = "OSMHeader";
/** Roots that are told from other XML. */
const ROOTS: Readonly<Record<string, FileKind>> = {
  osm: "osm-xml",
  osmChange: "osm-xml",
  graphml: "graphml",
  html: "html",
};

/**
 * What bytes seem to be. A text of one line without separators is still a `table`: it may have one
 * column.
 */
export function kindOfBytes(head: Buffer): FileKind {
  const hex = head.subarray(0, 16).toString("hex");
  const magic = MAGIC.find(([, prefix]) => hex.startsWith(prefix));
  if (magic) return magic[0] === "zip" ? kindOfZip(head) : magic[0];
  if (head.toString("latin1", 6, 6 + PBF_HEADER.length) === PBF_HEADER) return "osm-pbf";
  const text = beginningAsText(head);
  if (text.trim() === "") return head.includes(0) ? "binary" : "empty";
  if (text.includes("\0")) return "binary";
  return kindOfText(text.trimStart());
}

function beginningAsText(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  return head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
}

function kindOfZip(head: Buffer): FileKind {
  const names = head.toString("latin1");
  if (/\b(?:word|ppt)\//.test(names)) return "zip";
  return names.includes("xl/") || names.includes("[Content_Types].xml") ? "xlsx" : "zip";
}

function kindOfText(text: string): FileKind {
  if (text.startsWith("version https://git-lfs.github.com/spec/")) return "git-lfs-pointer";
  if (/^<(?:!doctype\s+html|html|head|body|table|script|meta)\b/i.test(text)) return "html";
  if (/^<(?:\?xml|!--|!doctype|[a-z])/i.test(text)) return ROOTS[rootOf(text)] ?? "xml";
  if (text.startsWith("{") || text.startsWith(RECORD_SEPARATOR)) {
    return /"type"\s*:\s*"Topology"/.test(text) ? "topojson" : "json";
  }
  if (/^\[\s*[{\]]/.test(text)) return "json";
  return "table";
}

/** Name of the first element behind declaration and remarks, "" where it is not among the first bytes. */
function rootOf(text: string): string {
  let at = 0;
  for (;;) {
    at = text.indexOf("<", at);
    if (at < 0) return "";
    if (!/[?!]/.test(text[at + 1] ?? "")) break;
    const end = text.indexOf(text.startsWith("<!--", at) ? "-->" : ">", at);
    if (end < 0) return "";
    at = end;
  }
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at, at + 100))?.[1] ?? "";
}
