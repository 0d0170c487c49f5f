import { describe } from "vitest";
import { type BrokenPack, type PackContent, soundPack, testBroken } from "./pack-folder.ts";

const units = (...rows: string[]): PackContent => ({
  "units.csv": `${soundPack["units.csv"]}${rows.join("\n")}\n`,
});
const duty = (row: string): PackContent => ({ "duties.csv": `${soundPack["duties.csv"]}${row}\n` });

const u = { file: "units.csv", row: 4, id: "U3" } as const;
const d = { file: "duties.csv", row: 7, id: "D6" } as const;

const cases: BrokenPack[] = [
  ["a unit without a name", units("U3,,office,"), [{ ...u, code: "missing-field", field: "name" }]],
  [
    "a unit twice",
    units("U2,又一个,office,"),
    [{ ...u, id: "U2", code: "duplicate-id", detail: "3" }],
  ],
  [
    "a unit under nobody",
    units("U3,城管局,department,U9"),
    [{ ...u, code: "reference-dropped", value: "U9", detail: "unknown" }],
  ],
  [
    "units above each other",
    units("U3,甲,department,U4", "U4,乙,department,U3"),
    [{ ...u, code: "reference-dropped", value: "U4", detail: "cycle" }],
  ],
  [
    "a table without a needed column",
    { "units.csv": "id,name\nU1,总指挥部\n" },
    [
      { file: "units.csv", row: 1, code: "missing-field", field: "kind" },
      { file: "duties.csv", row: 3, id: "D2", code: "reference-dropped" },
      { file: "duties.csv", row: 4, id: "D3", code: "unknown-reference" },
      { file: "duties.csv", row: 6, id: "D5", code: "unknown-reference" },
    ],
  ],
  [
    "a column nobody knows",
    {
      "units.csv": "id,name,kind,parentId,电话\nU1,总指挥部,headquarters,,1\nU2,中心区,body,U1,2\n",
    },
    [{ file: "units.csv", row: 1, code: "unknown-column", field: "电话" }],
  ],
  [
    "a row with a cell too many",
    units("U3,城管局,department,U1,x"),
    [{ file: u.file, row: 4, code: "ragged-row", value: "5", detail: "4" }],
  ],
  [
    "an unknown role",
    duty("D6,区长,某人,,zone,Z01,,2025-09-01,,"),
    [{ ...d, code: "bad-field", field: "role", value: "区长" }],
  ],
  [
    "a scope that is not there",
    duty("D6,zone-lead,某人,,zone,Z77,,2025-09-01,,"),
    [{ ...d, code: "unknown-reference", field: "scopeId", value: "Z77" }],
  ],
  [
    "a scope without id",
    duty("D6,zone-lead,某人,,zone,,,2025-09-01,,"),
    [{ ...d, code: "missing-field", field: "scopeId" }],
  ],
  [
    "a category outside the tree",
    duty("D6,sub-headquarters,某人,,category,E77,,2025-09-01,,"),
    [{ ...d, code: "unknown-category", value: "E77" }],
  ],
  [
    "a second scope that is not there",
    duty("D6,sub-headquarters,某人,,city,,zone:Z77,2025-09-01,,"),
    [{ ...d, code: "unknown-reference", field: "also", value: "Z77" }],
  ],
  [
    "a second scope of no kind",
    duty("D6,sub-headquarters,某人,,city,,Z01,2025-09-01,,"),
    [{ ...d, code: "bad-field", field: "also", detail: "scope-type:scope-id" }],
  ],
  [
    "a unit that is not there beside a person",
    duty("D6,zone-lead,某人,U9,zone,Z01,,2025-09-01,,"),
    [{ ...d, code: "reference-dropped", field: "unitId", value: "U9" }],
  ],
  [
    "a unit that is not there and nobody else",
    duty("D6,partner-unit,,U9,zone,Z01,,2025-09-01,,"),
    [{ ...d, code: "unknown-reference", field: "unitId", value: "U9" }],
  ],
  [
    "nobody",
    duty("D6,zone-lead,,,zone,Z01,,2025-09-01,,"),
    [{ ...d, code: "missing-field", field: "person", detail: "person-or-unit" }],
  ],
  [
    "no beginning",
    duty("D6,zone-lead,某人,,zone,Z01,,,,"),
    [{ ...d, code: "missing-field", field: "from" }],
  ],
  [
    "a day that does not exist",
    duty("D6,zone-lead,某人,,zone,Z01,,2025-02-30,,"),
    [{ ...d, code: "bad-field", field: "from", value: "2025-02-30", detail: "date" }],
  ],
  [
    "an end on the day of the beginning",
    duty("D6,zone-lead,某人,,zone,Z01,,2025-09-01,2025-09-01,"),
    [{ ...d, code: "duty-ends-before-start", value: "2025-09-01", detail: "2025-09-01" }],
  ],
  [
    "two defects of one duty",
    duty("D6,zone-lead,某人,,zone,Z77,,2025-13-01,,"),
    [
      { ...d, code: "unknown-reference" },
      { ...d, code: "bad-field", field: "from" },
    ],
  ],
  [
    "a duty twice",
    duty("D1,zone-lead,某人,,zone,Z01,,2025-09-01,,"),
    [{ ...d, id: "D1", code: "duplicate-id", detail: "2" }],
  ],
];

describe("units and duties", () => testBroken(cases));
