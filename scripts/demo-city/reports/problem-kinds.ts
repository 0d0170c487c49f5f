import { CategoryCode } from "../../../domain/category.ts";
import { problemTexts } from "./problem-texts.ts";

/** Surroundings that draw problems of their own. */
export const settings = [
  "market",
  "night-market",
  "school",
  "hospital",
  "station",
  "mall",
  "old-lane",
  "village",
  "works",
  "waterside",
  "plain",
] as const;
export type Setting = (typeof settings)[number];

export type Rhythm = "day" | "evening" | "school" | "all-day" | "night";

/** What problems of a category are like. */
export type ProblemKind = {
  readonly code: CategoryCode;
  /** Share among all spots, before the setting counts. */
  readonly weight: number;
  /** Factors on the weight; 1 where absent. */
  readonly where: Partial<Record<Setting, number>>;
  readonly rhythm: Rhythm;
  /** Factors on the usual shares of sources. */
  readonly sources: Partial<Record<string, number>>;
  /** Metres beyond the kerb: from, to; negative is on the carriageway. */
  readonly setbackM: readonly [number, number];
  /** Further reports that an open problem draws, on average. */
  readonly duplicates: number;
  /** Share of spots of this category that are of the returning sort, relative to the others. */
  readonly returns: number;
  readonly texts: readonly string[];
};

type Row = readonly [
  code: string,
  weight: number,
  rhythm: Rhythm,
  setbackM: readonly [number, number],
  duplicates: number,
  returns: number,
  where?: ProblemKind["where"],
  sources?: ProblemKind["sources"],
];

const LOUD = { hotline: 3, citizen: 1.4, "grid-worker": 0.3, video: 0.1, inspection: 0.4 };
const SEEN_BY_CAMERA = { video: 2.2, citizen: 1.4 };
const WALKED_BY = { "grid-worker": 1.8, hotline: 0.7, video: 0.1 };

