import { describe } from "vitest";
import { type BrokenPack, type PackContent, soundPack, testBroken } from "./pack-folder.ts";

const manifest = (members: object): PackContent => ({
  "pack.json": { ...soundPack["pack.json"], ...members },
});
const p = { file: "pack.json" } as const;

const cases: BrokenPack[] = [
  [
    "an id with capitals and no name: both fall back",
    manifest({ id: "Yun Ze", name: undefined }),
    [
      { ...p, code: "bad-field", field: "id", value: "Yun Ze" },
      { ...p, code: "missing-field", field: "name", used: "Yun Ze" },
    ],
  ],
  [
    "a time zone that is none",
    manifest({ timezone: "Beijing" }),
    [{ ...p, code: "bad-field", field: "timezone", value: "Beijing", used: "Asia/Shanghai" }],
  ],
  [
    "a datum spelled otherwise",
    manifest({ crs: "WGS-84" }),
    [{ ...p, code: "bad-field", field: "crs", value: "WGS-84", used: "wgs84" }],
  ],
  [
    "a datum that is none",
    manifest({ crs: { default: "utm50n" } }),
    [{ ...p, code: "bad-field", field: "crs.default", value: "utm50n", used: "wgs84" }],
  ],
  [
    "a datum for a file that no pack has",
    manifest({ crs: { trams: "gcj02" } }),
    [{ ...p, code: "unknown-column", field: "crs.trams" }],
  ],
  [
    "bounds the wrong way round",
    manifest({ bounds: [114.33, 30.59, 114.29, 30.62] }),
    [{ ...p, code: "ignored-field", field: "bounds" }],
  ],
  [
    "a setting out of range: its default",
    manifest({ settings: { recurrence: { windowDays: -3, class: { quietP: 7 } } } }),
    [
      {
        ...p,
        code: "bad-field",
        field: "settings.recurrence.windowDays",
        value: "-3",
        detail: "number > 0",
        used: "365",
      },
      {
        ...p,
        code: "bad-field",
        field: "settings.recurrence.class.quietP",
        detail: "number ≤ 1",
        used: "0.05",
      },
    ],
  ],
  [
    "an origin off the globe and a first day that is none",
    manifest({ settings: { recurrence: { planeOrigin: [200, 30], historyStart: "去年" } } }),
    [
      { ...p, code: "ignored-field", field: "settings.recurrence.planeOrigin", value: "200,30" },
      {
        ...p,
        code: "ignored-field",
        field: "settings.recurrence.historyStart",
        value: "去年",
        detail: "date",
      },
    ],
  ],
  [
    "members nobody knows",
    manifest({ colour: "red", settings: { recurrence: { halfLife: 3 } } }),
    [
      { ...p, code: "unknown-column", field: "colour" },
      { ...p, code: "unknown-column", field: "settings.recurrence.halfLife" },
    ],
  ],
  [
    "categories: a bad code, a bad limit, a code twice",
    manifest({
      categories: [
        { code: "E05", name: "街面秩序" },
        { code: "X1", name: "坏" },
        { code: "E0504", name: "店外经营", dueHours: -1 },
        { code: "E05", name: "又一个" },
      ],
    }),
    [
      { ...p, code: "bad-field", field: "categories[1].code", value: "X1" },
      { ...p, code: "ignored-field", field: "categories[2].dueHours", value: "-1" },
      { ...p, code: "duplicate-id", field: "categories[3].code", value: "E05", detail: "1" },
    ],
  ],
  [
    "sources that are no list",
    manifest({ sources: "hotline" }),
    [{ ...p, code: "bad-field", field: "sources", detail: "list" }],
  ],
];

describe("pack.json", () => testBroken(cases));
