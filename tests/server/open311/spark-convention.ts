import { XMLParser, XMLValidator } from "fast-xml-parser";
import { SaxesParser } from "saxes";

/** Elements that hold a list, and what each item of it is called, as the specification names them. */
const lists: Readonly<Record<string, string>> = {
  services: "service",
  service_requests: "request",
  errors: "error",
  attributes: "attribute",
  endpoints: "endpoint",
  formats: "format",
};

/** The only values that are no text, as the specification's own JSON has them. */
const numbers = new Set(["lat", "long", "code"]);
const booleans = new Set(["metadata"]);

/**
 * An answer in XML as its JSON by the Spark convention, which GeoReport v2 defines JSON by. Throws where the text is not
 * well-formed, says no encoding, has another root, attributes, or items of another name.
 */
export function sparkJson(xml: string, root: string): unknown {
  if (!/^<\?xml version="1\.0" encoding="utf-8"\?>\n</.test(xml)) throw new Error("no declaration");
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(valid.err.msg);
  const sax = new SaxesParser();
  sax.on("error", (error) => {
    throw error;
  });
  sax.on("opentag", ({ attributes, name }) => {
    if (Object.keys(attributes).length > 0) throw new Error(`<${name}> has attributes`);
  });
  sax.write(xml).close();
  const parser = new XMLParser({
    parseTagValue: false,
    ignoreDeclaration: true,
    isArray: (name) => Object.values(lists).includes(name),
  });
  const parsed = parser.parse(xml) as Record<string, unknown>;
  if (Object.keys(parsed).join() !== root) throw new Error(`${Object.keys(parsed)} is no ${root}`);
  return jsonOf(root, parsed[root]);
}

function jsonOf(name: string, value: unknown): unknown {
  const item = lists[name];
  if (item !== undefined) {
    if (value === "") return [];
    const holder = value as Record<string, unknown[]>;
    if (Object.keys(holder).join() !== item)
      throw new Error(`<${name}> holds ${Object.keys(holder)}`);
    return (holder[item] ?? []).map((each) => jsonOf(item, each));
  }
  if (value === "") return null;
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, jsonOf(key, inner)]),
    );
  }
  if (numbers.has(name)) return Number(value);
  return booleans.has(name) ? value === "true" : value;
}
