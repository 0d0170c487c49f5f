import type { ImportedFile } from "./read-imports.ts";

/**
 * What the files of a folder may import, `types` as well; the longest folder that holds a file
 * counts. `own` files are project paths that begin so, `packages` are names or, ending in / or :,
 * beginnings.
 */
type Rule = {
  readonly folder: string;
  readonly own: readonly string[];
  readonly packages?: readonly string[];
};

const UI = [
  "react",
  "react-dom",
  "react-dom/",
  "@tanstack/",
  "antd",
  "antd/",
  "dayjs",
  "dayjs/",
  "echarts/",
];
const MAP_TYPES = ["@deck.gl/core", "@deck.gl/layers", "@deck.gl/aggregation-layers", "geojson"];
const HTTP = ["hono", "hono/", "@hono/", "zod", "node:"];

const rules: readonly Rule[] = [
  { folder: "domain/", own: ["domain/!contract"], packages: ["zod", "geojson", "flatbush"] },
  {
    folder: "domain/spatial/",
    own: [
      "domain/spatial/",
      "domain/columns/",
      "domain/ids.ts",
      "domain/errors.ts",
      "domain/grid-zone.ts",
    ],
    packages: ["flatbush", "kdbush", "gcoord", "polyclip-ts", "@turf/", "geojson"],
  },
  {
    folder: "domain/columns/",
    own: [
      "domain/columns/",
      "domain/spatial/",
      "domain/ids.ts",
      "domain/errors.ts",
      "domain/problem.ts",
    ],
  },
  {
    folder: "domain/statistics/",
    own: ["domain/statistics/"],
    packages: ["@stdlib/"],
  },
  {
    folder: "domain/hot-spots/",
    own: ["domain/hot-spots/", "domain/statistics/"],
  },
  {
    folder: "domain/zone-edit/",
    own: ["domain/zone-edit/", "domain/spatial/", "domain/grid-zone.ts"],
    packages: ["polyclip-ts", "@turf/", "geojson"],
  },
  { folder: "domain/screen/", own: ["domain/"], packages: ["zod"] },
  { folder: "domain/contract/", own: ["domain/"], packages: ["zod", "geojson"] },
  { folder: "domain/parse-filter.ts", own: ["domain/"], packages: ["zod"] },

  { folder: "server/", own: ["server/", "domain/"], packages: HTTP },
  {
    folder: "server/routes/",
    own: [
      "server/routes/",
      "server/deps.ts",
      "server/error-response.ts",
      "server/services/",
      "server/city/",
      "server/exports/",
      "server/imports/ads/",
      "server/imports/duties/",
      "server/problem-index/",
      "server/recurrence-index/",
      "server/heat/",
      "server/ads/",
      "server/basemap/",
      "server/papers/",
      "server/access/",
      "server/live/",
      "server/operations/",
      "server/photos/",
      "server/open311/",
      "server/screen/",
      "domain/",
    ],
    packages: HTTP,
  },
  {
    folder: "server/screen/",
    own: [
      "server/screen/",
      "server/durable-files.ts",
      "server/city/",
      "server/services/",
      "server/problem-index/",
      "server/recurrence-index/",
      "server/routes/filter-vocabulary.ts",
      "server/papers/paper-document.ts",
      "server/access/accounts.ts",
      "domain/",
    ],
    packages: ["zod", "node:", "sharp"],
  },
  {
    folder: "server/services/",
    own: [
      "server/services/",
      "server/city/",
      "server/problem-index/",
      "server/recurrence-index/",
      "server/storage/storage.ts",
      "domain/",
    ],
    packages: ["node:util", "node:timers/promises", "geojson"],
  },
  {
    folder: "server/city/",
    own: [
      "server/city/",
      "server/services/",
      "server/imports/",
      "server/problem-index/",
      "server/recurrence-index/",
      "server/live/",
      "server/storage/storage.ts",
      "domain/",
    ],
    packages: ["node:path", "node:worker_threads", "geojson"],
  },
  {
    folder: "server/problem-index/",
    own: ["server/problem-index/", "domain/"],
    packages: ["supercluster", "flatbush", "h3-js"],
  },
  {
    folder: "server/recurrence-index/",
    own: ["server/recurrence-index/", "server/problem-index/", "domain/"],
    packages: ["h3-js", "tinyqueue"],
  },
  {
    folder: "server/heat/",
    own: [
      "server/heat/",
      "server/city/",
      "server/problem-index/",
      "server/recurrence-index/",
      "domain/",
    ],
    packages: ["fast-png", "node:worker_threads"],
  },
  {
    folder: "server/ads/",
    own: [
      "server/ads/",
      "server/packs/",
      "server/exports/",
      "server/papers/",
      "server/city/city.ts",
      "server/storage/",
      "domain/",
    ],
    packages: ["highs", "lru-cache", "geojson", "node:"],
  },
  {
    folder: "server/basemap/",
    own: ["server/basemap/", "domain/"],
    packages: ["geojson", "geojson-vt", "vt-pbf", "lru-cache", "node:crypto"],
  },
  {
    folder: "server/papers/",
    own: [
      "server/papers/",
      "server/city/",
      "server/problem-index/",
      "server/recurrence-index/",
      "server/services/case-files.ts",
      "server/services/seen-orders.ts",
      "domain/",
    ],
    packages: ["node:", "pdfkit", "uqr", "docx", "fast-png", "geojson"],
  },
  {
    folder: "server/access/",
    own: [
      "server/access/",
      "server/city/",
      "server/live/",
      "server/problem-index/",
      "server/storage/",
      "domain/",
    ],
    packages: [
      "zod",
      "hono",
      "better-auth",
      "better-auth/",
      "@better-auth/",
      "better-sqlite3",
      "kysely",
      "pg",
      "node:",
    ],
  },
  {
    folder: "server/operations/",
    own: [
      "server/operations/",
      "server/city/",
      "server/access/identity.ts",
      "server/durable-files.ts",
      "domain/",
    ],
    packages: ["hono", "hono/", "zod", "better-sqlite3", "pg", "node:"],
  },
  {
    folder: "server/live/",
    own: ["server/live/", "server/storage/storage.ts", "server/problem-index/", "domain/"],
  },
  {
    folder: "server/imports/",
    own: ["server/imports/", "server/packs/", "domain/"],
    packages: [
      "node:",
      "csv-parse",
      "csv-parse/",
      "yauzl",
      "saxes",
      "osm-pbf-parser-node",
      "geojson",
      "zod",
    ],
  },
  {
    folder: "server/packs/",
    own: ["server/packs/", "domain/"],
    packages: ["node:", "csv-parse/", "geojson", "zod"],
  },
  {
    folder: "server/webhooks/",
    own: [
      "server/webhooks/",
      "server/city/",
      "server/open311/open311-request.ts",
      "server/storage/storage.ts",
      "domain/",
    ],
    packages: ["zod", "node:"],
  },
  {
    folder: "server/open311/",
    own: [
      "server/open311/",
      "server/access/",
      "server/city/",
      "server/problem-index/",
      "server/services/checked-input.ts",
      "domain/",
    ],
    packages: ["fast-xml-parser", "hono", "hono/", "node:crypto"],
  },
  {
    folder: "server/photos/",
    own: ["server/photos/", "server/durable-files.ts", "domain/"],
    packages: ["sharp", "hono", "node:"],
  },
  {
    folder: "server/exports/",
    own: ["server/exports/", "domain/"],
    packages: ["fflate", "geojson"],
  },
  {
    folder: "server/storage/",
    own: ["server/storage/", "domain/"],
    packages: ["kysely", "kysely/", "better-sqlite3", "pg", "node:"],
  },

  { folder: "client/", own: ["client/", "domain/"], packages: UI },
  {
    folder: "client/ui/",
    own: ["client/ui/", "client/text/"],
    packages: ["react", "@tanstack/react-virtual"],
  },
  {
    folder: "client/text/",
    own: ["client/text/", "domain/text/ad-words-", "domain/text/count.ts"],
    packages: ["react"],
  },
  {
    folder: "client/api/",
    own: ["client/api/", "client/state/", "domain/"],
    packages: ["@tanstack/react-query", "zod"],
  },
  {
    folder: "client/state/",
    own: ["client/state/", "client/api/", "client/text/", "client/map/layers/", "domain/"],
    packages: ["react", "@tanstack/"],
  },
  {
    folder: "client/case/",
    own: ["client/case/", "client/api/", "client/state/", "client/text/", "client/ui/", "domain/"],
    packages: ["react", "@tanstack/react-query"],
  },
  {
    folder: "client/street/",
    own: ["client/!features", "domain/"],
    packages: ["react", "@tanstack/react-router"],
  },
  {
    folder: "client/map/",
    own: ["client/map/", "client/api/", "client/app/", "client/state/", "client/text/", "domain/"],
    packages: ["react", "@tanstack/react-query", "polylabel", "maplibre-gl", ...MAP_TYPES],
  },
  { folder: "client/map/shared-samplers.ts", own: [], packages: ["@luma.gl/core"] },
  { folder: "client/map/free-vertex-arrays.ts", own: [], packages: ["@luma.gl/engine"] },
  { folder: "client/map/map-pointer.ts", own: [], packages: ["maplibre-gl", "@deck.gl/maplibre"] },
  {
    folder: "client/map/map-engine.ts",
    own: ["client/map/", "client/state/", "domain/"],
    packages: ["maplibre-gl", "maplibre-gl/", "@deck.gl/", "@luma.gl/", "geojson"],
  },
  {
    folder: "client/features/zones/",
    own: ["client/!features", "client/features/zones/", "domain/"],
    packages: [...UI, "geojson"],
  },
  {
    folder: "client/features/ads/",
    own: ["client/!features", "client/features/ads/", "domain/"],
    packages: [...UI, "geojson", "maplibre-gl"],
  },
  {
    folder: "client/features/report/",
    own: ["client/!features", "client/features/report/", "domain/"],
    packages: [...UI, "uqr"],
  },
  {
    folder: "client/map/sketch.ts",
    own: ["client/map/", "domain/"],
    packages: ["terra-draw", "terra-draw-maplibre-gl-adapter", "maplibre-gl", "geojson"],
  },

  { folder: "scripts/", own: ["scripts/", "server/", "domain/"], packages: ["*"] },
  {
    folder: "tests/",
    own: ["tests/", "scripts/", "server/", "domain/", "client/"],
    packages: ["*"],
  },
  { folder: "", own: ["scripts/"], packages: ["*"] },
];

/** Whether the table lets a file import that. */
export function isAllowed({ from, to }: ImportedFile): boolean {
  const rule = rules
    .filter(({ folder }) => from.startsWith(folder))
    .reduce((a, b) => (b.folder.length > a.folder.length ? b : a));
  if (to.startsWith("./")) return rule.own.some((start) => startsWithin(to.slice(2), start));
  return (rule.packages ?? []).some(
    (name) => name === "*" || name === to || (/[/:]$/.test(name) && to.startsWith(name)),
  );
}

/** `domain/!contract` is the folder without that one. */
function startsWithin(path: string, start: string): boolean {
  const [folder = "", without] = start.split("!");
  return path.startsWith(folder) && (without === undefined || !path.startsWith(folder + without));
}