const ROWS: readonly Row[] = [
  [
    "E0102",
    190,
    "all-day",
    [0.5, 4],
    0.45,
    1.5,
    { market: 2.4, "night-market": 2, "old-lane": 1.5, village: 1.6 },
  ],
  [
    "E0505",
    165,
    "all-day",
    [-2, 0.5],
    0.4,
    1.3,
    { school: 3, hospital: 3, mall: 2, station: 2 },
    SEEN_BY_CAMERA,
  ],
  ["E0507", 100, "day", [0.5, 5], 0.2, 1.2, { market: 2, "old-lane": 2, village: 1.8 }],
  ["E0511", 62, "day", [2, 7], 0.08, 1.1, { "old-lane": 2.6, village: 1.6 }, WALKED_BY],
  [
    "E0506",
    70,
    "all-day",
    [0, 3],
    0.3,
    1.4,
    { station: 3.5, mall: 2.4, school: 1.5 },
    SEEN_BY_CAMERA,
  ],
  ["E0504", 72, "day", [0.3, 4], 0.3, 1.5, { market: 2.8, "night-market": 2.2, mall: 1.4 }],
  [
    "E0501",
    60,
    "evening",
    [-0.5, 3],
    0.4,
    1.8,
    { market: 2.5, "night-market": 4, school: 2.2, station: 2.4 },
    { citizen: 1.3, undercover: 1.6 },
  ],
  ["E0104", 52, "day", [-3, 1], 0.15, 0.9, { market: 1.8, "night-market": 2.2 }],
  ["E0201", 46, "day", [1, 6], 0.06, 1.2, { "old-lane": 2, village: 1.8 }, WALKED_BY],
  ["E0103", 30, "day", [1, 6], 0.2, 0.9, { works: 3, village: 2 }],
  ["E0203", 20, "day", [0.5, 3], 0.08, 1, { mall: 1.8, "night-market": 1.6 }],
  ["E0110", 20, "day", [-5, 1], 0.35, 0.5, {}, { hotline: 1.5, citizen: 1.5 }],
  ["E0302", 13, "day", [2, 10], 0.4, 1.2, { works: 8 }, LOUD],
  ["E0304", 10, "day", [-2, 3], 0.2, 0.6, { works: 6 }],
  ["E0301", 8, "night", [2, 10], 1.1, 0.9, { works: 8 }, LOUD],
  ["E0303", 8, "day", [1, 6], 0.1, 0.6, { works: 5 }],
  ["E0305", 5, "day", [-3, 1], 0.2, 0.3, { works: 3 }],
  ["E0101", 24, "day", [3, 9], 0.3, 0.3, { "old-lane": 2, village: 2.5 }, { hotline: 1.8 }],
  ["E0106", 20, "day", [1, 6], 0.08, 0.9],
  ["E0108", 14, "day", [1, 5], 0.08, 0.8, { "old-lane": 1.6 }],
  ["E0107", 9, "day", [-1, 2], 0.1, 0.3],
  ["E0105", 10, "day", [10, 16], 0.2, 1, { waterside: 14 }],
  ["E0114", 4, "evening", [10, 16], 0.1, 0.8, { waterside: 14 }],
  ["E0112", 10, "day", [-5, -1], 0.4, 0.5, { works: 4 }],
  ["E0113", 8, "day", [4, 8], 0.05, 0.4],
  ["E0115", 6, "evening", [2, 8], 0.3, 0.6, { village: 4 }],
  ["E0116", 13, "evening", [3, 7], 0.8, 1.4, { "night-market": 4, mall: 1.5 }, LOUD],
  ["E0117", 3, "day", [-3, 2], 0.1, 0.1],
  ["E0118", 4, "day", [2, 8], 0.3, 0.7, { village: 4, "old-lane": 1.5 }, LOUD],
  ["E0119", 15, "evening", [3, 7], 0.15, 1.2, { "old-lane": 3, village: 2 }, WALKED_BY],
  ["E0109", 4, "day", [1, 3], 0.05, 0.4],
  ["E0202", 12, "day", [3, 6], 0.05, 0.6, { mall: 1.8 }],
  ["E0205", 8, "day", [3, 6], 0.1, 0.2, {}, { inspection: 1.6 }],
  ["E0204", 3, "day", [0.5, 3], 0.1, 0.7, { mall: 4, station: 4 }],
  [
    "E0404",
    9,
    "day",
    [-3, 3],
    0.6,
    0.7,
    { market: 2, "night-market": 3, "old-lane": 2 },
    { hotline: 2.5 },
  ],
  ["E0406", 7, "all-day", [-5, 0], 0.8, 0.9, {}, { hotline: 2, citizen: 2 }],
  ["E0407", 4, "all-day", [-4, 2], 0.5, 0.1, {}, { citizen: 2 }],
  ["E0402", 3, "all-day", [-2, 3], 1.2, 0.2, {}, { hotline: 3 }],
  ["E0401", 1.5, "day", [-5, 0], 1.2, 0.1, {}, { hotline: 2 }],
  ["E0408", 6, "day", [1, 4], 0.2, 0.3],
  ["E0502", 3, "day", [1, 4], 0.1, 1, { station: 6 }],
  ["E0503", 5, "day", [0.5, 4], 0.1, 1, { "old-lane": 2 }],
  ["E0508", 13, "evening", [3, 8], 0.8, 1.4, { mall: 3, "night-market": 2 }, LOUD],
  ["E0509", 5, "all-day", [-1, 2], 0.2, 1.4, { station: 14 }],
  ["E0510", 10, "night", [0, 4], 0.6, 1.8, { "night-market": 9 }, { hotline: 2, undercover: 1.6 }],
  ["E0513", 3, "day", [3, 6], 0.03, 0.2],
  ["P0102", 9, "day", [-4, 2], 0.3, 0.5, {}, { hotline: 1.4 }],
  ["P0103", 7, "day", [-4, 2], 0.2, 0.5],
  ["P0104", 7, "day", [-1, 0.3], 0.1, 0.8],
  ["P0107", 6, "day", [0.5, 3], 0.1, 0.4],
  ["P0105", 3, "day", [0.5, 3], 0.1, 0.3],
  ["P0101", 3, "day", [-3, 2], 0.2, 0.3],
  ["P0115", 4, "day", [1, 3], 0.03, 0.3],
  ["P0118", 12, "evening", [0.5, 2], 0.3, 0.6, {}, { hotline: 1.8, citizen: 1.4 }],
  ["P0117", 4, "day", [0.5, 2], 0.05, 0.2],
  ["P0126", 3, "day", [4, 9], 0.1, 0.3],
  ["P0203", 6, "day", [0.5, 2], 0.1, 0.5],
  ["P0209", 5, "day", [0.5, 2], 0.05, 0.2],
  ["P0211", 8, "day", [-6, 0.5], 0.15, 0.5],
  ["P0214", 3, "all-day", [0.5, 2], 0.8, 0.3, {}, { hotline: 2 }],
  ["P0213", 3, "day", [0.5, 2], 0.02, 0.1],
  ["P0215", 11, "day", [0.8, 2.5], 0.08, 0.7],
  ["P0301", 5, "day", [5, 9], 0.15, 0.8, {}, { undercover: 2 }],
  ["P0304", 4, "day", [4, 9], 0.2, 0.9],
  ["P0305", 20, "day", [0.8, 4], 0.25, 1.2, { market: 2, "night-market": 2 }],
  ["P0306", 3, "evening", [2, 5], 0.02, 0.2],
  ["P0307", 3, "day", [3, 6], 0.05, 0.1],
  ["P0402", 9, "day", [0.8, 2.5], 0.1, 0.2],
  ["P0403", 5, "day", [0.8, 2.5], 0.02, 0.3],
  ["P0405", 3, "day", [1, 3], 0.03, 0.3],
  ["P0407", 3, "day", [1, 4], 0.02, 0.2],
  ["P0501", 3, "day", [2, 5], 0.02, 0.3],
];

export const problemKinds: readonly ProblemKind[] = ROWS.map(
  ([code, weight, rhythm, setbackM, duplicates, returns, where = {}, sources = {}]) => ({
    code: CategoryCode.parse(code),
    weight,
    rhythm,
    setbackM,
    duplicates,
    returns,
    texts: problemTexts[code]!,
    where,
    sources,
  }),
);
