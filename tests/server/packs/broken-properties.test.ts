import { describe } from "vitest";
import {
  type BrokenPack,
  collection,
  feature,
  line,
  type PackContent,
  soundPack,
  square,
  testBroken,
  zone,
  zonesAnd,
} from "./pack-folder.ts";

const shell = square(114.32, 30.6, 0.005);
const roads = (...features: unknown[]): PackContent => ({
  "roads.geojson": collection(...soundPack["roads.geojson"].features, ...features),
});

const z = { file: "zones.geojson", row: 4, id: "Z02" } as const;
const r = { file: "roads.geojson", row: 3, id: "R3" } as const;

const cases: BrokenPack[] = [
  [
    "an id twice: the first stays",
    zonesAnd(zone("Z0101", "community", "Z01", shell)),
    [{ ...z, id: "Z0101", code: "duplicate-id", value: "Z0101", detail: "2" }],
  ],
  [
    "no id",
    zonesAnd(feature({ name: "无名", level: "zone" }, { type: "Polygon", coordinates: [shell] })),
    [{ file: z.file, row: 4, code: "missing-field", field: "id" }],
  ],
  [
    "an id too large for a number",
    zonesAnd(zone((2 ** 60) as unknown as string, "zone", null, shell)),
    [{ file: z.file, row: 4, code: "bad-field", field: "id" }],
  ],
  [
    "a parent that is not there",
    zonesAnd(zone("Z02", "community", "Z99", shell)),
    [{ ...z, code: "reference-dropped", field: "parentId", value: "Z99", detail: "unknown" }],
  ],
  [
    "a parent of the same level",
    zonesAnd(zone("Z02", "community", "Z0101", shell)),
    [{ ...z, code: "reference-dropped", detail: "wrong-level" }],
  ],
  [
    "a property nobody knows",
    zonesAnd(
      feature(
        { ...zone("Z02", "zone", null, shell).properties, 面积: 3 },
        { type: "Polygon", coordinates: [shell] },
      ),
    ),
    [{ file: z.file, code: "unknown-column", field: "面积", count: 1 }],
  ],
  ["a road without class and highway", roads(line("R3")), [{ ...r, code: "class-unknown" }]],
  [
    "a wrong optional property costs only itself",
    roads(line("R3", { class: "大路", highway: "trunk" })),
    [{ ...r, code: "ignored-field", field: "class", value: "大路" }],
  ],
  [
    "a member that is no feature",
    zonesAnd("Z02"),
    [{ file: z.file, row: 4, code: "bad-field", field: "type" }],
  ],
];

describe("properties and references", () => testBroken(cases));
