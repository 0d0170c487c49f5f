import type { AccountRole, Capability } from "../account.ts";
import type { LngLat } from "../spatial/lng-lat.ts";
import type { MessageCatalogue } from "./message-catalogue.ts";

export const datums: MessageCatalogue["datums"] = {
  wgs84: "WGS 84",
  cgcs2000: "CGCS2000",
  gcj02: "GCJ-02",
  bd09: "BD-09",
};

export const fileKinds: MessageCatalogue["fileKinds"] = {
  missing: "it does not exist; check the name and the folder",
  "not-a-folder": "not a folder; name the folder of a city pack",
  folder: "a folder, not a file",
  "no-permission": "no permission to read it",
  unreadable: "reading it failed; check the disk",
  empty: "the file is empty; check that the export worked",
  "too-large": "the file is too large; split it",
  truncated: "the file ends in the middle; transfer it again",
  "truncated-gzip": "the compressed file is cut short; transfer it again",
  damaged: "the file is damaged (its checksum is wrong); transfer it again",
  "not-json": "not valid JSON; mend it with a JSON checker",
  "not-a-pack": "not the manifest of a city pack",
  "not-a-feature-list": "not a GeoJSON FeatureCollection",
  "no-usable-line": "it holds not one usable line",
  "no-usable-zone": "it holds not one usable zone",
  gzip: "it seems to be gzip; unpack it first",
  zip: "it seems to be a zip archive; unpack it first",
  xlsx: "it seems to be an Excel workbook",
  xls: "it seems to be an old Excel file (.xls) or an encrypted workbook; save it as plain .xlsx",
  html: "it seems to be a web page (HTML); was the download logged in?",
  xml: "it seems to be XML (KML, GML …); convert it to GeoJSON",
  "osm-xml": "it seems to be an OSM extract (XML); it goes into --roads of init",
  "osm-pbf": "it seems to be an OSM extract (PBF); it goes into --roads of init",
  graphml: "it seems to be a GraphML road graph; it goes into --roads of init",
  "git-lfs-pointer": "it seems to be a Git LFS pointer, not the data; run git lfs pull",
  geopackage: "it seems to be a GeoPackage or SQLite database; export it as GeoJSON",
  shapefile: "it seems to be a Shapefile; convert it to GeoJSON",
  topojson: "it seems to be TopoJSON; convert it to GeoJSON",
  "esri-json": "it seems to be Esri JSON; export it as GeoJSON",
  geojsonl: "it seems to be GeoJSON lines; join them into a FeatureCollection",
  image: "it seems to be a picture",
  pdf: "it seems to be a PDF",
  binary: "it seems to be a binary file",
  json: "it seems to be JSON",
  table: "it seems to be a CSV table",
  text: "it seems to be plain text",
};

export const expectations: MessageCatalogue["expectations"] = {
  boolean: "true or false",
  items: "number of items",
  "one-of": "one of",
  "no-control-characters": "no control characters",
  "safe-integer": "an integer up to 2⁵³ (write longer ids as text)",
  date: "YYYY-MM-DD, or ISO 8601 with an offset",
  "scope-type:scope-id": "scope type, colon, id, e.g. zone:Z03",
  "person-or-unit": "at least one of person and unitId",
  unique: "a value of its own",
  unknown: "there is no such id",
  "wrong-level": "the parent must be of a higher level",
  cycle: "parents go round in a circle",
  "photo-file": "a relative path below photos/",
  "closing-order": "a closing, then its reopening, in turn",
  "zero-position": "0° N 0° E",
  "out-of-range": "not a longitude and latitude",
  "far-outside": "more than 50 km outside the city",
  "not-a-number": "not a number",
  "not-a-point": "not a point",
};

/** Roles and what they may do, as a refusal names them. */
export const roles: Readonly<Record<AccountRole, string>> = {
  admin: "administrator",
  operator: "operator",
  inspector: "inspector",
  unit: "unit",
  leader: "leader",
  planner: "planner",
  screen: "screen",
  public: "public",
};

export const capabilities: Readonly<Record<Capability, string>> = {
  see: "read the city's data",
  report: "report problems",
  urge: "urge",
  act: "take part in cases",
  handle: "handle problems",
  decide: "decide suggestions and parameters",
  register: "change duties and borders",
  export: "take data out as files",
  "plan-ads": "plan public-service advertising",
  "register-ads": "register public-service advertising",
  show: "show the city on a wall",
  steer: "steer the wall",
  administer: "administer the system",
};

/** Words for `what` of a "not-found" refusal. */
export const things: Readonly<Record<string, string>> = {
  scene: "scene",
  pack: "city pack",
  section: "road section",
  site: "place for an ad",
  sign: "road section or zone",
  order: "work order",
  "open-problems": "problems to be done by unit",
  alert: "alert",
  snapshot: "picture of the wall",
};

export const words = { fileKinds, datums, expectations };

export function positionText([lng, lat]: LngLat): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)}`;
}
