/**
 * What a file that cannot be read is, or seems to be by its first bytes. These words travel in
 * `detail` of the `file-…` notes and in `seems` of the `unreadable-file` refusal; the catalogues
 * say them in the reader's language.
 */
export const fileKinds = [
  "missing",
  "not-a-folder",
  "folder",
  "no-permission",
  "unreadable",
  "empty",
  "too-large",
  "truncated",
  "truncated-gzip",
  "damaged",
  "not-json",
  "not-a-pack",
  "not-a-feature-list",
  "no-usable-zone",
  "no-usable-line",
  "gzip",
  "zip",
  "xlsx",
  "xls",
  "html",
  "xml",
  "osm-xml",
  "osm-pbf",
  "graphml",
  "git-lfs-pointer",
  "geopackage",
  "shapefile",
  "topojson",
  "esri-json",
  "geojsonl",
  "image",
  "pdf",
  "binary",
  "json",
  "table",
  "text",
] as const;
export type FileKind = (typeof fileKinds)[number];
