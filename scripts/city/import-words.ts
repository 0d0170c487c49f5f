import type { LanguageCode } from "../../domain/text/catalogues.ts";

/** What `init` and `import-problems` say besides notes and refusals. */
export type ImportWords = {
  rows(count: number): string;
  started(pack: {
    folder: string;
    name: string;
    timezone: string;
    bounds: string;
    zoneCount: number;
    roadCount: number;
  }): string;
  readonly totals: Readonly<
    Record<"read" | "added" | "updated" | "unchanged" | "repeated" | "unplaced" | "leftOut", string>
  >;
  more(count: number): string;
  notesWritten(path: string): string;
  readonly notStored: string;
  readonly noteColumns: readonly string[];
};

const number = (value: number) => value.toLocaleString("en-US");

export const importWords: Readonly<Record<LanguageCode, ImportWords>> = {
  zh: {
    rows: (count) => `已读 ${number(count)} 行`,
    started: ({ folder, name, timezone, bounds, zoneCount, roadCount }) =>
      `已建立城市数据包 ${folder}：${number(zoneCount)} 个网格，${number(roadCount)} 条道路\n` +
      `名称 ${name}，时区 ${timezone}，范围 ${bounds}；可在 pack.json 中修改`,
    totals: {
      read: "读取",
      added: "新增",
      updated: "更新",
      unchanged: "未变",
      repeated: "同号重复",
      unplaced: "待定位",
      leftOut: "未读入",
    },
    more: (count) => `……另有 ${number(count)} 条`,
    notesWritten: (path) => `逐行说明已写入 ${path}`,
    notStored: "仅读取核对，未写入存储",
    noteColumns: ["级别", "代码", "行", "编号", "字段", "值", "说明"],
  },
  en: {
    rows: (count) => `${number(count)} rows read`,
    started: ({ folder, name, timezone, bounds, zoneCount, roadCount }) =>
      `City pack ${folder} started: ${number(zoneCount)} zones, ${number(roadCount)} roads\n` +
      `Name ${name}, time zone ${timezone}, bounds ${bounds}; all in pack.json`,
    totals: {
      read: "Read",
      added: "New",
      updated: "Updated",
      unchanged: "Unchanged",
      repeated: "Repeated",
      unplaced: "Unplaced",
      leftOut: "Left out",
    },
    more: (count) => `… and ${number(count)} more`,
    notesWritten: (path) => `Notes row by row are in ${path}`,
    notStored: "Read and checked only, nothing was stored",
    noteColumns: ["severity", "code", "row", "id", "field", "value", "message"],
  },
};
