import { XMLBuilder } from "fast-xml-parser";

/** What a list is called, and each of its items. */
const itemNames = {
  services: "service",
  service_requests: "request",
  errors: "error",
  attributes: "attribute",
  endpoints: "endpoint",
  formats: "format",
} as const;
export type Open311Root =
  | "services"
  | "service_definition"
  | "service_requests"
  | "discovery"
  | "errors";

const builder = new XMLBuilder({ format: true, suppressEmptyNode: false });
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** The same answer as XML: a list is an element that holds one element an item, null an empty element. */
export function open311Xml(root: Open311Root, value: unknown): string {
  return `${HEAD}${builder.build({ [root]: asElements(root, value) })}`;
}

function asElements(name: string, value: unknown): unknown {
  if (value === null) return "";
  if (Array.isArray(value)) {
    const item = Object.entries(itemNames).find(([list]) => list === name)?.[1] ?? "item";
    return value.length === 0 ? "" : { [item]: value.map((each) => asElements(item, each)) };
  }
  if (typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, asElements(key, inner)]),
    );
  }
  return writable(String(value));
}

/** Characters that XML has no way to write stand as the one for what cannot be shown. */
function writable(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
